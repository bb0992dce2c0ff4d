package org.posescope.workshop.body.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.mesh.Blend;

/** Dresses the body: says of each vertex and triangle what it shows. */
public final class Wardrobe {
    private static final double MOSTLY = 0.5;
    private static final double EYEBALL_INFLUENCE = 0.08;

    private final BodySurface surface;
    private final Vec3[] body;
    private final Outfit outfit;
    private final BitSet lips;
    private final BitSet eyeballs = new BitSet();

    /** @param body all vertices of the base mesh: the average adult */
    public Wardrobe(BaseMesh base, BodySurface surface, Vec3[] body) {
        this.surface = surface;
        this.body = body;
        outfit = new Outfit(base, body);
        lips = new FaceLandmarks(base).lips();
        Stream.of("helper-l-eye", "helper-r-eye").flatMapToInt(eye -> Arrays.stream(base.helper(eye)))
                .forEach(eyeballs::set);
    }

    /** What each vertex shows: a feature of the face, else what covers it. Along a seam that is what is above it. */
    public List<BodyPart> vertices() {
        List<BodyPart> parts = new ArrayList<>();
        for (int v = 0; v < surface.size(); v++) {
            Vec3 p = left(surface.blend(v));
            if (surface.blend(v).influence(eyeballs::get) > EYEBALL_INFLUENCE) {
                parts.add(BodyPart.EYES);
            } else if (surface.blend(v).influence(lips::get) > MOSTLY) {
                parts.add(BodyPart.LIPS);
            } else {
                parts.add(outfit.isOnBrow(p) ? BodyPart.BROWS : outfit.at(p));
            }
        }
        return parts;
    }

    /** What covers each triangle. Edges run along the seams, so that no triangle lies on both sides of one. */
    public List<BodyPart> triangles() {
        return Arrays.stream(surface.triangles())
                .map(t -> Vec3.mean(Arrays.stream(t).mapToObj(v -> left(surface.blend(v))).toArray(Vec3[]::new)))
                .map(outfit::at).toList();
    }

    private Vec3 left(Blend blend) {
        Vec3 p = blend.at(body);
        return p.x() < 0 ? p.mirrored() : p;
    }
}
