package org.posescope.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.posescope.tensor.Tensor;

/**
 * Writes TorchScript archives without Python: a zip of the code, the module as a pickle, and one file for each of its tensors
 * (torch/csrc/jit/docs/serialization.md).
 */
public final class TorchScriptFile {
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    /** Adds an attribute of the module that its code reads as {@code self.name}. */
    public TorchScriptFile parameter(String name, Tensor value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Writes a module with one method.
     *
     * @param returns type of the result, for example {@code Tensor}
     * @param body    TorchScript statements over {@code self} and {@code x}, the last one a return
     */
    public void write(Path file, String returns, String... body) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "model/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "model/code/__torch__.py", code(returns, body).getBytes(StandardCharsets.US_ASCII));
            store(zip, "model/data.pkl", new Pickle().module(parameters).end());
            store(zip, "model/constants.pkl", new Pickle().emptyTuple().end());
            int index = 0;
            for (Tensor value : parameters.values()) {
                ByteBuffer bytes = ByteBuffer.allocate(value.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(value.data());
                store(zip, "model/data/" + index++, bytes.array());
            }
        }
    }

    private String code(String returns, String... body) {
        String names = parameters.keySet().stream().map(name -> '"' + name + "\", ").collect(Collectors.joining());
        String fields = parameters.keySet().stream().map(name -> "  " + name + " : Tensor\n")
                .collect(Collectors.joining());
        return "class Net(Module):\n  __parameters__ = [" + names + "]\n  __buffers__ = []\n  training : bool\n"
                + fields
                + "  def forward(self: __torch__.Net,\n    x: Tensor) -> " + returns + ":\n    "
                + String.join("\n    ", body) + "\n";
    }

    /** PyTorch maps tensors into memory, so that entries are not compressed. */
    static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** The few instructions of Python's pickle protocol 2 that a module needs. */
    private static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            ascii("\u0080\u0002");
        }

        Pickle module(Map<String, Tensor> parameters) {
            ascii("c__torch__\nNet\n)\u0081}(");
            string("training").ascii("\u0089");
            int index = 0;
            for (Map.Entry<String, Tensor> parameter : parameters.entrySet()) {
                string(parameter.getKey()).tensor(parameter.getValue(), index++);
            }
            return ascii("ub");
        }

        /** torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks). */
        private Pickle tensor(Tensor value, int storage) {
            ascii("ctorch._utils\n_rebuild_tensor_v2\n((");
            string("storage").ascii("ctorch\nFloatStorage\n").string(Integer.toString(storage)).string("cpu");
            integer(value.size()).ascii("tQ").integer(0);
            int[] shape = value.shape();
            int[] strides = new int[shape.length];
            for (int axis = shape.length - 1, stride = 1; axis >= 0; stride *= shape[axis--]) {
                strides[axis] = stride;
            }
            return tuple(shape).tuple(strides).ascii("\u0089ccollections\nOrderedDict\n)RtR");
        }

        Pickle emptyTuple() {
            return ascii(")");
        }

        private Pickle tuple(int... values) {
            ascii("(");
            for (int value : values) {
                integer(value);
            }
            return ascii("t");
        }

        private Pickle integer(int value) {
            return ascii("J").bytes(value);
        }

        private Pickle string(String value) {
            return ascii("X").bytes(value.length()).ascii(value);
        }

        private Pickle bytes(int value) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
            return this;
        }

        private Pickle ascii(String instructions) {
            out.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        byte[] end() {
            return ascii(".").out.toByteArray();
        }
    }
}
