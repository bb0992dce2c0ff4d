package org.posescope.body.build;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/** Dresses the body: says of each vertex whether it shows skin, hair or clothes. Decided on the average body in A-pose. */
final class Wardrobe {
    /** The edge loop where the lips touch, by two of its vertices, and how many rings of quads the lips are wide. */
    private static final int LIP = 520;
    private static final int NEXT_LIP = 7267;
    private static final int LIP_RINGS = 5;
    private static final double SHARE = 0.5;
    private static final double EYEBALL_SHARE = 0.08;

    private final BodySurface surface;
    private final Vec3[] body;
    private final Outfit outfit;
    private final BitSet lips;
    private final BitSet eyeballs = new BitSet();

    Wardrobe(BaseMesh base, BodySurface surface, Vec3[] body) {
        this.surface = surface;
        this.body = body;
        outfit = new Outfit(base, body);
        QuadMesh quads = new QuadMesh(base.bodyQuads(), BaseMesh.BODY_VERTICES);
        BitSet seam = new BitSet();
        quads.edgeLoop(LIP, NEXT_LIP).forEach(seam::set);
        lips = quads.around(seam, LIP_RINGS);
        Stream.of("helper-l-eye", "helper-r-eye").flatMapToInt(eye -> Arrays.stream(base.helpers().get(eye)))
                .forEach(eyeballs::set);
    }

    /** The part of each vertex: the face's features, else what covers it. */
    BodyPart[] vertices() {
        return Arrays.stream(surface.blends()).map(this::part).toArray(BodyPart[]::new);
    }

    /** What covers each triangle. Edges run along the seams, so that no triangle lies across one. */
    BodyPart[] triangles() {
        double third = 1.0 / 3;
        return Arrays.stream(surface.triangles()).map(
                t -> Blend.sum(Arrays.stream(t).mapToObj(v -> surface.blends()[v]).toArray(Blend[]::new), third, third,
                        third))
                .map(middle -> outfit.at(left(middle))).toArray(BodyPart[]::new);
    }

    private BodyPart part(Blend blend) {
        if (weightIn(blend, eyeballs) > EYEBALL_SHARE) {
            return BodyPart.EYES;
        }
        if (weightIn(blend, lips) > SHARE) {
            return BodyPart.LIPS;
        }
        return outfit.onBrow(left(blend)) ? BodyPart.BROWS : outfit.at(left(blend));
    }

    private Vec3 left(Blend blend) {
        Vec3 at = blend.at(body);
        return at.x() < 0 ? at.mirrored() : at;
    }

    private static double weightIn(Blend blend, BitSet vertices) {
        double sum = 0;
        for (int k = 0; k < blend.vertices().length; k++) {
            if (vertices.get(blend.vertices()[k])) {
                sum += Math.abs(blend.shares()[k]);
            }
        }
        return sum;
    }
}
