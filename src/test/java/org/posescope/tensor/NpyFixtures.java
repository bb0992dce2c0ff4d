package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.posescope.testkit.Shared;

/** The arrays that numpy itself wrote, and what is in them. */
final class NpyFixtures {
    private NpyFixtures() {}

    static Path file(String name) {
        return Shared.file("fixtures/npy/" + name);
    }

    static JsonNode index() {
        try {
            return new ObjectMapper().readTree(file("npy.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertHolds(NdArray array, JsonNode expected) {
        assertThat(array.dtype().descr()).isEqualTo(expected.get("descr").asText());
        assertThat(array.isFortranOrder()).isEqualTo(expected.get("fortran_order").asBoolean());
        int[] shape = new ObjectMapper().convertValue(expected.get("shape"), int[].class);
        assertThat(array.shape()).isEqualTo(shape);
        JsonNode values = expected.get("values_in_C_order");
        assertThat(array.size()).isEqualTo(values.size());
        for (int i = 0; i < values.size(); i++) {
            assertElement(array, i, values.get(i));
        }
    }

    private static void assertElement(NdArray array, int i, JsonNode value) {
        switch (array.dtype().kind()) {
            case TEXT -> assertThat(array.getText(i)).isEqualTo(value.asText());
            case BYTES -> assertThat(HexFormat.of().formatHex(latin1(array.getText(i)))).isEqualTo(value.asText());
            case FLOAT -> assertThat(array.getDouble(i)).isEqualTo(asDouble(value));
            case BOOL -> assertThat(array.getLong(i)).isEqualTo(value.asBoolean() ? 1 : 0);
            default -> {
                assertThat(array.getLong(i)).isEqualTo(value.bigIntegerValue().longValue());
                assertThat(array.getDouble(i)).isEqualTo(value.bigIntegerValue().doubleValue());
            }
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Double asDouble(JsonNode value) {
        return switch (value.asText()) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> value.asDouble();
        };
    }
}
