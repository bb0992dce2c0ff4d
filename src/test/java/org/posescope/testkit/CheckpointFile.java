package org.posescope.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;

import org.posescope.tensor.pickle.PickleWriter;
import org.posescope.tensor.torch.TensorPickle;
import org.posescope.tensor.torch.TorchType;

/** Writes checkpoints without PyTorch, in both of its formats: float32 tensors by name, and int64 zeros of rank 0. */
public final class CheckpointFile {
    private static final byte[] MAGIC = {0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8,
        0x50, 0x19};

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String place = "";

    private record Entry(TorchType type, List<Long> shape, ByteBuffer bytes) {
        long[] sides() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }

        byte[] content() {
            byte[] content = new byte[bytes.capacity()];
            bytes.get(0, content);
            return content;
        }
    }

    public CheckpointFile add(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        entries.put(name, new Entry(TorchType.FLOAT32, Arrays.stream(shape).boxed().toList(), bytes));
        return this;
    }

    /** A count of batches, as normalizations have one. */
    public CheckpointFile addZero(String name) {
        entries.put(name, new Entry(TorchType.INT64, List.of(), ByteBuffer.allocate(Long.BYTES)));
        return this;
    }

    /** The numbers of a tensor. */
    public float[] values(String name) {
        ByteBuffer bytes = entries.get(name).bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.capacity() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    public CheckpointFile remove(String name) {
        entries.remove(name);
        return this;
    }

    /** Puts the weights below a key, as training programs do; without it they are the whole value. */
    public CheckpointFile nestedIn(String key) {
        place = key;
        return this;
    }

    /** The format since PyTorch 1.6. */
    public Path writeZip(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            TorchScriptFile.store(zip, "archive/data.pkl", value());
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                TorchScriptFile.store(zip, "archive/data/" + entry.getKey(), entry.getValue().content());
            }
        }
        return file;
    }

    /** The format before. */
    public Path writeLegacy(Path file) throws IOException {
        PickleWriter keys = new PickleWriter().mark();
        entries.keySet().forEach(keys::text);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new PickleWriter().longInteger(MAGIC).end());
            out.write(new PickleWriter().integer(1001).end());
            out.write(new PickleWriter().emptyDict().mark().text("little_endian").truth(true).setItems().end());
            out.write(value());
            out.write(keys.list().end());
            for (Entry entry : entries.values()) {
                int itemSize = entry.type == TorchType.INT64 ? Long.BYTES : Float.BYTES;
                out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(entry.bytes.capacity() / itemSize).array());
                out.write(entry.content());
            }
        }
        return file;
    }

    private byte[] value() {
        PickleWriter pickle = new PickleWriter();
        if (!place.isEmpty()) {
            pickle.emptyDict().mark().text("epoch").integer(140).text(place);
        }
        pickle.global("collections", "OrderedDict").emptyTuple().reduce().mark();
        entries.forEach((name, entry) -> TensorPickle.push(pickle.text(name), entry.type, name, entry.sides(),
                TensorPickle.rowMajor(entry.sides())));
        pickle.setItems();
        return (place.isEmpty() ? pickle : pickle.setItems()).end();
    }
}
