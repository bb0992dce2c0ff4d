package org.posescope.pose.bottomup.paf;

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
import org.posescope.tensor.Tensor;

/** From maps of a frame with so many people, of an input of 256x640, to people. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PafDecoderBench {
    private static final int ROWS = 32;
    private static final int COLUMNS = 80;

    @Param({"0", "1", "2", "5", "10", "20"})
    private int people;

    private final PafDecoder decoder = new PafDecoder(19, 38, ROWS, COLUMNS);
    private Tensor heatmaps;
    private Tensor fields;

    @Setup
    public void paint() {
        MapPainter painter = new MapPainter(ROWS, COLUMNS);
        DrawnPerson.crowd(people, ROWS, COLUMNS).forEach(painter::paint);
        heatmaps = painter.heatmaps();
        fields = painter.fields();
    }

    @Benchmark
    public List<PeakGroup> decode() {
        return decoder.decode(heatmaps, fields);
    }
}
