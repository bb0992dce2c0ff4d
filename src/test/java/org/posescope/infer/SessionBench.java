package org.posescope.infer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestModels;

/**
 * Time of one run, inputs and outputs included. The tiny networks take no time themselves, so they show what a call of the
 * runtime costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionBench {
    @Param({"blazepose-detector", "blazepose-full", "yolox-nano", "tiny-onnx", "tiny-torch"})
    public String network;

    @Param({"1", "2"})
    public int threads;

    private Session session;
    private Map<String, Tensor> input;

    @Setup(Level.Trial)
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("posescope-bench");
        ModelFile model = switch (network) {
            case "tiny-onnx" -> new ConvRelu().onnx(folder);
            case "tiny-torch" -> new ConvRelu().torchScript(folder);
            default -> TestModels.file(network);
        };
        session = Sessions.open(model, SessionOptions.onCpu(threads));
        input = Map.of(model.card().input().name(), ConvRelu.random(1, model.card().input().shape(1)));
    }

    @TearDown(Level.Trial)
    public void close() {
        session.close();
    }

    @Benchmark
    public Map<String, Tensor> run() {
        return session.run(input);
    }
}
