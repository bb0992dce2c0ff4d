package org.posescope.detect;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.posescope.tensor.Tensor;

/** Decoders of the detectors on outputs of noise in which a few candidates stand out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecoderBench {
    private final Tensor blazeOffsets = noise(2254 * 12, 20, 1, 2254, 12);
    private final Tensor blazeScores = noise(2254, 2, 1, 2254, 1);
    private final Tensor yolox = noise(3549 * 85, 0.5f, 1, 3549, 85);
    private final BlazePoseDetectionDecoder blazeDecoder = new BlazePoseDetectionDecoder(224);
    private final YoloxDecoder yoloxDecoder = new YoloxDecoder(416, 416, 0.9f, 0.45f, YoloxBoxes.IN_CELLS);

    private static Tensor noise(int size, float scale, int... shape) {
        Random random = new Random(1);
        Tensor tensor = Tensor.allocate(shape);
        for (int i = 0; i < size; i++) {
            tensor.data().put(i, scale * (float) random.nextGaussian());
        }
        return tensor;
    }

    @Benchmark
    public List<ScoredBox> blazePose() {
        return blazeDecoder.decode(blazeOffsets, blazeScores, 0.998f);
    }

    @Benchmark
    public List<ScoredBox> yolox() {
        return yoloxDecoder.decode(yolox);
    }
}
