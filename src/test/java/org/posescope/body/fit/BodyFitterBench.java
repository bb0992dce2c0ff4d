package org.posescope.body.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Person;

/** Time to fit the free body to one person in motion, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BodyFitterBench {
    private static final int FRAMES = 60;
    private static final long FRAME_MICROS = 33_333;

    private final List<List<Person>> frames = new ArrayList<>();
    private BodyFitter fitter;
    private long frame;

    /** Somebody walks on the spot, seen by a noisy network. */
    @Setup
    public void prepare() {
        BodyModel model = DefaultBody.read();
        fitter = new BodyFitter(model);
        for (int i = 0; i < FRAMES; i++) {
            double swing = 35 * Math.sin(2 * Math.PI * i / FRAMES);
            frames.add(new PosedPerson(model).turn("left_hip", Vec3.X, swing).turn("right_hip", Vec3.X, -swing)
                    .turn("left_knee", Vec3.X, Math.max(0, swing)).turn("left_shoulder", Vec3.Y, swing).noise(0.01, i)
                    .alone(1));
        }
    }

    @Benchmark
    public List<Person> fit() {
        int index = (int) (frame % FRAMES);
        return fitter.fit(frames.get(index), FRAME_MICROS * frame++, PosedPerson.CAMERA);
    }
}
