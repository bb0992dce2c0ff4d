package org.posescope.infer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TorchScriptFile;

/** A network small enough to be computed by hand: one 3x3 convolution without padding, then max(0, x). */
final class ConvRelu {
    static final int SIDE = 16;
    private static final int IN = 3;
    private static final int OUT = 4;
    private static final int KERNEL = 3;
    private static final InputSpec INPUT = new InputSpec("x", SIDE, SIDE, InputSpec.Layout.NCHW,
            InputSpec.ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

    private final Tensor weight = random(1, OUT, IN, KERNEL, KERNEL);
    private final Tensor bias = random(2, OUT);

    /** Values in -1..1, the same for the same seed. */
    static Tensor random(long seed, int... shape) {
        Random random = new Random(seed);
        Tensor tensor = Tensor.allocate(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data().put(i, random.nextFloat() * 2 - 1);
        }
        return tensor;
    }

    static ModelFile model(NetworkRuntime runtime, Path file) {
        return new ModelFile(new ModelCard("conv-relu", "convolution", Task.POSE_2D, runtime,
                file.getFileName().toString(), INPUT, "none", Optional.empty(), "fp32", "Apache-2.0",
                new Origin.BringYourOwn("nowhere"), Optional.empty(), -1), file);
    }

    /** An ONNX file for batches of any size; the output is named {@code y}. */
    ModelFile onnx(Path folder) {
        return written(folder.resolve("conv.onnx"), onnx()::write);
    }

    /** The same in half precision. */
    ModelFile halfOnnx(Path folder) {
        return written(folder.resolve("half.onnx"), onnx()::writeHalf);
    }

    private OnnxFile onnx() {
        return new OnnxFile().input("x", OnnxFile.FLOAT, -1, IN, SIDE, SIDE)
                .constant("weight", weight).constant("bias", bias)
                .node("Conv", "c", "x", "weight", "bias").node("Relu", "y", "c")
                .output("y", OnnxFile.FLOAT, -1, OUT, SIDE - KERNEL + 1, SIDE - KERNEL + 1);
    }

    private static ModelFile written(Path file, FileWriter writer) {
        try {
            writer.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model(NetworkRuntime.ONNXRUNTIME, file);
    }

    private interface FileWriter {
        void write(Path file) throws IOException;
    }

    /** A TorchScript file that returns the tensor alone. */
    ModelFile torchScript(Path folder) {
        return torchScript(folder, "Tensor", "return torch.relu(y)");
    }

    /** A TorchScript file that returns what the last statement makes of the convolution {@code y}. */
    ModelFile torchScript(Path folder, String returns, String lastStatement) {
        Path file = folder.resolve("conv.pt");
        try {
            new TorchScriptFile().parameter("weight", weight).parameter("bias", bias).write(file, returns,
                    "y = torch.conv2d(x, self.weight, self.bias, [1, 1], [0, 0], [1, 1], 1)", lastStatement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model(NetworkRuntime.PYTORCH, file);
    }

    /** The definition of the convolution, computed in double. */
    Tensor apply(Tensor x) {
        int batch = x.dimension(0);
        int side = SIDE - KERNEL + 1;
        float[] y = new float[batch * OUT * side * side];
        for (int i = 0; i < y.length; i++) {
            int column = i % side;
            int row = i / side % side;
            int out = i / (side * side) % OUT;
            int image = i / (side * side * OUT);
            double sum = bias.get(out);
            for (int k = 0; k < IN * KERNEL * KERNEL; k++) {
                int kx = k % KERNEL;
                int ky = k / KERNEL % KERNEL;
                int in = k / (KERNEL * KERNEL);
                sum += (double) weight.get(out * IN * KERNEL * KERNEL + k)
                        * x.get(((image * IN + in) * SIDE + row + ky) * SIDE + column + kx);
            }
            y[i] = (float) Math.max(0, sum);
        }
        return Tensor.of(y, batch, OUT, side, side);
    }
}
