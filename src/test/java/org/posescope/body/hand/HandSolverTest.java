package org.posescope.body.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Fingers of the free body, whose points are known because it was posed. */
class HandSolverTest {
    private static final int VIEWS = 8;
    private static final BodyModel MODEL = DefaultBody.readWhole();

    @ParameterizedTest
    @EnumSource
    void exact_points_give_the_pose_back(HandShape shape) {
        for (boolean left : new boolean[] {true, false}) {
            HandFigure figure = HandFigure.of(MODEL, left);
            for (Rotation view : views()) {
                HandPose truth = new HandPose(view, sided(shape, left));
                HandPose found = new HandSolver(figure).solve(SeenHand.hand(SeenHand.points(figure, truth)));
                assertThat(SeenHand.error(figure, truth, found)).as("%s, left: %s", shape, left).isLessThan(3.0);
                assertThat(angle(truth.palm(), found.palm())).isLessThan(2.5);
            }
        }
    }

    /** Points of networks are a few millimetres wrong. */
    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.004})
    void points_with_errors_give_nearly_the_pose(double deviation) {
        HandFigure figure = HandFigure.of(MODEL, true);
        Random random = new Random(18);
        double sum = 0;
        int count = 0;
        for (HandShape shape : HandShape.values()) {
            for (Rotation view : views()) {
                HandPose truth = new HandPose(view, sided(shape, true));
                List<Vec3> seen = SeenHand.noisy(SeenHand.points(figure, truth), deviation, random);
                sum += SeenHand.error(figure, truth, new HandSolver(figure).solve(SeenHand.hand(seen)));
                count++;
            }
        }
        assertThat(sum / count).isLessThan(deviation * 2000);
    }

    @Test
    void fist_and_open_hand_are_never_confused() {
        HandFigure figure = HandFigure.of(MODEL, false);
        Random random = new Random(5);
        for (int k = 0; k < 200; k++) {
            Rotation view = views().get(k % VIEWS);
            for (HandShape shape : List.of(HandShape.FIST, HandShape.OPEN)) {
                List<Vec3> seen = SeenHand.noisy(
                        SeenHand.points(figure, new HandPose(view, sided(shape, false))), 0.006, random);
                assertThat(bend(new HandSolver(figure).solve(SeenHand.hand(seen))) > 90).isEqualTo(
                        shape == HandShape.FIST);
            }
        }
    }

    /** Mean over the four fingers of all their bends, degrees. */
    private static double bend(HandPose pose) {
        return pose.angles().stream().skip(1).mapToDouble(finger -> Math.toDegrees(
                finger[Finger.BEND] + finger[Finger.MIDDLE_BEND] + finger[Finger.LAST_BEND])).average().orElseThrow();
    }

    @Test
    void no_finger_bends_further_than_fingers_do() {
        HandFigure figure = HandFigure.of(MODEL, true);
        Random random = new Random(1);
        for (int k = 0; k < 200; k++) {
            List<Vec3> nonsense = SeenHand.noisy(SeenHand.points(figure, HandShape.OPEN.pose()), 0.05, random);
            HandPose found = new HandSolver(figure).solve(SeenHand.hand(nonsense));
            for (int f = 0; f < HandFigure.FINGERS; f++) {
                double[][] range = figure.fingers().get(f).range();
                for (int angle = 0; angle < Finger.ANGLES; angle++) {
                    assertThat(found.angles().get(f)[angle]).isBetween(range[angle][0], range[angle][1]);
                }
            }
        }
    }

    /** Spreading is to the other side on the right hand; so is the twist. */
    private static List<double[]> sided(HandShape shape, boolean left) {
        List<double[]> angles = new ArrayList<>();
        for (double[] finger : shape.pose().angles()) {
            double[] own = finger.clone();
            own[Finger.SPREAD] *= left ? 1 : -1;
            own[Finger.TWIST] *= left ? 1 : -1;
            angles.add(own);
        }
        return angles;
    }

    static List<Rotation> views() {
        List<Rotation> views = new ArrayList<>();
        for (int k = 0; k < VIEWS; k++) {
            views.add(Rotation.about(Vec3.Y, k * 2 * Math.PI / VIEWS).times(Rotation.about(Vec3.X, 0.7 * k)));
        }
        return views;
    }

    private static double angle(Rotation a, Rotation b) {
        Rotation way = a.inverse().times(b);
        return 2 * Math.toDegrees(Math.atan2(new Vec3(way.x(), way.y(), way.z()).length(), Math.abs(way.w())));
    }
}
