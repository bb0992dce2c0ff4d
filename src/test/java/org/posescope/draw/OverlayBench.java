package org.posescope.draw;

import java.lang.foreign.Arena;
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
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** One person with 33 points on 1080 x 1920 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OverlayBench {
    @Param({"boxes,skeleton,ids,hud", "skeleton", "boxes", "ids", "hud"})
    public String layers;

    private final Canvas canvas = new Canvas(Arena.ofShared().allocate(4L * 1080 * 1920, 64), 1080, 1920);
    private final List<Person> people = List.of(People.walking(1920, 0.95f));
    private final HudFigures figures = new HudFigures("min latency", 61.8, 16.4, 0);
    private Overlay overlay;

    @Setup
    public void create() {
        overlay = Overlay.of(Layers.parse(layers));
    }

    @Benchmark
    public void draw() {
        overlay.draw(canvas, people, 0, figures);
    }
}
