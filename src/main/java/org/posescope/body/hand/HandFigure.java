package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.VertexInfluences;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.SmplFamily;

/**
 * One hand of a body model of mean shape at rest: flat, palm down, as in the T-pose of SMPL-H and SMPL-X. Fingers are in the order of
 * {@link org.posescope.pose.Skeletons#HAND21}: thumb, index, middle, ring, little finger. Immutable.
 */
final class HandFigure {
    static final int FINGERS = 5;

    /** Where each finger's joints begin among the 15 of a hand of SMPL-X. */
    private static final List<Integer> FIRST_JOINTS = List.of(12, 0, 3, 9, 6);
    private static final int LEFT_WRIST = 20;
    /** The landmark of a tip is this far along the last bone: in the flesh, not on the skin. */
    private static final double TIP = 0.92;
    /**
     * By how much of the bone before it, at the thumb's first of the one behind it, each landmark of a finger lies farther out than the
     * joint or tip: what the network for hands finds on drawn flat hands of the body, thumb and others.
     */
    private static final double[] THUMB_SHARES = {0.3, 0.35, 0.08, -0.2};
    private static final double[] FINGER_SHARES = {0, 0.2, 0.05, -0.15};
    private static final Vec3 PALM = new Vec3(0, -1, 0);
    private static final double[][] FINGER_RANGE = degrees(-20, 20, -35, 95, 0, 0, 0, 115, -5, 85);
    private static final double[][] THUMB_RANGE = degrees(-45, 45, -40, 50, -35, 35, -15, 70, -25, 85);

    private final List<Finger> fingers;

    private HandFigure(List<Finger> fingers) {
        this.fingers = List.copyOf(fingers);
    }

    private static double[][] degrees(double... ends) {
        double[][] range = new double[Finger.ANGLES][2];
        for (int k = 0; k < ends.length; k++) {
            range[k / 2][k % 2] = Math.toRadians(ends[k]);
        }
        return range;
    }

    /**
     * The hand of a model.
     *
     * @throws IllegalArgumentException when the model has no fingers
     */
    static HandFigure of(BodyModel model, boolean left) {
        if (!model.hasFingers()) {
            throw new IllegalArgumentException(model + " has no fingers");
        }
        float[] betas = new float[BodyParameters.BETAS];
        float[] rest = model.restJoints(betas);
        float[] vertices = model.restVertices(betas);
        VertexInfluences influences = model.influences(1);
        int hand = model.parents().length - (left ? 2 : 1) * SmplFamily.HAND_JOINTS;
        Vec3 wrist = point(rest, left ? LEFT_WRIST : LEFT_WRIST + 1);
        List<List<Vec3>> chains = new ArrayList<>();
        for (int first : FIRST_JOINTS) {
            List<Vec3> chain = new ArrayList<>();
            for (int k = 0; k < Finger.BONES; k++) {
                chain.add(point(rest, hand + first + k).minus(wrist));
            }
            chain.add(tip(hand + first + Finger.BONES - 1, chain, wrist, vertices, influences));
            chains.add(chain);
        }
        Vec3 little = chains.getLast().getFirst();
        List<Finger> fingers = new ArrayList<>();
        for (int f = 0; f < FINGERS; f++) {
            fingers.add(f == 0 ? thumb(chains.get(f), little) : finger(chains.get(f)));
        }
        return new HandFigure(fingers);
    }

    private static Vec3 tip(int joint, List<Vec3> chain, Vec3 wrist, float[] vertices, VertexInfluences influences) {
        Vec3 last = chain.getLast();
        Vec3 direction = last.minus(chain.get(Finger.BONES - 2)).unit();
        double farthest = 0;
        for (int v = 0; v < vertices.length / 3; v++) {
            if (influences.joint(v) == joint) {
                farthest = Math.max(farthest, point(vertices, v).minus(wrist).minus(last).dot(direction));
            }
        }
        return last.plus(TIP * farthest, direction);
    }

    private static Finger finger(List<Vec3> chain) {
        Vec3 along = chain.get(1).minus(chain.get(0)).unit();
        Vec3 across = along.cross(PALM).unit();
        return new Finger(List.copyOf(chain), across, across.cross(along).times(-1), FINGER_RANGE);
    }

    /** The thumb bends towards the root of the little finger, below the palm. */
    private static Finger thumb(List<Vec3> chain, Vec3 little) {
        Vec3 along = chain.get(1).minus(chain.get(0)).unit();
        Vec3 goal = little.minus(chain.get(1)).plus(little.length() / 2, PALM);
        Vec3 across = along.cross(goal).unit();
        return new Finger(List.copyOf(chain), across, along.cross(across), THUMB_RANGE);
    }

    private static Vec3 point(float[] coordinates, int index) {
        return new Vec3(coordinates[3 * index], coordinates[3 * index + 1], coordinates[3 * index + 2]);
    }

    List<Finger> fingers() {
        return fingers;
    }

    /** Where a finger's first joint is among the 15 of a hand of SMPL-X. */
    static int firstJoint(int finger) {
        return FIRST_JOINTS.get(finger);
    }

    static double[] landmarkShares(int finger) {
        return finger == 0 ? THUMB_SHARES : FINGER_SHARES;
    }

    /** What hardly moves in itself: the wrist and the knuckles of the four fingers. */
    List<Vec3> palm() {
        List<Vec3> palm = new ArrayList<>(List.of(Vec3.ZERO));
        fingers.stream().skip(1).map(finger -> finger.points().getFirst()).forEach(palm::add);
        return palm;
    }
}
