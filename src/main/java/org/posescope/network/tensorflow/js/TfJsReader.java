package org.posescope.network.tensorflow.js;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.posescope.error.UserException;
import org.posescope.network.graph.Graph;
import org.posescope.network.tensorflow.Operations;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.ReadFailure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads networks out of TensorFlow.js's graph models, as far as networks for pictures of people need it. */
public final class TfJsReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long MOST_BYTES = 1L << 28;
    private static final int MOST_NODES = 1 << 16;
    /** Shapes are worked out for pictures of this size, which no network reduces to less than a pixel. */
    private static final int OPEN_SIDE = 256;
    /** A file beside the first one: no separators, no leading dot. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}");

    private TfJsReader() {}

    /**
     * The network, with an open batch; input and outputs have the names and the order of axes of the file. One for pictures of any size has
     * the channels first, and takes pictures whose sides are multiples of what its layers reduce them by.
     *
     * @param file the JSON file, beside which those of its weights lie
     * @throws UserException when a file cannot be read, is damaged, or has an operation that is not known here
     */
    public static Graph read(Path file) {
        return read(file, Map.of());
    }

    /**
     * As {@link #read(Path)}, a part of a network.
     *
     * @param parts operations whose results are its outputs, by the names of these; without any those that the file says
     */
    public static Graph read(Path file, Map<String, String> parts) {
        try {
            JsonNode root = MAPPER.readTree(bytes(file).array());
            if (root == null || !root.path("modelTopology").path("node").isArray()) {
                throw new MalformedDataException("it is no graph model of TensorFlow.js");
            }
            return graph(root, weights(root.path("weightsManifest"), file), parts);
        } catch (JsonProcessingException e) {
            throw ReadFailure.of(file, new MalformedDataException("it is not JSON"));
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw ReadFailure.of(file,
                    new MalformedDataException("it describes no sound network (" + e.getMessage() + ")"));
        }
    }

    private static Graph graph(JsonNode root, Map<String, NdArray> weights, Map<String, String> parts)
            throws MalformedDataException {
        List<JsNode> nodes = new ArrayList<>();
        for (JsonNode node : root.path("modelTopology").path("node")) {
            nodes.add(JsNode.read(node));
            if (nodes.size() > MOST_NODES) {
                throw new MalformedDataException("it has more than " + MOST_NODES + " operations");
            }
        }
        List<JsNode> inputs = nodes.stream().filter(node -> node.kind().equals("Placeholder")).toList();
        if (inputs.size() != 1) {
            throw new MalformedDataException("it takes " + inputs.size() + " inputs and not one picture");
        }
        Map<String, String> outputs = new LinkedHashMap<>(parts);
        if (parts.isEmpty()) {
            root.path("signature").path("outputs").fieldNames().forEachRemaining(name -> {
                String operation = name.replaceFirst(":0$", "");
                outputs.put(operation, operation);
            });
        }
        return new JsGraph(operations(inputs.getFirst()), inputs.getFirst().name(), nodes, weights).build(outputs);
    }

    private static Operations operations(JsNode input) throws MalformedDataException {
        List<Integer> sides = sides(input);
        if (sides.equals(List.of(-1, -1, 3))) {
            return Operations.ofAnySize(input.name(), OPEN_SIDE, OPEN_SIDE);
        }
        return new Operations(input.name(), sides);
    }

    private static List<Integer> sides(JsNode input) throws MalformedDataException {
        List<Integer> sides = StreamSupport
                .stream(input.attributes().path("shape").path("shape").path("dim").spliterator(), false)
                .map(each -> each.path("size").asInt()).toList();
        if (sides.size() < 2 || sides.getFirst() != 1) {
            throw input.wrong("has no batch of one");
        }
        return sides.subList(1, sides.size());
    }

    private static Map<String, NdArray> weights(JsonNode manifest, Path file)
            throws IOException, MalformedDataException {
        Map<String, NdArray> weights = new HashMap<>();
        long left = MOST_BYTES;
        for (JsonNode group : manifest) {
            List<ByteBuffer> parts = new ArrayList<>();
            for (JsonNode path : group.path("paths")) {
                if (!PLAIN_NAME.matcher(path.asText()).matches()) {
                    throw new MalformedDataException("its weights are in a file of another folder");
                }
                ByteBuffer part = bytes(file.resolveSibling(path.asText()));
                left -= part.limit();
                if (left < 0) {
                    throw new MalformedDataException("its weights are larger than those of such networks are");
                }
                parts.add(part);
            }
            weights.putAll(JsWeights.read(group.path("weights"), joined(parts)));
        }
        return weights;
    }

    private static ByteBuffer joined(List<ByteBuffer> parts) {
        ByteBuffer whole = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::limit).sum());
        parts.forEach(whole::put);
        return whole.flip();
    }

    private static ByteBuffer bytes(Path file) throws IOException, MalformedDataException {
        if (Files.size(file) > MOST_BYTES) {
            throw new MalformedDataException("it is larger than such networks are");
        }
        return ByteBuffer.wrap(Files.readAllBytes(file));
    }
}
