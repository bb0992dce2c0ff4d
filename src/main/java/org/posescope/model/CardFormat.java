package org.posescope.model;

import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a {@link ModelCard}, in the catalog and in the cards of users. Reading is strict, since a mistyped mean
 * or layout gives wrong skeletons and no error: a field that is unknown, written twice or of another type is refused.
 */
public final class CardFormat {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private CardFormat() {}

    /**
     * Reads a card.
     *
     * @param defaults for the fields that the card leaves out, or empty where it must have them
     * @throws IllegalArgumentException when a field is missing or wrong; the message names it
     */
    static ModelCard read(JsonNode node, Optional<Defaults> defaults) {
        return convert(node, Fields.class).toCard(defaults);
    }

    /** @throws IllegalArgumentException when a field is missing or wrong; the message names it */
    static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    /** The same fields that are read. */
    public static ObjectNode write(ModelCard card) {
        return MAPPER.valueToTree(Fields.of(card));
    }

    /** What Jackson says of wrong JSON, in one short line without its class names and source excerpts. */
    static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown field '" + unknown.getPropertyName() + "'";
            case InvalidFormatException invalid -> path(invalid) + "'" + invalid.getValue() + "' is not known here";
            case ValueInstantiationException refused -> path(refused) + refused.getCause().getMessage();
            case JsonMappingException mapping -> path(mapping) + firstLine(mapping);
            default -> firstLine(e);
        };
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    }

    /** Where in the card it is, or nothing when it is the card itself. */
    private static String path(JsonMappingException e) {
        String steps = e.getPath().stream().map(CardFormat::step).collect(Collectors.joining("."));
        return steps.isEmpty() ? "" : steps + ": ";
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? String.valueOf(reference.getIndex()) : reference.getFieldName();
    }

    /**
     * What a card need not say because the file that it lies beside says it.
     *
     * @param id      of the model
     * @param file    name of the file
     * @param runtime that executes files of that name
     */
    record Defaults(String id, String file, NetworkRuntime runtime) {}

    /** The fields as written; null where one is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Fields(String id, String title, Task task, NetworkRuntime runtime, String file, InputSpec input,
            String decoder, String skeleton, String precision, String license, Origin origin, String sha256,
            Long bytes) {
        static Fields of(ModelCard card) {
            return new Fields(card.id(), card.title(), card.task(), card.runtime(), card.file(), card.input(),
                    card.decoder(), card.skeleton().orElse(null), card.precision(), card.license(), card.origin(),
                    card.sha256().orElse(null), card.bytes() < 0 ? null : card.bytes());
        }

        ModelCard toCard(Optional<Defaults> defaults) {
            String ownId = or(id, defaults.map(Defaults::id), "id");
            return new ModelCard(ownId, or(title, defaults.map(Defaults::id), "title"), required(task, "task"),
                    or(runtime, defaults.map(Defaults::runtime), "runtime"),
                    or(file, defaults.map(Defaults::file), "file"), required(input, "input"),
                    required(decoder, "decoder"), Optional.ofNullable(skeleton),
                    or(precision, defaults.map(any -> "unknown"), "precision"),
                    or(license, defaults.map(any -> "unknown"), "license"),
                    or(origin, defaults.map(any -> new Origin.LocalFile()), "origin"), Optional.ofNullable(sha256),
                    bytes == null ? -1 : bytes);
        }

        private static <T> T or(T value, Optional<? extends T> otherwise, String name) {
            return value == null ? otherwise.<T>map(known -> known).orElseThrow(() -> missing(name)) : value;
        }

        private static <T> T required(T value, String name) {
            return or(value, Optional.empty(), name);
        }

        private static IllegalArgumentException missing(String name) {
            return new IllegalArgumentException("field '" + name + "' is missing");
        }
    }
}
