package org.posescope.eval.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.eval.FrameId;
import org.posescope.eval.Pose3dEvaluation;
import org.posescope.eval.Pose3dFigures;
import org.posescope.eval.PoseFrame;
import org.posescope.eval.PoseSet;
import org.posescope.eval.PosedHuman;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.testkit.Shared;

class PoseFilesTest {
    private static final String SCENE = "body3DScene_00000168.json";

    @TempDir
    private Path folder;

    @Test
    void a_panoptic_frame_gives_metres_and_leaves_out_joints_that_are_not_known() {
        PoseSet poses = PoseFiles.read(Shared.file("data/gt3d/" + SCENE));

        PosedHuman first = poses.frames().getFirst().people().getFirst();
        assertThat(poses.frames()).extracting(PoseFrame::id).containsExactly(new FrameId("", 168));
        assertThat(first.joints()).hasSize(18).doesNotContainKey("left_ankle");
        assertThat(first.joints().get("nose")).isEqualTo(new Vec3(104.413, -117.401, -25.8053).times(0.01));
        // A grown person's shoulders are this far apart only where centimetres were read as such.
        assertThat(first.joints().get("left_shoulder").distance(first.joints().get("right_shoulder"))).isBetween(0.2,
                0.5);
    }

    @Test
    void a_panoptic_folder_gives_its_frames_in_order_and_nothing_else_of_it() throws IOException {
        Path scene = Shared.file("data/gt3d/" + SCENE);
        for (int frame : new int[] {12, 9}) {
            Files.copy(scene, folder.resolve(String.format(Locale.ROOT, "body3DScene_%08d.json", frame)));
        }
        Files.writeString(folder.resolve("calibration.json"), "{}");

        assertThat(PoseFiles.read(folder).frames()).extracting(frame -> frame.id().number()).containsExactly(9L, 12L);
    }

    @Test
    void human36m_joints_have_the_lengths_of_a_body() {
        PoseSet poses = PoseFiles.read(Shared.file("data/gt3d/test_h36m_body3d.npz"));

        assertThat(poses.frames()).hasSize(4);
        assertThat(poses.frames().getFirst().id())
                .isEqualTo(new FrameId("S1/S1_Directions_1.54138969/S1_Directions_1.54138969_", 1));
        for (PoseFrame frame : poses.frames()) {
            Map<String, Vec3> joints = frame.people().getFirst().joints();
            for (String side : List.of("left_", "right_")) {
                assertThat(length(joints, side + "hip", side + "knee")).isBetween(0.4, 0.5);
                assertThat(length(joints, side + "knee", side + "ankle")).isBetween(0.4, 0.5);
                assertThat(length(joints, side + "shoulder", side + "elbow")).isBetween(0.25, 0.33);
                assertThat(length(joints, side + "elbow", side + "wrist")).isBetween(0.2, 0.3);
            }
            assertThat(joints.get("left_hip").lerp(joints.get("right_hip"), 0.5).distance(joints.get("pelvis_h36m")))
                    .isLessThan(0.01);
            assertThat(length(joints, "pelvis_h36m", "spine_h36m")).isBetween(0.2, 0.27);
            assertThat(length(joints, "jaw_h36m", "head_h36m")).isBetween(0.1, 0.13);
        }
    }

    private static double length(Map<String, Vec3> joints, String from, String to) {
        return joints.get(from).distance(joints.get(to));
    }

    @Test
    void spins_joints_and_all_of_human36m_are_told_by_their_number() {
        Map<String, Vec3> spin = joints(write("S", positions(1, 24, 4)));
        Map<String, Vec3> all = joints(write("positions_3d", positions(1, 32, 3)));

        assertThat(spin).hasSize(24).containsEntry("right_ankle", place(0)).containsEntry("right_ear", place(23));
        assertThat(all).hasSize(17).containsEntry("left_hip", place(6)).containsEntry("right_wrist", place(27));
    }

    private static Map<String, Vec3> joints(Path file) {
        return PoseFiles.read(file).frames().getFirst().people().getFirst().joints();
    }

    @Test
    void a_joint_without_confidence_or_without_a_number_is_not_known() {
        double[] values = positions(1, 17, 4).toDoubles();
        values[3] = 0;
        values[4 * 5 + 1] = Double.NaN;

        assertThat(joints(write("S", NdArray.of(values, 1, 17, 4)))).hasSize(15).doesNotContainKeys("pelvis_h36m",
                "left_knee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "panoptic", "human36m"})
    void the_truth_as_its_own_prediction_has_no_error(String kind) {
        Path truth = switch (kind) {
            case "demo" -> Path.of("assets", "demo-truth.json");
            case "panoptic" -> Shared.file("data/gt3d/" + SCENE);
            default -> Shared.file("data/gt3d/test_h36m_body3d.npz");
        };
        PoseSet poses = PoseFiles.read(truth);
        PoseSet few = new PoseSet(poses.frames().subList(0, Math.min(20, poses.frames().size())), poses.named());

        Pose3dFigures figures = evaluate(few, few);

        assertThat(figures.found()).isEqualTo(figures.expected());
        // One of three in the Panoptic frame has no right hip to measure from.
        assertThat(figures.expected()).isEqualTo(kind.equals("panoptic") ? 2 : kind.equals("demo") ? 40 : 4);
        assertThat(figures.mpjpeMm()).isZero();
        assertThat(figures.paMpjpeMm()).isCloseTo(0, within(1e-9));
        assertThat(figures.lagFrames()).isZero();
        assertThat(figures.pveMm().isPresent()).isEqualTo(kind.equals("demo"));
        assertThat(figures.pveMm().orElse(0)).isZero();
        assertThat(figures.angles()).hasSize(kind.equals("demo") ? 24 : 0).allMatch(each -> each.meanError() == 0);
        assertThat(figures.acceleration().orElse(0)).isZero();
    }

    private static Pose3dFigures evaluate(PoseSet truth, PoseSet found) {
        Pose3dEvaluation evaluation = new Pose3dEvaluation("all", Optional.of(DefaultBody.read()));
        truth.with(found).forEach(pair -> evaluation.frame(pair.truth(), pair.other().people()));
        return evaluation.figures();
    }

    @Test
    void joints_of_two_layouts_are_compared_by_their_names() {
        PoseSet human36m = PoseFiles.read(write("S", positions(3, 17, 3)));
        PoseSet spin = PoseFiles.read(write("S", positions(3, 24, 3)));
        PoseFrame truth = human36m.frames().getFirst();

        // Every joint of one layout is elsewhere than the joint of its number in the other.
        assertThat(evaluate(human36m, spin).mpjpeMm()).isGreaterThan(100);
        assertThat(truth.people().getFirst().joints().keySet())
                .containsAnyElementsOf(spin.frames().getFirst().people().getFirst().joints().keySet());
    }

    @Test
    void frames_without_names_are_compared_in_their_order_and_must_be_as_many() {
        PoseSet three = PoseFiles.read(write("S", positions(3, 17, 3)));
        PoseSet two = PoseFiles.read(write("S", positions(2, 17, 3)));

        assertThat(evaluate(three, three).found()).isEqualTo(3);
        assertThatThrownBy(() -> three.with(two)).isInstanceOf(UserException.class)
                .hasMessageContaining("2 frames without names, but the truth has 3");
    }

    @Test
    void what_is_no_file_of_joints_is_refused_in_one_sentence() throws IOException {
        refused(folder.resolve("missing.npz"), "does not exist");
        refused(Files.writeString(folder.resolve("text.txt"), "a"), "no layout that is known");
        refused(Files.writeString(folder.resolve("other.json"), "{\"a\": 1}"), "demo-truth.schema.json");
        refused(Files.writeString(folder.resolve("broken.json"), "{"), "cannot be read");
        refused(Files.writeString(folder.resolve(SCENE), "{\"bodies\": [{\"id\": 1, \"joints15\": []}]}"), "joints19");
        refused(Files.createDirectory(folder.resolve("empty")), "holds no body3DScene");
        refused(write("S", positions(1, 14, 3)), "17, 24 or 32 joints");
        refused(write("positions_3d", NdArray.of(new double[17 * 3], 17, 3)), "17, 24 or 32 joints");
        refused(write("joints", positions(1, 17, 3)), "neither an array S nor");
        double[] millimetres = positions(1, 17, 3).toDoubles();
        for (int i = 0; i < millimetres.length; i++) {
            millimetres[i] *= 1000;
        }
        refused(write("S", NdArray.of(millimetres, 1, 17, 3)), "in metres");
    }

    private static void refused(Path file, String what) {
        assertThatThrownBy(() -> PoseFiles.read(file)).isInstanceOf(UserException.class).hasMessageContaining(what)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private static Vec3 place(int joint) {
        return new Vec3(0.05 * joint, 0.03 * joint * joint / 10, joint % 3);
    }

    /** As many joints of as many rows, with a confidence of 1 as the fourth number. */
    private static NdArray positions(int rows, int joints, int numbers) {
        double[] values = IntStream.range(0, rows * joints).mapToObj(i -> place(i % joints))
                .flatMapToDouble(at -> IntStream.range(0, numbers)
                        .mapToDouble(i -> new double[] {at.x(), at.y(), at.z(), 1}[i]))
                .toArray();
        return NdArray.of(values, rows, joints, numbers);
    }

    private Path write(String name, NdArray array) {
        Path file = folder.resolve(name + array.dimension(1) + "-" + array.dimension(0) + ".npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            npz.write(name, array);
            npz.finish();
        }
        return file;
    }
}
