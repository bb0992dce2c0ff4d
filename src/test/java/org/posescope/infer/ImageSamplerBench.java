package org.posescope.infer;

import java.util.List;
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
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestFrames;

/** Time of one crop from a frame of 1080 x 1920 pixels, by the size of the input and the pixels of the frame in one of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageSamplerBench {
    @Param({"256", "416"})
    public int side;

    @Param({"NHWC", "NCHW"})
    public InputSpec.Layout layout;

    @Param({"1", "1.9", "4.1"})
    public float scale;

    private Frame frame;
    private ImageSampler sampler;
    private Region region;
    private Tensor target;

    @Setup(Level.Trial)
    public void open() {
        InputSpec input = new InputSpec("x", side, side, layout, InputSpec.ColorOrder.RGB,
                List.of(123.7f, 116.3f, 103.5f), List.of(0.0171f, 0.0175f, 0.0174f));
        frame = TestFrames.of(1080, 1920, (x, y) -> x * 31 + y * 17);
        sampler = new ImageSampler(input);
        region = new Region(540, 960, side * scale, side * scale, 0.2f);
        target = Tensor.allocate(input.shape(1));
    }

    @TearDown(Level.Trial)
    public void close() {
        sampler.close();
        frame.close();
    }

    @Benchmark
    public void sample() {
        sampler.sample(frame, region, Border.BLACK, target, 0);
    }
}
