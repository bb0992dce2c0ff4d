package org.posescope.network.tensorflow.js;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation as the file describes it.
 *
 * @param name   of the operation and of its first output
 * @param kind   which one
 * @param inputs names of outputs; {@code NAME:1} is the second one of an operation
 */
record JsNode(String name, String kind, List<String> inputs, JsonNode attributes) {
    private static final int MOST_INPUTS = 1 << 10;

    static JsNode read(JsonNode node) throws MalformedDataException {
        List<String> inputs = new ArrayList<>();
        for (JsonNode input : node.path("input")) {
            // The first output has the name of the operation alone.
            inputs.add(input.asText().replaceFirst(":0$", ""));
        }
        if (node.path("name").asText().isEmpty() || inputs.size() > MOST_INPUTS) {
            throw new MalformedDataException("it has an operation without a name or with too many inputs");
        }
        return new JsNode(node.path("name").asText(), node.path("op").asText(), inputs, node.path("attr"));
    }

    /** The name of an input that must be there. */
    String input(int index) throws MalformedDataException {
        if (index >= inputs.size()) {
            throw wrong("has too few inputs");
        }
        return inputs.get(index);
    }

    String text(String attribute) throws MalformedDataException {
        return decoded(attributes.path(attribute).path("s"));
    }

    private String decoded(JsonNode text) throws MalformedDataException {
        try {
            return new String(Base64.getDecoder().decode(text.asText()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw wrong("has a text that is not in base 64");
        }
    }

    boolean isType(String attribute, String type) {
        return attributes.path(attribute).path("type").asText().equals(type);
    }

    boolean truth(String attribute) {
        return attributes.path(attribute).path("b").asBoolean();
    }

    /** The texts of a list, in their order. */
    List<String> texts(String attribute) throws MalformedDataException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : attributes.path(attribute).path("list").path("s")) {
            texts.add(decoded(each));
        }
        return texts;
    }

    /** A whole number; 0 where the attribute is left out. */
    int whole(String attribute) {
        return attributes.path(attribute).path("i").asInt();
    }

    /** The whole numbers of a list. */
    List<Integer> wholes(String attribute) {
        return StreamSupport.stream(attributes.path(attribute).path("list").path("i").spliterator(), false)
                .map(JsonNode::asInt).toList();
    }

    float number(String attribute) {
        return (float) attributes.path(attribute).path("f").asDouble();
    }

    /** The sides of a square among four numbers, two of which are those of batch and channels; 1 where the attribute is left out. */
    int square(String attribute, int rowsAxis) throws MalformedDataException {
        List<Integer> sides = wholes(attribute);
        if (sides.isEmpty()) {
            return 1;
        }
        Optional<Integer> side = sides.size() == 4 ? Optional.of(sides.get(rowsAxis)) : Optional.empty();
        return side.filter(sides.get(rowsAxis + 1)::equals)
                .orElseThrow(() -> wrong("has " + attribute + " that are no square"));
    }

    MalformedDataException wrong(String clause) {
        return new MalformedDataException("its operation " + Quoted.of(name) + " (" + Quoted.of(kind) + ") " + clause);
    }
}
