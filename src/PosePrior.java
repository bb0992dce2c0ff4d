package org.posescope.body.fit;

import java.util.Arrays;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.PointNames;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/** What is believed of a pose before any landmark is looked at: that it is relaxed, and that it goes on from the frame before. */
final class PosePrior {
    /** Weights of a square radian, in square metres, by joint. */
    private static final Map<String, Double> RELAXED = Map.of("spine", 0.006, "neck", 0.003, "head", 0.003, "collar",
            0.01, "shoulder", 0.0003, "elbow", Double.parseDouble(System.getProperty("ps.e", "0.0003")), "wrist", 0.002, "hip", 0.0003, "knee", 0.0003, "ankle", 0.002);
    private static final double LEAST_RELAXED = 1e-6;
    /** Weights of a square radian since the frame before, at 30 frames a second: of a joint that is seen, and of one that is not. */
    private static final double GOING_ON = 0.0015;
    private static final double HIDDEN = 0.06;
    private static final double RATE = 30;

    private static final double ARM_DOWN = Math.toRadians(65);
    private static final double ELBOW_BENT = Math.toRadians(15);

    private final int[] witnesses;
    private final Term relaxed;

    /** @param landmarks the skeleton whose points tell how the joints turn */
    PosePrior(Skeleton landmarks) {
        witnesses = Skeletons.SMPL24.names().stream().mapToInt(joint -> witness(landmarks, joint)).toArray();
        double[] rotations = new double[BodyPose.JOINTS * Matrices.SIZE];
        double[] weights = new double[BodyPose.JOINTS];
        for (int joint = 0; joint < BodyPose.JOINTS; joint++) {
            String name = Skeletons.SMPL24.names().get(joint);
            String kind = name.replaceAll("left_|right_|\\d", "");
            weights[joint] = kind.equals("pelvis") ? 0 : RELAXED.getOrDefault(kind, LEAST_RELAXED);
            double side = name.startsWith("right_") ? -1 : 1;
            Rotation rotation = switch (kind) {
                case "shoulder" -> Rotation.about(Vec3.Z, -side * ARM_DOWN);
                case "elbow" -> Rotation.about(Vec3.Y, -side * ELBOW_BENT);
                default -> Rotation.IDENTITY;
            };
            System.arraycopy(rotation.matrix(), 0, rotations, joint * Matrices.SIZE, Matrices.SIZE);
        }
        relaxed = new NearTerm(rotations, weights);
    }

    /** The landmark at the far end of a joint's bone, or -1 where there is none. */
    private static int witness(Skeleton landmarks, String joint) {
        String side = joint.contains("_") ? joint.substring(0, joint.indexOf('_') + 1) : "";
        String landmark = switch (joint.substring(side.length())) {
            case "shoulder" -> side + "elbow";
            case "elbow" -> side + "wrist";
            case "wrist" -> side + "index";
            case "hip" -> side + "knee";
            case "knee" -> side + "ankle";
            case "ankle" -> side + "foot_index";
            case "neck", "head" -> "nose";
            default -> "";
        };
        return PointNames.find(landmarks, landmark);
    }

    /** That the body is relaxed. */
    Term relaxed() {
        return relaxed;
    }

    /**
     * That it goes on from the frame before.
     *
     * @param local   rotations of the frame before, a matrix a joint
     * @param seconds since then
     */
    Term goingOn(double[] local, Observation observation, double seconds) {
        double[] weights = new double[BodyPose.JOINTS];
        Arrays.setAll(weights, joint -> {
            double trust = witnesses[joint] < 0 ? 1 : observation.trust(witnesses[joint]);
            return (GOING_ON * trust + HIDDEN * (1 - trust)) / Math.max(1, RATE * seconds);
        });
        return new NearTerm(local, weights);
    }
}
