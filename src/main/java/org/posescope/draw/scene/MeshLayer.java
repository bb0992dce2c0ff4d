package org.posescope.draw.scene;

import java.util.List;
import java.util.Optional;

import org.posescope.draw.HudFigures;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** The posed bodies of people, translucent over the picture. */
public final class MeshLayer implements OverlayLayer {
    /** Over a picture: the body is seen well, and the person through it. */
    public static final double OPACITY = 0.75;

    private final BodyMeshes bodies;
    private final double opacity;
    private Optional<MeshRenderer> renderer = Optional.empty();

    /**
     * @param opacity 0 (nothing) to 1 (hides the people)
     */
    public MeshLayer(BodyMeshes bodies, double opacity) {
        this.bodies = bodies;
        this.opacity = opacity;
    }

    @Override
    public void draw(Canvas canvas, List<Person> people, long ptsMicros, HudFigures figures) {
        List<Mesh> meshes = bodies.of(people, ptsMicros);
        if (meshes.isEmpty()) {
            return;
        }
        MeshRenderer sized = MeshRenderer.sized(renderer, canvas);
        renderer = Optional.of(sized);
        sized.begin(bodies.camera(canvas.width(), canvas.height()), RigidTransform.IDENTITY, Lights.OF_CAMERA);
        meshes.forEach(sized::add);
        sized.flush(canvas, bodies.covers() ? 1 : opacity);
    }
}
