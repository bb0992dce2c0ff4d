package org.posescope.draw.scene;

import java.util.List;
import java.util.Optional;

import org.posescope.draw.HudFigures;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** The joints in space as solid spheres and tubes over the picture, seen by the camera that they were placed for. */
public final class Joints3dLayer implements OverlayLayer {
    private final CameraOfPicture lens;
    private final SolidSkeletons figures = new SolidSkeletons();
    private Optional<MeshRenderer> renderer = Optional.empty();

    public Joints3dLayer(CameraOfPicture lens) {
        this.lens = lens;
    }

    @Override
    public void draw(Canvas canvas, List<Person> people, long ptsMicros, HudFigures ignored) {
        List<Skeleton3d> skeletons = people.stream().flatMap(person -> Skeleton3d.of(person).stream()).toList();
        if (skeletons.isEmpty()) {
            return;
        }
        MeshRenderer sized = MeshRenderer.sized(renderer, canvas);
        renderer = Optional.of(sized);
        sized.begin(lens.pinhole(canvas.width(), canvas.height()), RigidTransform.IDENTITY, Lights.OF_CAMERA);
        for (int i = 0; i < skeletons.size(); i++) {
            sized.add(figures.pose(i, skeletons.get(i)));
        }
        sized.flush(canvas, 1);
    }
}
