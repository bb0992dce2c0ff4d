package org.posescope.record.parquet;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PictureFile;
import org.posescope.pose.Person;
import org.posescope.record.People;
import org.posescope.testkit.JavaProcess;

class ParquetExportTest {
    /** So many that what they have in common does not pack. */
    private static final int PEOPLE = 8192;

    private final FramePool pool = new FramePool();
    private DuckDb reader;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        reader = new DuckDb();
    }

    @AfterEach
    void close() throws Exception {
        reader.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private Path file() {
        return folder.resolve("motion.parquet");
    }

    private String table() {
        return "'" + file() + "'";
    }

    private ParquetExport export() {
        return new ParquetExport(file(), "clips/a walk.mp4", "{\"version\":1}");
    }

    private void accept(ParquetExport export, int index, Person... people) {
        try (Frame frame = new Frame(pool.acquire(2, 2), index, index * 40_000L, 0)) {
            export.accept(frame, List.of(people));
        }
    }

    private List<String> ask(String columns) throws Exception {
        return reader.ask("SELECT " + columns + " FROM " + table());
    }

    private static String times(int count, String text) {
        return IntStream.range(0, count).mapToObj(_ -> text).collect(joining(", ", "[", "]"));
    }

    @Test
    void a_row_has_all_that_is_known_of_a_person() throws Exception {
        try (ParquetExport export = export()) {
            accept(export, 0);
            accept(export, 7, People.whole());
        }

        assertThat(ask("video, file, frame, pts_s, id, score, box, skeleton, keypoints[2], len(keypoints)"))
                .containsExactly("clips/a walk.mp4, null, 7, 0.28, 3, 0.75, [10.0, 20.125, 30.5, 40.0], coco17, "
                        + "{'x': 11.5, 'y': 20.25, 'score': 0.98779297}, 17");
        assertThat(ask("joints_skeleton, joints[11], len(joints), translation, body_translation, betas"))
                .containsExactly("blazepose33, {'x': 1.0, 'y': -0.25, 'z': 0.123413086, 'score': 0.5}, 33, "
                        + "[0.0, 1.0, 2.5], [0.0, 1.0, 2.5], " + times(10, "-1.25"));
        assertThat(ask("pose[1:6], len(pose), left_hand_pose[1:3], len(right_hand_pose), jaw_pose, expression"))
                .containsExactly("[1.2870026, 0.0, 0.0, 1.2870026, 0.0, 0.0], 72, [0.0, 1.2870026, 0.0], 45, "
                        + "[1.2870026, 0.0, 0.0], " + times(10, "0.5"));
        assertThat(ask("len(left_hand), right_hand, len(face), len(left_hand_joints), right_hand_joints"))
                .containsExactly("21, null, 468, 21, null");
    }

    @Test
    void what_is_not_known_is_null() throws Exception {
        try (ParquetExport export = export()) {
            accept(export, 0, People.broken());
        }

        assertThat(ask("score, box, keypoints[1], joints, joints_skeleton, translation, pose, betas, face, expression"))
                .containsExactly("null, [NULL, NULL, 0.0, NULL], {'x': NULL, 'y': NULL, 'score': NULL}, null, null, "
                        + "[NULL, 0.0, 0.0], null, null, null, null");
    }

    @Test
    void a_picture_of_a_folder_says_which_it_is() throws Exception {
        try (ParquetExport export = export();
                Frame frame = new Frame(pool.acquire(2, 2), 1, 0, 0)
                        .readFrom(new PictureFile("beach.jpg", 640, 480))) {
            export.accept(frame, People.ONE);
        }

        assertThat(ask("file, frame")).containsExactly("beach.jpg, 1");
    }

    @Test
    void the_file_carries_the_header_of_the_motion() throws Exception {
        try (ParquetExport export = export()) {
            accept(export, 0);
        }

        assertThat(reader.ask("SELECT decode(key) || '=' || decode(value) FROM parquet_kv_metadata(" + table() + ")"))
                .containsExactly("posescope={\"version\":1}");
        assertThat(ask("count(*)")).containsExactly("0");
    }

    /** Were all rows kept until the end, there would be one group. */
    @Test
    void rows_are_written_group_by_group() throws Exception {
        int rows = 30_000;
        List<Person> people = new RandomPeople().people(PEOPLE);
        try (ParquetExport export = export()) {
            for (int i = 0; i < rows; i++) {
                accept(export, i, people.get(i % PEOPLE).withId(i));
            }
            assertThat(file()).doesNotExist();
        }

        assertThat(ask("count(*), sum(frame), sum(id), min(keypoints[17].x) >= 0"))
                .containsExactly("30000, 449985000, 449985000, true");
        assertThat(reader.ask("SELECT DISTINCT row_group_id FROM parquet_metadata(" + table() + ")"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void what_is_discarded_or_has_no_frame_leaves_no_file() throws Exception {
        export().close();
        ParquetExport discarded = export();
        accept(discarded, 0, People.whole());
        discarded.discard();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    /** Identity hashes, by which the library orders encodings, are others in another process. */
    @Test
    void the_same_motion_is_the_same_file_in_every_process() throws Exception {
        List<String> files = Stream.of("a", "b").map(name -> folder.resolve(name).toString()).toList();
        for (String each : files) {
            JavaProcess.output(System.getProperty("java.class.path"),
                    List.of("--sun-misc-unsafe-memory-access=allow", "-XX:+UnlockExperimentalVMOptions",
                            "-XX:hashCode=" + files.indexOf(each)),
                    ParquetExportTest.class, each);
        }

        byte[] first = Files.readAllBytes(Path.of(files.getFirst()));
        assertThat(files).allSatisfy(each -> assertThat(Files.readAllBytes(Path.of(each))).isEqualTo(first));
    }

    /** The installed program has no classes of Hadoop, which tests have because the compiler wants them. */
    @Test
    void nothing_of_hadoop_is_needed() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("hadoop-client")).collect(joining(File.pathSeparator));

        JavaProcess.output(classPath, List.of("--sun-misc-unsafe-memory-access=allow"), ParquetExportTest.class,
                file().toString());

        assertThat(ask("frame, id")).containsExactly("0, 3");
    }

    /** Writes one person of one frame. */
    public static void main(String[] args) {
        try (FramePool pool = new FramePool();
                ParquetExport export = new ParquetExport(Path.of(args[0]), "clip.mp4", "{}");
                Frame frame = new Frame(pool.acquire(2, 2), 0, 0, 0)) {
            export.accept(frame, People.ONE);
        }
    }
}
