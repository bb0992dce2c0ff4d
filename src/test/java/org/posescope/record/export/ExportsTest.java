package org.posescope.record.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.band.NormalBands;
import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.testkit.CloseUps;
import org.posescope.record.Coordinates;
import org.posescope.record.motion.LengthUnit;
import org.posescope.record.motion.MovingPerson;

class ExportsTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final SourceInfo SOURCE = source(SourceInfo.Kind.VIDEO);

    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private static SourceInfo source(SourceInfo.Kind kind) {
        return new SourceInfo("clips/a walk.mp4", kind, 64, 48, 25, -1, -1, true);
    }

    private static ExportSettings settings(Optional<BodyModel> body, boolean identities) {
        return new ExportSettings("live", List.of(Skeletons.COCO17, Skeletons.BLAZEPOSE33), body, identities,
                LengthUnit.M, Coordinates.CAMERA, NormalBands.NONE);
    }

    /** With the points that the networks give; point i is at (i, 2i) and, relative to the hips, (i, 2i, 3i) cm. */
    private static Person seen(int id) {
        List<Keypoint> points = IntStream.range(0, 33).mapToObj(i -> new Keypoint(i, 2 * i, 1 - i / 100f)).toList();
        List<Joint> joints = IntStream.range(0, 33)
                .mapToObj(i -> new Joint(0.01f * i, 0.02f * i, 0.03f * i, 0.5f)).toList();
        return new Person(id, 1, new Box(0, 0, 10, 10), List.of(new Keypoints(Skeletons.BLAZEPOSE33, points)),
                Optional.of(new Joints3d(Skeletons.BLAZEPOSE33, joints)), Optional.of(new Vector3(1, 2, 3)),
                Optional.of(new MovingPerson(id).body(0)));
    }

    private Exports open(String... names) {
        return Exports.open(targets(names), SOURCE, settings(Optional.of(MODEL), true));
    }

    private List<ExportTarget> targets(String... names) {
        return Arrays.stream(names).map(name -> name.startsWith("openpose:")
                ? ExportTarget.of("openpose:" + folder.resolve(name.substring(9)))
                : ExportTarget.of(folder.resolve(name).toString())).toList();
    }

    private void accept(Exports exports, int index, Person... people) {
        try (Frame frame = new Frame(pool.acquire(2, 2), index, index * 40_000L, 0)) {
            exports.accept(frame, List.of(people));
        }
    }

    @Test
    void all_formats_at_once_and_no_unfinished_file_is_left() throws IOException {
        Exports exports = open("a.bvh", "a.GLB", "a.npz", "a.trc", "a.csv", "a.json", "a.parquet", "openpose:points");
        accept(exports, 0, seen(1));
        accept(exports, 1, seen(1));
        assertThat(folder.resolve("a.bvh")).doesNotExist();
        assertThat(folder.resolve("a.csv")).doesNotExist();
        exports.close();
        assertThat(exports.warning()).isEmpty();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.bvh", "a.GLB",
                    "a.npz", "a.trc", "a.csv", "a.json", "a.parquet", "points");
        }
    }

    @Test
    void csv_has_the_seen_joints_in_the_upright_world() throws IOException {
        try (Exports exports = open("a.csv")) {
            accept(exports, 0);
            accept(exports, 3, seen(2), seen(5));
        }

        List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
        assertThat(lines).hasSize(1 + 2 * 33).startsWith("frame,time_s,id,joint,x_m,y_m,z_m,score",
                "3,0.120000,2,nose,1.0000,-2.0000,-3.0000,0.5000");
        assertThat(lines.get(33)).isEqualTo("3,0.120000,2,right_foot_index,1.3200,-2.6400,-3.9600,0.5000");
        assertThat(lines.get(34)).startsWith("3,0.120000,5,nose,");
    }

    @Test
    void angles_in_the_picture_need_no_body_and_are_empty_where_points_are_not_seen() throws IOException {
        Keypoints unseen = new Keypoints(Skeletons.BLAZEPOSE33,
                Collections.nCopies(33, new Keypoint(1, 1, 0.29f)));
        Person hidden = new Person(7, 1, new Box(0, 0, 10, 10), List.of(unseen), Optional.empty(), Optional.empty(),
                Optional.empty());
        try (Exports exports = Exports.open(targets("a.angles2d.csv"), SOURCE, settings(Optional.empty(), false))) {
            accept(exports, 0);
            accept(exports, 3, seen(2), hidden);
        }

        List<String> lines = Files.readAllLines(folder.resolve("a.angles2d.csv"));
        assertThat(lines).hasSize(3);
        List<String> names = List.of(lines.get(0).split(","));
        List<String> row = List.of(lines.get(1).split(","));
        assertThat(names).startsWith("frame", "time_s", "id", "picture_right_ankle");
        assertThat(row).hasSameSizeAs(names).startsWith("3", "0.120000", "2");
        // All points lie on a line that falls by 2 in 1: everything is straight, and points down.
        assertThat(row.get(names.indexOf("picture_right_knee"))).isEqualTo("0.000");
        assertThat(row.get(names.indexOf("picture_right_shank_segment"))).isEqualTo("-63.435");
        assertThat(lines.get(2)).isEqualTo("3,0.120000,7" + ",".repeat(names.size() - 3));
    }

    @Test
    void csv_has_the_hands_at_the_wrists_of_the_body() throws IOException {
        try (Exports exports = open("a.csv")) {
            accept(exports, 0, seen(1).withDetails(CloseUps.details()));
        }

        List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
        assertThat(lines).hasSize(1 + 33 + 21);
        assertThat(lines.get(34)).isEqualTo("0,0.000000,1,left_hand_wrist,1.1500,-2.3000,-3.4500,0.7500");
        assertThat(lines.get(54)).isEqualTo("0,0.000000,1,left_hand_pinky_tip,1.3500,-2.7000,-4.0500,0.7500");
    }

    @Test
    void openpose_gets_the_hands_and_70_points_of_the_face() throws IOException {
        try (Exports exports = open("openpose:points")) {
            accept(exports, 0, seen(1).withDetails(CloseUps.details()));
        }

        JsonNode person = read("points/a_walk_000000000000_keypoints.json").at("/people/0");
        assertThat(person.get("hand_left_keypoints_2d")).hasSize(63);
        assertThat(point(person.get("hand_left_keypoints_2d"), 20)).containsExactly(120, 40, 0.75);
        assertThat(person.get("hand_right_keypoints_2d")).isEmpty();
        JsonNode face = person.get("face_keypoints_2d");
        assertThat(face).hasSize(210);
        assertThat(point(face, 8)).containsExactly(200 + 152, 2 * 152, 0.75);
        assertThat(point(face, 36)).containsExactly(200 + 33, 2 * 33, 0.75);
        assertThat(point(face, 68)).containsExactly(200 + (33 + 159 + 133 + 145) / 4.0, (33 + 159 + 133 + 145) / 2.0,
                0.75);
    }

    @Test
    void openpose_gets_a_file_a_frame_of_body_25() throws IOException {
        try (Exports exports = open("openpose:points")) {
            accept(exports, 0);
            accept(exports, 12, seen(4));
        }

        JsonNode empty = read("points/a_walk_000000000000_keypoints.json");
        assertThat(empty).isEqualTo(new ObjectMapper().readTree("{\"version\":1.3,\"people\":[]}"));
        JsonNode person = read("points/a_walk_000000000012_keypoints.json").at("/people/0");
        JsonNode numbers = person.get("pose_keypoints_2d");
        assertThat(person.get("person_id").get(0).asInt()).isEqualTo(4);
        assertThat(numbers).hasSize(75);
        assertThat(point(numbers, 0)).containsExactly(0, 0, 1);
        assertThat(point(numbers, 1)).containsExactly(11.5, 23, 0.88f);
        assertThat(point(numbers, 2)).containsExactly(12, 24, 0.88f);
        assertThat(point(numbers, 8)).containsExactly(23.5, 47, 0.76f);
        assertThat(point(numbers, 20)).containsExactly(0, 0, 0);
        assertThat(point(numbers, 24)).containsExactly(30, 60, 0.7f);
    }

    @Test
    void openpose_gets_the_feet_of_halpe_and_whole_bodies_and_their_hands_and_faces() throws IOException {
        try (Exports exports = open("openpose:points")) {
            accept(exports, 0, inPicture(Skeletons.HALPE26), inPicture(Skeletons.WHOLE_BODY133));
        }

        JsonNode people = read("points/a_walk_000000000000_keypoints.json").get("people");
        JsonNode halpe = people.get(0).get("pose_keypoints_2d");
        JsonNode whole = people.get(1).get("pose_keypoints_2d");
        assertThat(IntStream.range(19, 25).mapToObj(i -> halpe.get(3 * i).asInt())).containsExactly(20, 22, 24, 21, 23,
                25);
        assertThat(IntStream.range(19, 25).mapToObj(i -> whole.get(3 * i).asInt())).containsExactly(17, 18, 19, 20, 21,
                22);
        assertThat(IntStream.range(0, 21).map(i -> people.at("/1/hand_right_keypoints_2d").get(3 * i).asInt()))
                .containsExactly(IntStream.range(112, 133).boxed().toArray(Integer[]::new));
        JsonNode face = people.at("/1/face_keypoints_2d");
        assertThat(face).hasSize(210);
        assertThat(point(face, 67)).containsExactly(90, 90, 1);
    }

    /** Each point lies at its own number. */
    private static Person inPicture(Skeleton skeleton) {
        List<Keypoint> points = IntStream.range(0, skeleton.size()).mapToObj(i -> new Keypoint(i, i, 1)).toList();
        return new Person(1, 1, new Box(0, 0, 10, 10), List.of(new Keypoints(skeleton, points)), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static double[] point(JsonNode numbers, int index) {
        return IntStream.range(3 * index, 3 * index + 3).mapToDouble(i -> numbers.get(i).floatValue()).toArray();
    }

    private JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    @Test
    void an_older_file_stays_until_the_new_one_is_complete() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bvh"), "older");
        try (Exports exports = open("a.bvh")) {
            accept(exports, 0, seen(1));
            assertThat(file).hasContent("older");
        }
        assertThat(file).content().startsWith("HIERARCHY");
    }

    @Test
    void what_is_discarded_was_never_there() throws IOException {
        Path older = Files.writeString(folder.resolve("walk.csv"), "older");
        Exports exports = open("walk.bvh", "walk.glb", "walk.npz", "walk.trc", "walk.csv", "walk.json",
                "openpose:points");
        accept(exports, 0, seen(1));
        accept(exports, 1, seen(1));

        exports.discard();

        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(older);
        }
        assertThat(older).hasContent("older");
    }

    @Test
    void a_run_without_a_frame_writes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "older");
        open("a.csv", "a.bvh").close();

        assertThat(file).hasContent("older");
        assertThat(folder.resolve("a.bvh")).doesNotExist();
    }

    @Test
    void when_nobody_was_seen_there_is_no_file_but_a_word() {
        Exports exports = open("a.bvh", "a.glb");
        accept(exports, 0);
        exports.close();

        assertThat(exports.warning()).hasValue("nobody was seen, so no motion was exported to "
                + folder.resolve("a.bvh") + ", " + folder.resolve("a.glb"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_file_that_cannot_be_written_keeps_no_other_from_it() throws IOException {
        Exports exports = open("a.bvh", "b.trc");
        accept(exports, 0, seen(1));
        Files.createDirectory(folder.resolve("a.bvh"));

        assertThatThrownBy(exports::close).isInstanceOf(UserException.class)
                .hasMessage("Cannot write " + folder.resolve("a.bvh") + ": it is a folder.");
        assertThat(folder.resolve("b.trc")).isNotEmptyFile();
        exports.close();
    }

    @Test
    void a_missing_folder_is_told_before_the_run() {
        assertThatThrownBy(() -> open("a.csv", "nowhere/a.glb")).isInstanceOf(UserException.class)
                .hasMessageContaining("nowhere does not exist.").hasMessageNotContaining("\n");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"motion", "motion.fbx", "motion.openpose", ""})
    void an_unknown_ending_is_told_with_the_known_ones(String name) {
        assertThatThrownBy(() -> ExportTarget.of(name)).isInstanceOf(UserException.class)
                .hasMessage("Cannot export to " + name
                        + ": give a name that ends in .bvh, .glb, .npz, .trc, .mot, .c3d, .angles.csv, "
                        + ".angles.json, .angles2d.csv, .html, .csv, .parquet, .json, or openpose:FOLDER.");
    }

    @ParameterizedTest
    @CsvSource({"false, true, VIDEO, leave out --no-body", "true, false, VIDEO, leave out --no-track",
        "true, true, IMAGE_FOLDER, the pictures of a folder"})
    void what_a_body_format_needs_is_told(boolean body, boolean identities, SourceInfo.Kind kind, String advice) {
        ExportSettings settings = settings(body ? Optional.of(MODEL) : Optional.empty(), identities);

        assertThatThrownBy(() -> Exports.open(targets("a.bvh"), source(kind), settings))
                .isInstanceOf(UserException.class).hasMessageContaining(advice).hasMessageNotContaining("\n");
        Exports.open(targets("a.csv"), source(kind), settings).close();
    }

    @Test
    void a_name_asks_for_angles_where_that_is_a_word_of_its_own() {
        assertThat(ExportFormat.of("out/angles.csv")).isEqualTo(ExportFormat.ANGLES_CSV);
        assertThat(ExportFormat.of("walk-angles.json")).isEqualTo(ExportFormat.ANGLES_JSON);
        assertThat(ExportFormat.of("walk.angles2d.csv")).isEqualTo(ExportFormat.ANGLES2D_CSV);
        assertThat(ExportFormat.of("triangles.csv")).isEqualTo(ExportFormat.CSV);
    }
}
