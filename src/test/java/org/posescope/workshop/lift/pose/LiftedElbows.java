package org.posescope.workshop.lift.pose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.posescope.body.DefaultBody;
import org.posescope.body.fit.PosedLandmarks;
import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.body.lift.Lifter;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/**
 * How far the lifter bends arms that hang down, in captured poses whose landmarks it is told exactly, seen from the front and from the side.
 * A program for whoever trains it; its argument is the file of the motion.
 */
final class LiftedElbows {
    private static final int STRIDE = 5;
    private static final double HANGING = 0.9;
    private static final Camera CAMERA = Camera.ofFieldOfView(60, 1280, 720);
    private static final List<Float> AVERAGE = Collections.nCopies(BodyParameters.BETAS, 0f);

    private final PosedLandmarks places = new PosedLandmarks(DefaultBody.read(), Skeletons.BLAZEPOSE33);
    private final Lifter lifter = Lifter.bundled();
    private final Map<Integer, List<Double>> errors = new TreeMap<>();

    private LiftedElbows() {}

    public static void main(String[] args) {
        CapturedMotion motion = CapturedMotion.read(Path.of(args[0]));
        for (double degrees : new double[] {0, 90}) {
            LiftedElbows elbows = new LiftedElbows();
            for (int frame = 0; frame < motion.frames(); frame += STRIDE) {
                elbows.look(motion.pose(frame), Math.toRadians(degrees));
            }
            System.out.printf(Locale.ROOT, "seen %.0f degrees from the front%n", degrees);
            elbows.errors.forEach((from, all) -> System.out.printf(Locale.ROOT,
                    "  %3d to %3d degrees: %5d arms, %+6.1f%n", 10 * from, 10 * from + 10, all.size(),
                    all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        }
    }

    private void look(BodyRotations pose, double yaw) {
        Vec3 ahead = pose.get(0).apply(Vec3.Z);
        Rotation turn = Rotation.about(Vec3.X, Math.PI)
                .times(Rotation.about(Vec3.Y, yaw - Math.atan2(ahead.x(), ahead.z())));
        float[] points = places.points(new BodyParameters(pose.quaternions(turn), AVERAGE, new Vector3(0, 0, 4)));
        Keypoint[] seen = new Keypoint[Skeletons.BLAZEPOSE33.names().size()];
        Arrays.fill(seen, new Keypoint(0, 0, 0));
        Map<String, Vec3> truth = new TreeMap<>();
        for (int i = 0; i < places.landmarks().size(); i++) {
            Vec3 place = new Vec3(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
            int landmark = places.landmarks().get(i);
            truth.put(Skeletons.BLAZEPOSE33.names().get(landmark), place);
            seen[landmark] = new Keypoint((float) (CAMERA.centerX() + CAMERA.focal() * place.x() / place.z()),
                    (float) (CAMERA.centerY() + CAMERA.focal() * place.y() / place.z()), 0.99f);
        }
        List<Vec3> lifted = lifter.lift(new Keypoints(Skeletons.BLAZEPOSE33, Arrays.asList(seen)), CAMERA, 1280, 720)
                .orElseThrow();
        for (String side : List.of("left_", "right_")) {
            List<Vec3> own = arm(side, truth::get);
            if (own.get(1).minus(own.get(0)).unit().y() > HANGING) {
                double flexion = flexion(own);
                errors.computeIfAbsent((int) (flexion / 10), any -> new ArrayList<>())
                        .add(flexion(arm(side, name -> lifted.get(LiftedLandmarks.index(name)))) - flexion);
            }
        }
    }

    private static List<Vec3> arm(String side, Function<String, Vec3> place) {
        return List.of(place.apply(side + "shoulder"), place.apply(side + "elbow"), place.apply(side + "wrist"));
    }

    private static double flexion(List<Vec3> arm) {
        Vec3 upper = arm.get(1).minus(arm.get(0));
        Vec3 fore = arm.get(2).minus(arm.get(1));
        return Math.toDegrees(Math.atan2(upper.cross(fore).length(), upper.dot(fore)));
    }
}
