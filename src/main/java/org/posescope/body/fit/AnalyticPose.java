package org.posescope.body.fit;

import java.util.function.Function;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeletons;

/**
 * A first pose from the directions of the limbs, in closed form: the hips and shoulders turn pelvis and chest, the spine
 * shares what is between them, each limb is swung to where it points and twisted so that its hinge lies across the plane of its
 * two bones; hands, feet and head take the direction that their landmarks span.
 */
final class AnalyticPose {
    /** A limb bent by less than the angle of this sine does not tell where its hinge is. */
    private static final double STRAIGHT = Math.sin(Math.toRadians(20));
    private static final int SPINE_PARTS = 3;
    private static final int NECK_PARTS = 2;

    private final Function<String, Vec3> rest;
    private final Function<String, Vec3> seen;
    private final boolean hands;
    private final boolean feet;
    private final BodyPose pose;

    /**
     * @param rest  where landmarks are on the body before posing
     * @param seen  where they are in the camera frame
     * @param hands whether there are landmarks on hands; otherwise these go on as forearms do
     * @param feet  whether there are landmarks on feet; otherwise these go on as shins do
     */
    AnalyticPose(Function<String, Vec3> rest, Function<String, Vec3> seen, boolean hands, boolean feet,
            BodyPose pose) {
        this.rest = rest;
        this.seen = seen;
        this.hands = hands;
        this.feet = feet;
        this.pose = pose;
    }

    /** Writes the pose. */
    void find() {
        Rotation pelvis = aligning("right_hip", "left_hip", this::trunk);
        Rotation chest = aligning("right_shoulder", "left_shoulder", this::trunk);
        set("pelvis", Rotation.IDENTITY, pelvis);
        share(pelvis, chest, SPINE_PARTS, "spine1", "spine2", "spine3");
        Rotation head = aligning("right_ear", "left_ear", place -> place.apply("nose").minus(middle(place, "ear")));
        share(chest, head, NECK_PARTS, "neck", "head");
        for (String side : new String[] {"left_", "right_"}) {
            set(side + "collar", chest, chest);
            arm(side, chest);
            leg(side, pelvis);
        }
        pose.setTranslation(0, 0, 0);
        pose.update();
        Vec3 hips = joint("left_hip").lerp(joint("right_hip"), 0.5);
        Vec3 wanted = middle(seen, "hip");
        pose.setTranslation(wanted.x() - hips.x(), wanted.y() - hips.y(), wanted.z() - hips.z());
        pose.update();
    }

    private Vec3 joint(String name) {
        int joint = Skeletons.SMPL24.index(name);
        return new Vec3(pose.position(joint, 0), pose.position(joint, 1), pose.position(joint, 2));
    }

    private static Vec3 middle(Function<String, Vec3> place, String pair) {
        return place.apply("left_" + pair).lerp(place.apply("right_" + pair), 0.5);
    }

    private Vec3 trunk(Function<String, Vec3> place) {
        return middle(place, "shoulder").minus(middle(place, "hip"));
    }

    private static Vec3 span(Function<String, Vec3> place, String from, String to) {
        return place.apply(to).minus(place.apply(from));
    }

    /** The rotation that brings the line between two landmarks to what is seen, and a second direction as near as it can. */
    private Rotation aligning(String from, String to, Function<Function<String, Vec3>, Vec3> second) {
        return Rotation.aligning(span(rest, from, to), second.apply(rest), span(seen, from, to), second.apply(seen));
    }

    private void arm(String side, Rotation chest) {
        Vec3 upper = span(rest, side + "shoulder", side + "elbow");
        Vec3 fore = span(rest, side + "elbow", side + "wrist");
        Vec3 seenUpper = span(seen, side + "shoulder", side + "elbow");
        Vec3 seenFore = span(seen, side + "elbow", side + "wrist");
        // The arm points sideways in rest and bends forwards.
        Vec3 hinge = upper.cross(Vec3.Z);
        Vec3 seenHinge = seenUpper.unit().cross(seenFore.unit());
        Rotation shoulder = seenHinge.length() > STRAIGHT
                ? Rotation.aligning(upper, hinge, seenUpper, seenHinge)
                : swung(chest, upper, seenUpper);
        set(side + "shoulder", chest, shoulder);
        if (!hands) {
            Rotation elbow = swung(shoulder, fore, seenFore);
            set(side + "elbow", shoulder, elbow);
            set(side + "wrist", elbow, elbow);
            return;
        }
        Vec3 palm = span(rest, side + "pinky", side + "index");
        Vec3 seenPalm = span(seen, side + "pinky", side + "index");
        Rotation elbow = Rotation.aligning(fore, palm, seenFore, seenPalm);
        Rotation wrist = Rotation.aligning(hand(rest, side), palm, hand(seen, side), seenPalm);
        set(side + "elbow", shoulder, elbow);
        set(side + "wrist", elbow, wrist);
    }

    private static Vec3 hand(Function<String, Vec3> place, String side) {
        return place.apply(side + "index").lerp(place.apply(side + "pinky"), 0.5).minus(place.apply(side + "wrist"));
    }

    private void leg(String side, Rotation pelvis) {
        Vec3 thigh = span(rest, side + "hip", side + "knee");
        Vec3 shin = span(rest, side + "knee", side + "ankle");
        Vec3 seenThigh = span(seen, side + "hip", side + "knee");
        Vec3 seenShin = span(seen, side + "knee", side + "ankle");
        // The leg points down in rest and bends backwards, about x.
        Vec3 seenHinge = seenThigh.unit().cross(seenShin.unit());
        boolean bent = seenHinge.length() > STRAIGHT;
        if (!feet) {
            Rotation hip = bent
                    ? Rotation.aligning(thigh, Vec3.X, seenThigh, seenHinge)
                    : swung(pelvis, thigh, seenThigh);
            Rotation knee = swung(hip, shin, seenShin);
            set(side + "hip", pelvis, hip);
            set(side + "knee", hip, knee);
            set(side + "ankle", knee, knee);
            return;
        }
        Vec3 foot = span(rest, side + "heel", side + "foot_index");
        Vec3 seenFoot = span(seen, side + "heel", side + "foot_index");
        Rotation hip = bent
                ? Rotation.aligning(thigh, Vec3.X, seenThigh, seenHinge)
                : Rotation.aligning(thigh, foot, seenThigh, seenFoot);
        Rotation knee = Rotation.aligning(shin, Vec3.X, seenShin, hip.apply(Vec3.X));
        Rotation ankle = Rotation.aligning(foot, shin, seenFoot, seenShin);
        set(side + "hip", pelvis, hip);
        set(side + "knee", hip, knee);
        set(side + "ankle", knee, ankle);
    }

    /** The rotation of the part before, and the shortest turn from there that brings a bone to where it is seen. */
    private static Rotation swung(Rotation before, Vec3 bone, Vec3 seenBone) {
        return before.times(Rotation.between(bone, before.inverse().apply(seenBone)));
    }

    /** Sets a joint that shall have a rotation in the camera frame, given that of its parent. */
    private void set(String joint, Rotation parent, Rotation world) {
        pose.setLocal(Skeletons.SMPL24.index(joint), parent.inverse().times(world).matrix());
    }

    /** Shares the rotation between two parts of the body equally among the joints between them. */
    private void share(Rotation from, Rotation to, int parts, String... joints) {
        double[] matrix = from.inverse().times(to).matrix();
        double[] vector = new double[4];
        Matrices.log(matrix, 0, vector);
        Matrices.exp(vector[0] / parts, vector[1] / parts, vector[2] / parts, matrix, 0);
        for (String joint : joints) {
            pose.setLocal(Skeletons.SMPL24.index(joint), matrix);
        }
    }
}
