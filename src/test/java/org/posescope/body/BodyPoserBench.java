package org.posescope.body;

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

/**
 * Time to pose a body of 6,890 vertices on one core, whole and in parts. Run it with
 * {@code java -cp target/classes:target/test-classes:$(cat classpath) org.openjdk.jmh.Main BodyPoserBench}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BodyPoserBench {
    private final SyntheticBody body = new SyntheticBody();
    private final float[] rotations = body.rotations();
    private final float[] betas = body.gaussians(10, 1);
    private final float[] offset = {0, 0, 3};
    private final float[] vertices = new float[3 * SyntheticBody.VERTICES];
    private final float[] transforms = new float[24 * KinematicTree.TRANSFORM];
    private BodyModel model;
    private BodyPoser poser;
    private Skinning skinning;

    @Setup
    public void prepare() {
        model = body.model();
        poser = new BodyPoser(model);
        skinning = new Skinning(model.skinWeights());
        poser.pose(rotations, betas, offset);
    }

    @Benchmark
    public float[] pose() {
        poser.pose(rotations, betas, offset);
        return poser.vertices();
    }

    @Benchmark
    public float[] normals() {
        return poser.computeNormals();
    }

    @Benchmark
    public float[] shapeBlend() {
        model.vertexShape().apply(betas, vertices);
        return vertices;
    }

    @Benchmark
    public float[] poseBlend() {
        model.poseBlend().add(rotations, vertices);
        return vertices;
    }

    @Benchmark
    public float[] skinning() {
        skinning.apply(transforms, vertices, offset);
        return vertices;
    }
}
