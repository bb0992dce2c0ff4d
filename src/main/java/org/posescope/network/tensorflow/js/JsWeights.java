package org.posescope.network.tensorflow.js;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

import com.fasterxml.jackson.databind.JsonNode;

/** Cuts the weights out of a group's bytes, where they lie one behind the other. */
final class JsWeights {
    private static final DType FLOAT16 = new DType(DType.Kind.FLOAT, Short.BYTES, ByteOrder.LITTLE_ENDIAN);

    private JsWeights() {}

    /**
     * The arrays of a group by name.
     *
     * @param manifest of the group: a list of name, shape, type and quantization
     * @param bytes    of all files of the group, one behind the other
     */
    static Map<String, NdArray> read(JsonNode manifest, ByteBuffer bytes) throws MalformedDataException {
        Map<String, NdArray> weights = new HashMap<>();
        int from = 0;
        for (JsonNode each : manifest) {
            DType type = type(each);
            long[] shape = StreamSupport.stream(each.path("shape").spliterator(), false).mapToLong(JsonNode::asLong)
                    .toArray();
            long length = type.itemSize();
            for (long side : shape) {
                if (side < 0 || side > bytes.limit()) {
                    throw outside(each);
                }
                length = Math.min(length * side, Integer.MAX_VALUE);
            }
            if (length > bytes.limit() - from) {
                throw outside(each);
            }
            weights.put(each.path("name").asText(),
                    NdArray.checked(type, shape, false, bytes.slice(from, (int) length)));
            from += (int) length;
        }
        if (from != bytes.limit()) {
            throw new MalformedDataException("its weights are " + from + " bytes, but the files hold "
                    + bytes.limit());
        }
        return weights;
    }

    private static DType type(JsonNode each) throws MalformedDataException {
        String stored = each.path("quantization").path("dtype").asText(each.path("dtype").asText());
        return switch (stored) {
            case "float32" -> DType.FLOAT32;
            case "float16" -> FLOAT16;
            case "int32" -> DType.INT32;
            default -> throw new MalformedDataException("its weight " + Quoted.of(each.path("name").asText())
                    + " is stored as " + Quoted.of(stored) + ", which is not known here");
        };
    }

    private static MalformedDataException outside(JsonNode each) {
        return new MalformedDataException(
                "its weight " + Quoted.of(each.path("name").asText()) + " is not in the files of weights");
    }
}
