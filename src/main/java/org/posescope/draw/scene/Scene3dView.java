package org.posescope.draw.scene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Vector3;

/**
 * A 3D scene in software: background, floor with grid and soft shadows, bodies, joints and bones, seen from an orbit. For
 * pictures without a window and for machines whose graphics cannot draw 3D. Used by one thread at a time.
 */
public final class Scene3dView {
    private final int width;
    private final int height;
    private final MeshRenderer renderer;
    private final FloorGrid grid;
    private final FloorShadow shadow;
    private final AxesGizmo axes;
    private final SolidSkeletons figures = new SolidSkeletons();
    private final int[] stage;
    private Optional<Stage> painted = Optional.empty();

    /** With the dark stage. */
    public Scene3dView(int width, int height) {
        this(width, height, StageColors.DARK);
    }

    /**
     * @param width  of the pictures, pixels
     * @param height of the pictures, pixels
     * @param colors of the stage
     */
    public Scene3dView(int width, int height, StageColors colors) {
        this.width = width;
        this.height = height;
        renderer = new MeshRenderer(width, height);
        grid = new FloorGrid(width, height, colors);
        axes = new AxesGizmo(colors);
        shadow = new FloorShadow(width);
        stage = new int[Math.multiplyExact(width, height)];
    }

    /**
     * Draws the scene over all of the canvas.
     *
     * @throws IllegalArgumentException when the canvas has another size than this view
     */
    public void draw(Canvas canvas, OrbitCamera orbit, Scene3d scene) {
        if (canvas.width() != width || canvas.height() != height) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a canvas of %d x %d for a view of %d x %d", canvas.width(),
                            canvas.height(), width, height));
        }
        drawStage(canvas, new Stage(orbit, scene.floor()));
        shadow.clear(orbit.target(), scene.floor().orElse(0));
        scene.meshes().forEach(shadow::add);
        List<Mesh> skeletons = IntStream.range(0, scene.skeletons().size())
                .mapToObj(i -> figures.pose(i, scene.skeletons().get(i))).toList();
        skeletons.forEach(shadow::add);
        if (scene.floor().isPresent()) {
            shadow.draw(canvas, orbit);
        }
        if (scene.opacity() < 1) {
            paint(canvas, orbit, skeletons, 1);
            paint(canvas, orbit, scene.meshes(), scene.opacity());
        } else {
            paint(canvas, orbit, Stream.concat(scene.meshes().stream(), skeletons.stream()).toList(), 1);
        }
        axes.draw(canvas, orbit.view());
    }

    private void paint(Canvas canvas, OrbitCamera orbit, List<Mesh> meshes, double opacity) {
        renderer.begin(orbit.pinhole(width, height), orbit.view(), lights(orbit));
        meshes.forEach(renderer::add);
        renderer.flush(canvas, opacity);
    }

    /** The stage is painted again only when the camera or the floor moved. */
    private void drawStage(Canvas canvas, Stage wanted) {
        if (!painted.equals(Optional.of(wanted))) {
            grid.paint(wanted.orbit, wanted.floor, stage);
            painted = Optional.of(wanted);
        }
        for (int y = 0; y < height; y++) {
            canvas.blendRow(0, y, stage, y * width, width);
        }
    }

    /** Lights turn with the camera around the vertical, but keep their height above the horizon. */
    private static Lights lights(OrbitCamera orbit) {
        float sin = (float) Math.sin(orbit.elevation());
        float cos = (float) Math.cos(orbit.elevation());
        return Lights.OF_CAMERA.turned(new RigidTransform(new Vector3(1, 0, 0), new Vector3(0, cos, -sin),
                new Vector3(0, sin, cos), new Vector3(0, 0, 0)));
    }

    private record Stage(OrbitCamera orbit, OptionalDouble floor) {}
}
