package org.posescope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A network of shared/fixtures/nets: the names and shapes of its weights, their numbers by the fill formula of its README, and what the
 * authors' code made of them.
 */
public final class NetworkFixture {
    private static final int GOLDEN = (int) 2654435761L;
    private static final int MIX = 0x45d9f3b;
    private static final double TWO_TO_32 = 0x1p32;

    private final String id;
    private final JsonNode description;

    /** @param id for example {@code hrnet_w32_256x192} */
    public NetworkFixture(String id) {
        this.id = id;
        try {
            description = new ObjectMapper().readTree(Shared.file("fixtures/nets/" + id + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The weights, not written yet. */
    public CheckpointFile checkpoint() {
        CheckpointFile file = new CheckpointFile();
        for (JsonNode entry : description.get("state_dict")) {
            String name = entry.get("name").asText();
            if (entry.get("kind").asText().equals("bn_num_batches_tracked")) {
                file.addZero(name);
            } else {
                file.add(name, fill(entry), new ObjectMapper().convertValue(entry.get("shape"), long[].class));
            }
        }
        return file;
    }

    public String inputName() {
        return description.get("input").get("name").asText();
    }

    public Tensor input() {
        JsonNode input = description.get("input");
        int[] shape = new ObjectMapper().convertValue(input.get("shape"), int[].class);
        JsonNode affine = input.get("affine");
        double scale = affine.isNull() ? 1 : affine.get(0).asDouble();
        double shift = affine.isNull() ? 0 : affine.get(1).asDouble();
        Tensor tensor = Tensor.allocate(shape);
        int seed = seed(inputName());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data().put(i, (float) (scale * (2 * unit(seed, i) - 1) + shift));
        }
        return tensor;
    }

    /** What the authors' code gives for {@link #input}, by output. */
    public Map<String, NdArray> outputs() {
        return NpzReader.readAll(Shared.file("fixtures/nets/" + id + ".npz"));
    }

    private float[] fill(JsonNode entry) {
        int[] shape = new ObjectMapper().convertValue(entry.get("shape"), int[].class);
        int seed = seed(entry.get("name").asText());
        IntToDoubleFunction value = switch (entry.get("kind").asText()) {
            case "conv_weight", "linear_weight", "deconv_weight" -> {
                double bound = description.get("weight_gain").asDouble()
                        * Math.sqrt(3.0 / entry.get("fan_in").asDouble());
                yield i -> (2 * unit(seed, i) - 1) * bound;
            }
            case "bn_weight" -> i -> 1 + 0.2 * (2 * unit(seed, i) - 1);
            case "bn_running_var" -> i -> 1 + 0.4 * unit(seed, i);
            default -> i -> 0.1 * (2 * unit(seed, i) - 1);
        };
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) value.applyAsDouble(i));
        return values;
    }

    private int seed(String name) {
        CRC32 crc = new CRC32();
        crc.update((description.get("salt").asText() + name).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static double unit(int seed, int index) {
        int x = seed + index * GOLDEN;
        x ^= x >>> 16;
        x *= MIX;
        x ^= x >>> 16;
        return Integer.toUnsignedLong(x) / TWO_TO_32;
    }
}
