package org.posescope.record.parquet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;
import org.posescope.record.AxisAngle;

/**
 * The columns of the table of people, as {@code docs/motion-files.md} lists them. What a preset does not give is null. The names of points
 * are those of the skeletons in the file's header.
 */
final class PeopleColumns {
    private static final double MICROS = 1e6;
    private static final List<Column<?>> COLUMNS = List.of(
            Column.text("video", row -> Optional.of(row.video())),
            Column.text("file", PersonRow::file),
            Column.int64("frame", PersonRow::frame),
            Column.float64("pts_s", row -> row.ptsMicros() / MICROS),
            Column.int32("id", row -> row.person().id()),
            Column.float32("score", Step.SCORE, row -> row.person().score()),
            Column.numbers("box", Step.PIXEL, row -> Optional.of(numbers(row.person().box()))),
            Column.text("skeleton", row -> Optional.of(row.person().ownKeypoints().skeleton().id())),
            Column.points("keypoints", PointField.PICTURE, row -> Optional.of(row.person().ownKeypoints().points())),
            Column.text("joints_skeleton", row -> row.person().joints3d().map(Joints3d::skeleton).map(s -> s.id())),
            Column.points("joints", PointField.SPACE, row -> row.person().joints3d().map(Joints3d::joints)),
            Column.numbers("translation", Step.METRE, row -> row.person().translation().map(PeopleColumns::numbers)),
            body("pose", Step.RADIAN, body -> rotations(body.rotations())),
            body("betas", Step.BETA, BodyParameters::betas),
            body("body_translation", Step.METRE, body -> numbers(body.translation())),
            details("left_hand", details -> details.leftHand().map(Hand::points)),
            details("right_hand", details -> details.rightHand().map(Hand::points)),
            details("face", details -> details.face().map(face -> face.points())),
            hand("left_hand_joints", Details::leftHand),
            hand("right_hand_joints", Details::rightHand),
            fine("left_hand_pose", Step.RADIAN, fine -> rotations(fine.leftHand())),
            fine("right_hand_pose", Step.RADIAN, fine -> rotations(fine.rightHand())),
            fine("jaw_pose", Step.RADIAN, fine -> rotations(List.of(fine.jaw()))),
            fine("expression", Step.BETA, FingersAndFace::expression));

    private PeopleColumns() {}

    private static Column<?> body(String name, Step step, Function<BodyParameters, List<Float>> value) {
        return Column.numbers(name, step, row -> row.person().body().map(value));
    }

    private static Column<?> fine(String name, Step step, Function<FingersAndFace, List<Float>> value) {
        return Column.numbers(name, step,
                row -> row.person().body().flatMap(BodyParameters::fingersAndFace).map(value));
    }

    private static Column<List<Keypoint>> details(String name, Function<Details, Optional<Keypoints>> value) {
        return Column.points(name, PointField.PICTURE,
                row -> value.apply(row.person().details()).map(Keypoints::points));
    }

    private static Column<List<Joint>> hand(String name, Function<Details, Optional<Hand>> value) {
        return Column.points(name, PointField.SPACE,
                row -> value.apply(row.person().details()).map(hand -> hand.world().joints()));
    }

    private static List<Float> numbers(Box box) {
        return List.of(box.x(), box.y(), box.width(), box.height());
    }

    private static List<Float> numbers(Vector3 vector) {
        return List.of(vector.x(), vector.y(), vector.z());
    }

    private static List<Float> rotations(List<Quaternion> rotations) {
        return rotations.stream().map(AxisAngle::of).flatMap(each -> Stream.of(each.x(), each.y(), each.z())).toList();
    }

    static MessageType schema() {
        return new MessageType("person", COLUMNS.stream().map(Column::type).toList());
    }

    static void write(RecordConsumer out, PersonRow row) {
        out.startMessage();
        for (int i = 0; i < COLUMNS.size(); i++) {
            COLUMNS.get(i).write(out, i, row);
        }
        out.endMessage();
    }
}
