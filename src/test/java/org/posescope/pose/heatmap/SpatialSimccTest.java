package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.TestFrames;

/** RTMW3D's contract: {@code input} 1x3x384x288, {@code simcc_x} 1x133x576, {@code simcc_y} 1x133x768, {@code simcc_z} 1x133x576. */
class SpatialSimccTest {
    private static final int WIDTH = 288;
    private static final int HEIGHT = 384;
    private static final int POINTS = 133;
    private static final Box BOX = new Box(100, 40, 90, 200);
    private static final int LEFT_HIP = Skeletons.COCO17.index("left_hip");
    private static final int RIGHT_HIP = Skeletons.COCO17.index("right_hip");

    @TempDir
    private Path folder;

    /** Bins of a point in the three lines: limbs in a row of steps, depths from one end of the line to the other. */
    private static int[] bins(int point) {
        return switch (point) {
            case 20 -> new int[] {0, 0, 0};
            case 21 -> new int[] {575, 767, 575};
            case 22 -> new int[] {0, 767, 288};
            default -> new int[] {200 + 10 * (point % 2) + point / 17, 100 + 30 * (point % 17), 280 + point % 9};
        };
    }

    private static Tensor line(int bins, int axis) {
        float[] heights = new float[POINTS * bins];
        for (int point = 0; point < POINTS; point++) {
            heights[point * bins + bins(point)[axis]] = 0.5f + 0.25f * axis;
        }
        return Tensor.of(heights, 1, POINTS, bins);
    }

    private ModelFile network() throws IOException {
        Path file = folder.resolve("rtmw3d.onnx");
        OnnxFile onnx = new OnnxFile().input("input", OnnxFile.FLOAT, 1, 3, HEIGHT, WIDTH);
        List<String> names = List.of("simcc_x", "simcc_y", "simcc_z");
        for (int axis = 0; axis < names.size(); axis++) {
            int bins = axis == 1 ? 2 * HEIGHT : 2 * WIDTH;
            onnx.constant("line" + axis, line(bins, axis)).node("Identity", names.get(axis), "line" + axis)
                    .output(names.get(axis), OnnxFile.FLOAT, 1, POINTS, bins);
        }
        onnx.write(file);
        return new ModelFile(new ModelRecognizer().recognize(file).card(), file);
    }

    /** mmpose: {@code (z / 2 / (288 / 2) - 1) * 2.1744869}. */
    private static double depth(int point) {
        return (bins(point)[2] / 2.0 / 144 - 1) * 2.1744869;
    }

    @Test
    void depths_are_those_of_the_publishers_arithmetic_and_the_limbs_tell_how_large_a_pixel_is() throws IOException {
        ModelFile file = network();
        ModelCard card = file.card();
        assertThat(card.decoder()).isEqualTo("simcc-3d");
        assertThat(card.title()).isEqualTo("RTMW3D of 133 points, 288x384");
        try (Session session = Sessions.open(file, SessionOptions.onCpu(1));
                HeatmapPose pose = new HeatmapPose(session, card.input(), Skeletons.WHOLE_BODY133, PointOutputs.SIMCC,
                        false);
                Frame frame = TestFrames.of(320, 240, (x, y) -> x + y)) {
            Person person = pose.estimate(frame, PersonView.of(card.input()).region(BOX), (_, _) -> {}).person();

            Joints3d joints = person.joints3d().orElseThrow();
            assertThat(joints.skeleton()).isEqualTo(Skeletons.WHOLE_BODY133);
            double hips = (depth(LEFT_HIP) + depth(RIGHT_HIP)) / 2;
            double metre = metresAPixel(person);
            List<Keypoint> points = person.ownKeypoints().points();
            double hipsX = (points.get(LEFT_HIP).x() + points.get(RIGHT_HIP).x()) / 2.0;
            double hipsY = (points.get(LEFT_HIP).y() + points.get(RIGHT_HIP).y()) / 2.0;
            for (int point = 0; point < POINTS; point++) {
                Joint joint = joints.joints().get(point);
                assertThat((double) joint.z()).as("z of " + point).isCloseTo(depth(point) - hips, within(1e-5));
                assertThat((double) joint.x()).as("x of " + point)
                        .isCloseTo((points.get(point).x() - hipsX) * metre, within(1e-5));
                assertThat((double) joint.y()).as("y of " + point)
                        .isCloseTo((points.get(point).y() - hipsY) * metre, within(1e-5));
                assertThat(joint.score()).isEqualTo(0.5f);
            }
            assertThat(limbs(joints)).isCloseTo(2 * 1.7 * (0.186 + 0.146 + 0.245 + 0.246 + 0.288), within(1e-4));
        }
    }

    private static double metresAPixel(Person person) {
        Joints3d joints = person.joints3d().orElseThrow();
        List<Keypoint> points = person.ownKeypoints().points();
        return (joints.joints().get(15).y() - joints.joints().get(0).y()) / (points.get(15).y() - points.get(0).y());
    }

    private static double limbs(Joints3d joints) {
        return Stream.of("shoulder elbow", "elbow wrist", "hip knee", "knee ankle", "shoulder hip")
                .flatMap(pair -> Stream.of("left_", "right_").map(side -> length(joints, side, pair.split(" "))))
                .mapToDouble(each -> each).sum();
    }

    private static double length(Joints3d joints, String side, String[] ends) {
        Joint a = joints.joints().get(joints.skeleton().index(side + ends[0]));
        Joint b = joints.joints().get(joints.skeleton().index(side + ends[1]));
        return Math.hypot(a.x() - b.x(), Math.hypot(a.y() - b.y(), a.z() - b.z()));
    }

    @Test
    void of_somebody_whose_limbs_are_not_seen_there_are_no_joints() {
        Keypoints faint = new Keypoints(Skeletons.COCO17,
                Skeletons.COCO17.names().stream().map(name -> new Keypoint(name.length(), name.hashCode() % 7, 0.1f))
                        .toList());

        assertThat(new SpaceOfDepths(Skeletons.COCO17).joints(faint,
                Skeletons.COCO17.names().stream().map(any -> 0f).toList())).isEqualTo(Optional.empty());
    }
}
