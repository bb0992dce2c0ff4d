package org.posescope.record.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.band.NormalBands;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionRecorder;
import org.posescope.record.motion.MovingPerson;
import org.posescope.record.motion.PersonFiles;
import org.xml.sax.InputSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class MeasuredFilesTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final double FPS = 50;
    private static final int FRAMES = 20;

    @TempDir
    Path folder;
    private final MovingPerson person = new MovingPerson(4);
    private final Motion motion = MovingPerson.motion(MODEL, FPS, FRAMES, person);

    @Test
    void the_table_has_the_angles_of_each_person_and_frame() throws IOException {
        Motion two = MovingPerson.motion(MODEL, FPS, FRAMES, person, new MovingPerson(7));
        List<String> lines = Files
                .readAllLines(new AnglesCsv(MODEL).write(two, folder.resolve("angles.csv")).getFirst());

        assertThat(lines).hasSize(1 + 2 * FRAMES);
        List<String> header = List.of(lines.getFirst().split(","));
        assertThat(header).hasSize(3 + PoseAngle.values().length).startsWith("frame", "time_s", "id", "pelvis_tilt");
        Map<PoseAngle, Double> expected = PoseAngles.of(motion.people().getFirst().at(0).rotations());
        for (PoseAngle angle : PoseAngle.values()) {
            String[] row = lines.get(1).split(",");
            assertThat(Double.parseDouble(row[header.indexOf(angle.id())])).isCloseTo(expected.get(angle),
                    within(1e-3));
        }
        assertThat(lines.get(FRAMES + 1)).startsWith("0,0.000000,7,");
    }

    @Test
    void the_object_has_speeds_and_nothing_where_nobody_was_seen() throws IOException {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        recorder.accept(0, List.of());
        for (int frame = 1; frame < 10; frame++) {
            recorder.accept(frame * 100_000L, List.of(person.person(frame)));
        }
        JsonNode root = new ObjectMapper()
                .readTree(new AnglesJson(MODEL).write(recorder.motion(), folder.resolve("a.json")).getFirst().toFile());

        JsonNode first = root.get("people").get(0);
        JsonNode knee = first.get("degrees").get("left_knee_flexion");
        assertThat(knee).hasSize(10);
        assertThat(knee.get(0).isNull()).isTrue();
        double slope = (knee.get(6).doubleValue() - knee.get(4).doubleValue()) * 5;
        assertThat(first.get("degrees_per_second").get("left_knee_flexion").get(5).doubleValue()).isCloseTo(slope,
                within(0.3 * Math.abs(slope) + 3));
        assertThat(first.has("gait")).isFalse();
    }

    /** Opens the coordinates again in the order of OpenSim's joints: turns about z, x, y in axes x forward, y up, z right. */
    @Test
    void coordinates_of_opensim_give_back_the_rotations() throws IOException {
        List<String> lines = Files
                .readAllLines(new PersonFiles(new MotFile()).write(motion, folder.resolve("walk.mot")).getFirst());

        assertThat(lines.subList(0, 6)).containsExactly("walk", "version=1", "nRows=20",
                "nColumns=" + lines.get(6).split("\t").length, "inDegrees=yes", "endheader");
        List<String> names = List.of(lines.get(6).split("\t"));
        for (int frame = 0; frame < FRAMES; frame++) {
            String[] row = lines.get(7 + frame).split("\t");
            same(turn(names, row, "pelvis_tilt", "pelvis_list", "pelvis_rotation", 1), rotation(frame, 0));
            same(turn(names, row, "hip_flexion_r", "hip_adduction_r", "hip_rotation_r", 1), rotation(frame, 2));
            same(turn(names, row, "hip_flexion_l", "hip_adduction_l", "hip_rotation_l", -1), rotation(frame, 1));
        }
    }

    @Test
    void points_are_read_back_by_another_reader() throws IOException {
        C3dPoints read = C3dPoints
                .read(new PersonFiles(new C3dFile(MODEL)).write(motion, folder.resolve("walk.c3d")).getFirst());

        assertThat(read.labels()).startsWith("pelvis", "left_hip").hasSize(24);
        assertThat(read.rate()).isEqualTo((float) FPS);
        assertThat(read.units()).isEqualTo("mm");
        assertThat(read.frames()).hasSize(FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            List<Vec3> joints = person.joints(MODEL, frame);
            for (int joint = 0; joint < 24; joint++) {
                float[] point = read.frames().get(frame).get(joint);
                assertThat(new Vec3(point[0], point[1], point[2]).times(1e-3).distance(joints.get(joint)))
                        .isLessThan(1e-3);
                assertThat(point[3]).isZero();
            }
        }
    }

    @Test
    void points_of_who_is_out_of_sight_are_invalid() throws IOException {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        recorder.accept(0, List.of());
        recorder.accept(100_000, List.of(person.person(0)));
        C3dPoints read = C3dPoints.read(
                new PersonFiles(new C3dFile(MODEL)).write(recorder.motion(), folder.resolve("late.c3d")).getFirst());

        assertThat(read.frames().getFirst()).allSatisfy(point -> assertThat(point[3]).isEqualTo(-1));
        assertThat(read.frames().getLast()).allSatisfy(point -> assertThat(point[3]).isZero());
    }

    @Test
    void the_report_is_one_file_of_well_formed_plots() throws Exception {
        String html = Files.readString(
                new ReportFile(MODEL, NormalBands.NONE).write(motion, folder.resolve("report.html")).getFirst());

        assertThat(html).doesNotContain("http", "src=", "NaN").contains("<h2>Person 4</h2>", "Knee flexion");
        Matcher plots = Pattern.compile("<svg.*?</svg>").matcher(html);
        int count = 0;
        while (plots.find()) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plots.group())));
            count++;
        }
        assertThat(count).isEqualTo(
                (int) Arrays.stream(PoseAngle.values()).filter(each -> !each.name().startsWith("RIGHT")).count());
    }

    @Test
    void the_report_shades_what_is_normal_and_says_for_how_long_it_was_not() throws Exception {
        PoseAngle knee = PoseAngle.LEFT_KNEE_FLEXION;
        NormalBand always = NormalBand.constant(-400, 400);
        NormalBands normal = new NormalBands(Map.of(knee, always, PoseAngle.RIGHT_KNEE_FLEXION, always,
                PoseAngle.PELVIS_TILT, NormalBand.constant(500, 600), PoseAngle.TRUNK_LEAN_SIDE,
                new NormalBand(List.of(0.0, 50.0), List.of(0.0, 1.0), List.of(2.0, 3.0))));
        String html = Files
                .readString(new ReportFile(MODEL, normal).write(motion, folder.resolve("report.html")).getFirst());

        assertThat(html).contains("What is normal is shaded.", "outside normal, %")
                .containsPattern("<tr><td>Left knee flexion</td>(<td>[^<]*</td>){5}<td>0.0</td></tr>")
                .containsPattern("<tr><td>Pelvis tilt</td>(<td>[^<]*</td>){5}<td>100.0</td></tr>")
                .containsPattern("<tr><td>Trunk lean side</td>(<td>[^<]*</td>){5}<td></td></tr>")
                .containsPattern("<tr><td>Left hip flexion</td>(<td>[^<]*</td>){5}<td></td></tr>");
        assertThat(Pattern.compile("fill-opacity").matcher(html).results()).as("one for both knees").hasSize(2);
    }

    @Test
    void without_people_there_is_no_file() {
        Motion nobody = new Motion(FPS, 0, List.of());

        assertThat(new AnglesCsv(MODEL).write(nobody, folder.resolve("a.csv"))).isEmpty();
        assertThat(new AnglesJson(MODEL).write(nobody, folder.resolve("a.json"))).isEmpty();
        assertThat(new ReportFile(MODEL, NormalBands.NONE).write(nobody, folder.resolve("a.html"))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private Rotation rotation(int frame, int joint) {
        return motion.people().getFirst().at(frame).rotations().get(joint);
    }

    private static Rotation turn(List<String> names, String[] row, String z, String x, String y, int side) {
        double first = Math.toRadians(Double.parseDouble(row[names.indexOf(z)]));
        double second = side * Math.toRadians(Double.parseDouble(row[names.indexOf(x)]));
        double third = side * Math.toRadians(Double.parseDouble(row[names.indexOf(y)]));
        return Rotation.about(Vec3.X.times(-1), first).times(Rotation.about(Vec3.Z, second))
                .times(Rotation.about(Vec3.Y, third));
    }

    private static void same(Rotation found, Rotation expected) {
        Rotation off = found.times(expected.inverse());
        assertThat(Math.hypot(Math.hypot(off.x(), off.y()), off.z())).isLessThan(1e-5);
    }
}
