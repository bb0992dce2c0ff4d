package org.posescope.track;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.posescope.pose.Person;

/** Identities and smoothing of one frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TrackerBench {
    private static final int FRAME_MICROS = 33_333;

    @Param({"1", "8"})
    private int people;

    private final Tracker tracker = new Tracker(TrackerSettings.defaults());
    private final Smoother smoother = new Smoother(SmoothingSettings.defaults());
    private long frame;

    @Benchmark
    public List<Person> trackAndSmooth() {
        frame++;
        double sway = Math.sin(frame * 0.05) * 30;
        List<Person> seen = IntStream.range(0, people).mapToObj(i -> Walker.at(100 + 150 * i + sway)).toList();
        return smoother.smooth(tracker.update(seen.stream().map(Walker::seen).toList(), frame * FRAME_MICROS),
                frame * FRAME_MICROS);
    }
}
