package org.posescope.body.hand;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Face;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;

/**
 * Where both eyes look, relative to the head, radians.
 *
 * @param left to the person's left
 * @param down below straight ahead
 */
record EyeTurn(double left, double down) {
    static final EyeTurn AHEAD = new EyeTurn(0, 0);

    /** From corner to corner of an eye, and from the middle of its ball to the iris, of an adult, metres. */
    private static final double EYE_WIDTH = 0.030;
    private static final double TO_IRIS = 0.0105;
    private static final double MOST_SIDEWAYS = Math.toRadians(40);
    private static final double MOST_UP_OR_DOWN = Math.toRadians(25);
    /** The two corners, that to the person's left last, and the middle of the iris. */
    private static final int[] RIGHT_EYE = {33, 133, 468};
    private static final int[] LEFT_EYE = {362, 263, 473};

    /** Straight ahead where the face has no irises. */
    static EyeTurn of(Face face) {
        if (!face.points().skeleton().equals(Skeletons.FACE478)) {
            return AHEAD;
        }
        Vec3 right = offset(face.points().points(), RIGHT_EYE);
        Vec3 left = offset(face.points().points(), LEFT_EYE);
        Vec3 mean = right.lerp(left, 0.5);
        return new EyeTurn(angle(mean.x(), MOST_SIDEWAYS), angle(mean.y(), MOST_UP_OR_DOWN));
    }

    private static double angle(double offset, double most) {
        return Math.clamp(Math.asin(Math.clamp(offset * EYE_WIDTH / TO_IRIS, -1, 1)), -most, most);
    }

    /** Of the iris from the middle of the corners, along their line and across it, in units of their distance. */
    private static Vec3 offset(List<Keypoint> points, int[] eye) {
        Vec3 from = place(points.get(eye[0]));
        Vec3 to = place(points.get(eye[1]));
        double width = from.distance(to);
        if (!(width > 0)) {
            return Vec3.ZERO;
        }
        Vec3 along = to.minus(from).unit();
        Vec3 iris = place(points.get(eye[2])).minus(from.lerp(to, 0.5)).times(1 / width);
        return new Vec3(iris.dot(along), iris.dot(Vec3.Z.cross(along)), 0);
    }

    private static Vec3 place(Keypoint point) {
        return new Vec3(point.x(), point.y(), 0);
    }

    EyeTurn towards(EyeTurn other, double share) {
        return new EyeTurn(left + share * (other.left - left), down + share * (other.down - down));
    }

    /** The rotations of the left and the right eye in the axes of the head: x to the person's left, y up. */
    List<Quaternion> eyes() {
        Rotation r = Rotation.about(Vec3.Y, left).times(Rotation.about(Vec3.X, down));
        Quaternion eye = new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z());
        return List.of(eye, eye);
    }
}
