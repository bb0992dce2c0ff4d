package org.posescope.body.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.Expression;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Hand;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class FingersAndFaceFitterTest {
    private static final BodyModel MODEL = DefaultBody.readWhole();
    private static final Skeleton POINT = new Skeleton("point", List.of("nose"), List.of());
    private static final Quaternion REST = new Quaternion(1, 0, 0, 0);
    private static final long FRAME = 33_333;
    private static final int LEFT_WRIST = 20;

    private final HandFigure figure = HandFigure.of(MODEL, true);
    private final FingersAndFaceFitter fitter = new FingersAndFaceFitter(MODEL);

    @Test
    void a_hand_that_is_seen_gives_fingers_and_the_wrist_that_turns_the_palm() {
        Rotation wrist = Rotation.about(Vec3.Y, 0.6);
        Person found = fit(0, Optional.of(hand(HandShape.FIST, wrist)), Optional.empty());
        FingersAndFace fine = found.body().orElseThrow().fingersAndFace().orElseThrow();
        List<Quaternion> truth = HandShape.FIST.pose().rotations(figure);
        assertThat(degrees(fine.leftHand().get(1), truth.get(1))).isLessThan(5);
        assertThat(degrees(found.body().orElseThrow().rotations().get(LEFT_WRIST),
                new Quaternion((float) wrist.w(), (float) wrist.x(), (float) wrist.y(), (float) wrist.z())))
                .isLessThan(2);
        assertThat(found.body().orElseThrow().rotations().get(LEFT_WRIST + 1)).isEqualTo(REST);
    }

    @Test
    void a_wrist_never_turns_further_than_a_wrist_does() {
        Person found = fit(0, Optional.of(hand(HandShape.OPEN, Rotation.about(Vec3.Z, Math.toRadians(115)))),
                Optional.empty());
        assertThat(degrees(found.body().orElseThrow().rotations().get(LEFT_WRIST), REST)).isCloseTo(80, within(1.0));
        Person impossible = fit(1_000_000_000, Optional.of(hand(HandShape.OPEN, Rotation.about(Vec3.Z, Math.PI))),
                Optional.empty());
        assertThat(impossible.body().orElseThrow().rotations().get(LEFT_WRIST)).isEqualTo(REST);
    }

    /** Every second frame without the hand looks as if it were always there. */
    @Test
    void a_hand_that_is_lost_now_and_then_does_not_flicker_and_a_hidden_one_relaxes() {
        FingersAndFace before = null;
        for (int frame = 0; frame < 30; frame++) {
            Optional<Hand> seen = frame % 2 == 0
                    ? Optional.of(hand(HandShape.FIST, Rotation.IDENTITY))
                    : Optional.empty();
            FingersAndFace now = fine(fit(frame * FRAME, seen, Optional.empty()));
            if (before != null) {
                assertThat(degrees(before.leftHand().get(1), now.leftHand().get(1))).isLessThan(1);
            }
            before = now;
        }
        for (int frame = 30; frame < 120; frame++) {
            FingersAndFace now = fine(fit(frame * FRAME, Optional.empty(), Optional.empty()));
            assertThat(degrees(before.leftHand().get(1), now.leftHand().get(1))).isLessThan(8);
            before = now;
        }
        assertThat(degrees(before.leftHand().get(1), HandPose.relaxed().rotations(figure).get(1))).isLessThan(2);
    }

    @Test
    void an_open_mouth_opens_the_jaw_closed_lids_blink_and_a_wide_mouth_smiles() {
        FingersAndFace neutral = fine(fit(0, Optional.empty(), Optional.of(face(0, 0.26, 0.26, 0.56))));
        assertThat(degrees(neutral.jaw(), REST)).isLessThan(0.5);
        assertThat(neutral.expression()).containsOnly(0f);

        // A jaw of 98 mm that opens by 20 degrees parts the lips by 34 mm.
        FingersAndFace open = fine(fit(1_000_000_000, Optional.empty(), Optional.of(face(0.036, 0.26, 0.05, 0.8))));
        assertThat(degrees(open.jaw(), REST)).isCloseTo(20, within(1.0));
        assertThat(open.expression().get(Expression.BLINK_LEFT.component())).isZero();
        assertThat(open.expression().get(Expression.BLINK_RIGHT.component())).isEqualTo(1);
        assertThat(open.expression().get(Expression.SMILE.component())).isEqualTo(1);
    }

    @Test
    void who_has_no_body_stays_as_they_are_and_a_model_without_fingers_is_refused() {
        Person nobody = person(Optional.empty(), Details.NONE);
        assertThat(fitter.fit(List.of(nobody), 0)).containsExactly(nobody);
        BodyModel plain = DefaultBody.read();
        assertThatIllegalArgumentException().isThrownBy(() -> new FingersAndFaceFitter(plain));
    }

    private Person fit(long micros, Optional<Hand> leftHand, Optional<Face> face) {
        BodyParameters body = new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, REST),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 3));
        Person person = person(Optional.of(body), new Details(leftHand, Optional.empty(), face));
        return fitter.fit(List.of(person), micros).getFirst();
    }

    private static Person person(Optional<BodyParameters> body, Details details) {
        return new Person(1, 1, new Box(0, 0, 10, 10),
                List.of(new Keypoints(POINT, List.of(new Keypoint(1, 2, 1)))), Optional.empty(), Optional.empty(), body,
                details);
    }

    private static FingersAndFace fine(Person person) {
        return person.body().orElseThrow().fingersAndFace().orElseThrow();
    }

    private Hand hand(HandShape shape, Rotation palm) {
        return SeenHand.hand(SeenHand.points(figure, new HandPose(palm, shape.pose().angles())));
    }

    /**
     * Its outer corners of the eyes are 90 mm apart.
     *
     * @param gap   between the lips, metres
     * @param left  opening of the person's left lids as a share of their width, likewise of the right
     * @param mouth width as a share of the distance of the eyes
     */
    private static Face face(double gap, double left, double right, double mouth) {
        Keypoint[] points = new Keypoint[Skeletons.FACE468.size()];
        Arrays.fill(points, new Keypoint(0, 0, 1));
        put(points, 33, -45, 0);
        put(points, 133, -15, 0);
        put(points, 263, 45, 0);
        put(points, 362, 15, 0);
        put(points, 159, -30, -15 * right);
        put(points, 145, -30, 15 * right);
        put(points, 386, 30, -15 * left);
        put(points, 374, 30, 15 * left);
        put(points, 13, 0, 60);
        put(points, 14, 0, 60 + 1000 * gap);
        put(points, 61, -45 * mouth, 60);
        put(points, 291, 45 * mouth, 60);
        return new Face(1, new Keypoints(Skeletons.FACE468, List.of(points)),
                new ArrayList<>(Collections.nCopies(points.length, 0f)));
    }

    private static void put(Keypoint[] points, int index, double x, double y) {
        points[index] = new Keypoint((float) x, (float) y, 1);
    }

    private static double degrees(Quaternion a, Quaternion b) {
        Rotation way = Wrist.rotation(a).inverse().times(Wrist.rotation(b));
        return 2 * Math.toDegrees(Math.atan2(new Vec3(way.x(), way.y(), way.z()).length(), Math.abs(way.w())));
    }
}
