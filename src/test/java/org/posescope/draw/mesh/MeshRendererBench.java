package org.posescope.draw.mesh;

import java.lang.foreign.Arena;
import java.util.List;
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
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.draw.scene.Scene3d;
import org.posescope.draw.scene.Scene3dView;
import org.posescope.pose.Vector3;

/** A body of 7,000 vertices and 14,000 triangles, 500 pixels high, on 1280 x 720 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MeshRendererBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Canvas canvas = new Canvas(Arena.ofShared().allocate(4L * WIDTH * HEIGHT, 64), WIDTH, HEIGHT);
    private final PinholeCamera camera = PinholeCamera.ofFieldOfView(0.8, WIDTH, HEIGHT);
    private final MeshRenderer renderer = new MeshRenderer(WIDTH, HEIGHT);
    private final Mesh body = Shapes.person(2.9f, 0x4CB4F5);
    private final Scene3dView view = new Scene3dView(WIDTH, HEIGHT);
    private final Scene3d scene = new Scene3d(List.of(Shapes.person(0, 0x4CB4F5)), List.of(), 0.85);
    private double azimuth;

    @Benchmark
    public void overPicture() {
        renderer.begin(camera, RigidTransform.IDENTITY, Lights.OF_CAMERA);
        renderer.add(body);
        renderer.flush(canvas, 0.8);
    }

    @Benchmark
    public void stillView() {
        view.draw(canvas, orbit(0), scene);
    }

    @Benchmark
    public void turningView() {
        azimuth += 0.01;
        view.draw(canvas, orbit(azimuth), scene);
    }

    private static OrbitCamera orbit(double azimuth) {
        return new OrbitCamera(azimuth, 0.25, 3.2, new Vector3(0, 0, 0), 0.8);
    }
}
