package org.posescope.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes small graph models of TensorFlow.js: {@code NAME.json} and {@code NAME.bin}. */
public final class JsNetwork {
    private final List<String> nodes = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);

    public JsNetwork input(String name, int... shape) {
        String sides = IntStream.of(shape).mapToObj(side -> "{\"size\": \"" + side + "\"}")
                .collect(Collectors.joining(","));
        nodes.add("{\"name\": \"" + name + "\", \"op\": \"Placeholder\", \"attr\": {\"shape\": {\"shape\": {\"dim\": ["
                + sides + "]}}}}");
        return this;
    }

    public JsNetwork ints(String name, int[] values, int... shape) {
        for (int value : values) {
            bytes.putInt(value);
        }
        return constant(name, "int32", "", shape);
    }

    /** Numbers in half precision. */
    public JsNetwork halves(String name, float[] values, int... shape) {
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return constant(name, "float32", ", \"quantization\": {\"dtype\": \"float16\"}", shape);
    }

    private JsNetwork constant(String name, String type, String more, int... shape) {
        nodes.add("{\"name\": \"" + name + "\", \"op\": \"Const\"}");
        weights.add("{\"name\": \"" + name + "\", \"dtype\": \"" + type + "\", \"shape\": "
                + IntStream.of(shape).boxed().toList() + more + "}");
        return this;
    }

    /** @param attributes as JSON, see {@link #text}, {@link #texts} and {@link #numbers} */
    public JsNetwork node(String kind, String name, String attributes, String... inputs) {
        String taken = List.of(inputs).stream().map(each -> '"' + each + '"').collect(Collectors.joining(","));
        nodes.add("{\"name\": \"" + name + "\", \"op\": \"" + kind + "\", \"input\": [" + taken + "], \"attr\": {"
                + attributes + "}}");
        return this;
    }

    public static String text(String attribute, String value) {
        return "\"" + attribute + "\": {\"s\": \""
                + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    public static String numbers(String attribute, int... values) {
        return "\"" + attribute + "\": {\"list\": {\"i\": ["
                + IntStream.of(values).mapToObj(value -> "\"" + value + '"')
                        .collect(Collectors.joining(","))
                + "]}}";
    }

    public static String texts(String attribute, String... values) {
        return "\"" + attribute + "\": {\"list\": {\"s\": [" + List.of(values).stream()
                .map(value -> '"' + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + '"')
                .collect(Collectors.joining(",")) + "]}}";
    }

    public static String number(String attribute, double value) {
        return String.format(Locale.ROOT, "\"%s\": {\"f\": %s}", attribute, value);
    }

    /** Writes both files and gives the first. */
    public Path write(Path folder, String name, String... outputs) throws IOException {
        String named = List.of(outputs).stream().map(each -> "\"" + each + ":0\": {}").collect(Collectors.joining(","));
        byte[] all = new byte[bytes.position()];
        bytes.get(0, all);
        Files.write(folder.resolve(name + ".bin"), all);
        return Files.writeString(folder.resolve(name + ".json"),
                "{\"format\": \"graph-model\", \"signature\": {\"outputs\": {"
                        + named + "}}, \"modelTopology\": {\"node\": [" + String.join(",\n", nodes)
                        + "]}, \"weightsManifest\": [{\"paths\": [\"" + name + ".bin\"], \"weights\": ["
                        + String.join(",\n", weights) + "]}]}");
    }
}
