package org.posescope.workshop.body.surface;

import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.SmplJoints;

/** Where clothes and hair begin and end on the left half of the average body in A-pose. */
final class Outfit {
    /** Where the sleeve ends, as a share of the way from the shoulder to the elbow. */
    private static final double SLEEVE = 0.55;

    private final Seam neckline;
    private final Seam sleeve;
    private final Seam waist;
    private final Seam cuff;
    private final Seam hairline;
    private final Seam brow;

    Outfit(BaseMesh base, Vec3[] body) {
        Vec3[] joints = SmplJoints.places(base, body);
        Vec3 shoulder = joints[SmplJoints.LEFT_SHOULDER];
        Vec3 elbow = joints[SmplJoints.LEFT_ELBOW];
        Vec3 neck = joints[SmplJoints.NECK];
        Vec3 ankle = joints[SmplJoints.LEFT_ANKLE];
        Vec3 hip = joints[SmplJoints.LEFT_HIP];
        Vec3 eye = base.head("eye.L", body);
        neckline = Seam.plane(neck.plus(new Vec3(0, -0.01, 0)), new Vec3(0, 1, 0.55),
                p -> p.y() > shoulder.y() && p.x() < 0.8 * shoulder.x());
        sleeve = Seam.plane(shoulder.lerp(elbow, SLEEVE), elbow.minus(shoulder),
                p -> p.x() > 1.15 * shoulder.x() && p.y() > hip.y());
        waist = Seam.plane(joints[SmplJoints.PELVIS].lerp(joints[SmplJoints.SPINE1], 0.5), Vec3.Y,
                p -> p.x() < 1.15 * shoulder.x());
        cuff = Seam.plane(ankle.plus(new Vec3(0, 0.015, 0)), Vec3.Y,
                p -> p.y() < joints[SmplJoints.LEFT_KNEE].y());
        hairline = Seam.plane(eye.plus(new Vec3(0, 0.058, 0)), new Vec3(0, 1, -0.85),
                p -> p.y() > neck.y() && !isOnEar(p, eye));
        brow = new Seam(p -> p.y() - eye.y() - 0.0215 + 9 * (p.x() - eye.x()) * (p.x() - eye.x()), Vec3.Y,
                p -> p.x() > eye.x() - 0.017 && p.x() < eye.x() + 0.022 && p.z() > eye.z() - 0.015
                        && Math.abs(p.y() - eye.y() - 0.02) < 0.03);
    }

    private static boolean isOnEar(Vec3 p, Vec3 eye) {
        return p.x() > 2.45 * eye.x() && p.y() < eye.y() + 0.035 && Math.abs(p.z() - 0.3 * eye.z()) < 0.04;
    }

    List<Seam> seams() {
        return List.of(neckline, sleeve, waist, cuff, hairline, brow);
    }

    boolean isOnBrow(Vec3 p) {
        return brow.isValid(p) && Math.abs(brow.above(p)) < 2 * Seam.WIDTH;
    }

    /** What covers a point of the left half; the face's features count as skin. */
    BodyPart at(Vec3 p) {
        if (hairline.isBelow(p)) {
            return BodyPart.HAIR;
        }
        if (neckline.isBelow(p) || sleeve.isBelow(p)) {
            return BodyPart.SKIN;
        }
        if (waist.above(p) > -Seam.WIDTH) {
            return BodyPart.SHIRT;
        }
        return cuff.above(p) > -Seam.WIDTH ? BodyPart.TROUSERS : BodyPart.SHOES;
    }
}
