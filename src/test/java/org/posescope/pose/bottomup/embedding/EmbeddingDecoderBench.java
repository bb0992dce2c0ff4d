package org.posescope.pose.bottomup.embedding;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding of a picture of 896x512 with so many people in it, every second point of whom has to be looked for by its tag. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class EmbeddingDecoderBench {
    private static final int ROWS = 512;
    private static final int COLUMNS = 896;

    @Param({"1", "5", "20"})
    int people;

    private final EmbeddingPainter painter = new EmbeddingPainter(ROWS, COLUMNS);
    private final EmbeddingDecoder decoder = new EmbeddingDecoder(ROWS, COLUMNS);

    @Setup
    public void paint() {
        for (DrawnBody body : DrawnBody.crowd(people, ROWS, COLUMNS)) {
            for (int point = 0; point < EmbeddingPainter.POINTS; point++) {
                painter.paint(point, body, point % 2 == 0 ? 0.9 : 0.08);
            }
        }
    }

    @Benchmark
    public List<FoundPose> decode() {
        return decoder.decode(painter.heatmapsAndTags(), painter.fineHeatmaps());
    }
}
