package org.posescope.body.build;

import java.util.List;
import java.util.function.Predicate;

/** Where clothes and hair begin and end on the left half of the average body in A-pose. */
final class Outfit {
    /** Points this near to a seam, in metres, are on it. */
    static final double ON_SEAM = 1e-4;
    /** Where the sleeve ends, from the shoulder to the elbow. */
    private static final double SLEEVE = 0.55;

    /** A surface that cuts the body: a plane, or one bent a little. */
    private interface Height {
        double above(Vec3 p);
    }

    /**
     * A seam.
     *
     * @param height how far a point is above it, in metres
     * @param up     unit vector in which the height grows
     * @param region where it is valid
     */
    record Seam(Height height, Vec3 up, Predicate<Vec3> region) {
        static Seam plane(Vec3 point, Vec3 up, Predicate<Vec3> region) {
            Vec3 unit = up.unit();
            return new Seam(p -> p.minus(point).dot(unit), unit, region);
        }

        double above(Vec3 p) {
            return height.above(p);
        }

        /** Whether a point of its region is above the seam, or on it. */
        boolean beyond(Vec3 p) {
            return region.test(p) && above(p) > -ON_SEAM;
        }
    }

    private final Seam neckline;
    private final Seam sleeve;
    private final Seam waist;
    private final Seam cuff;
    private final Seam hairline;
    private final Seam brow;

    Outfit(BaseMesh base, Vec3[] body) {
        Vec3[] joints = SmplJoints.of(base, body);
        Vec3 shoulder = joints[SmplJoints.LEFT_SHOULDER];
        Vec3 elbow = joints[SmplJoints.LEFT_ELBOW];
        Vec3 neck = joints[SmplJoints.NECK];
        Vec3 ankle = joints[SmplJoints.LEFT_ANKLE];
        Vec3 eye = base.head("eye.L", body);
        neckline = Seam.plane(neck.plus(new Vec3(0, -0.01, 0)), new Vec3(0, 1, 0.55),
                p -> p.y() > shoulder.y() && p.x() < 0.8 * shoulder.x());
        sleeve = Seam.plane(shoulder.lerp(elbow, SLEEVE), elbow.minus(shoulder),
                p -> p.x() > 1.15 * shoulder.x() && p.y() > joints[SmplJoints.LEFT_HIP].y());
        waist = Seam.plane(joints[0].lerp(joints[SmplJoints.SPINE1], 0.5), Vec3.Y, p -> p.x() < shoulder.x() * 1.15);
        cuff = Seam.plane(ankle.plus(new Vec3(0, 0.015, 0)), Vec3.Y, p -> p.y() < joints[SmplJoints.LEFT_KNEE].y());
        hairline = Seam.plane(eye.plus(new Vec3(0, 0.058, 0)), new Vec3(0, 1, -0.85),
                p -> p.y() > neck.y() && !onEar(p, eye));
        brow = new Seam(p -> p.y() - eye.y() - 0.0215 + 9 * (p.x() - eye.x()) * (p.x() - eye.x()), Vec3.Y,
                p -> p.x() > eye.x() - 0.017 && p.x() < eye.x() + 0.022 && p.z() > eye.z() - 0.015
                        && Math.abs(p.y() - eye.y() - 0.02) < 0.03);
    }

    private static boolean onEar(Vec3 p, Vec3 eye) {
        return p.x() > 2.45 * eye.x() && p.y() < eye.y() + 0.035 && Math.abs(p.z() - 0.3 * eye.z()) < 0.04;
    }

    List<Seam> seams() {
        return List.of(neckline, sleeve, waist, cuff, hairline, brow);
    }

    boolean onBrow(Vec3 p) {
        return brow.region.test(p) && Math.abs(brow.above(p)) < 2 * ON_SEAM;
    }

    /** What covers a point of the left half; the face's features count as skin. */
    BodyPart at(Vec3 p) {
        if (hairline.beyond(p)) {
            return BodyPart.HAIR;
        }
        if (neckline.beyond(p) || sleeve.beyond(p)) {
            return BodyPart.SKIN;
        }
        if (waist.above(p) > -ON_SEAM) {
            return BodyPart.SHIRT;
        }
        return cuff.above(p) > -ON_SEAM ? BodyPart.TROUSERS : BodyPart.SHOES;
    }
}
