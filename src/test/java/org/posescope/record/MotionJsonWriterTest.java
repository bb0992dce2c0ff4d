package org.posescope.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class MotionJsonWriterTest {
    private static final SourceInfo SOURCE = new SourceInfo("clip \"ü\".mp4", SourceInfo.Kind.VIDEO, 1080, 1920,
            30_000 / 1001.0, 40, 3_333_333, true);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @Test
    void the_header_names_source_preset_and_skeletons() throws IOException {
        JsonNode header = JSON.readTree(write().getFirst());

        assertThat(fieldNames(header)).containsExactly("version", "source", "preset", "coordinates", "units",
                "skeletons");
        assertThat(header.get("version").intValue()).isEqualTo(1);
        assertThat(header.get("source")).isEqualTo(
                JSON.readTree("{\"uri\":\"clip \\\"ü\\\".mp4\",\"width\":1080,\"height\":1920,\"fps\":29.97}"));
        assertThat(header.get("preset").textValue()).isEqualTo("live");
        assertThat(fieldNames(header.get("skeletons"))).containsExactly("coco17", "blazepose33");
        JsonNode coco = header.at("/skeletons/coco17");
        assertThat(coco.get("names").valueStream().map(JsonNode::textValue)).isEqualTo(Skeletons.COCO17.names());
        assertThat(coco.get("bones")).hasSize(Skeletons.COCO17.bones().size());
        assertThat(coco.get("bones").get(2)).isEqualTo(JSON.readTree("[1,3]"));
    }

    @Test
    void a_frame_without_people_is_a_short_line() {
        assertThat(write(List.of())).element(1).isEqualTo("{\"index\":0,\"pts_us\":0,\"people\":[]}");
    }

    @Test
    void a_camera_is_that_of_the_next_frame_alone() throws IOException {
        Path file = folder.resolve("camera.jsonl");
        try (MotionJsonWriter writer = MotionJsonWriter.open(file.toString(), SOURCE, "live", List.of(),
                Coordinates.CAMERA);
                Frame first = new Frame(pool.acquire(1, 1), 0, 0, 0);
                Frame second = new Frame(pool.acquire(1, 1), 1, 40_000, 0)) {
            writer.camera(new CameraFacts(new Camera(500, 32, 24), 60, Optional.empty()));
            writer.accept(first, List.of());
            writer.accept(second, List.of());
        }

        assertThat(Files.readAllLines(file)).endsWith(
                "{\"index\":0,\"pts_us\":0,\"camera\":{\"focal\":500},\"people\":[]}",
                "{\"index\":1,\"pts_us\":40000,\"people\":[]}");
    }

    @Test
    void a_person_has_only_what_the_preset_gives() {
        List<String> lines = write(List.of(), People.ONE);

        String points = String.join(",",
                IntStream.range(0, 17).mapToObj(i -> "[" + (10 + i) + ".5,20.26,0.9877]").toList());
        assertThat(lines).element(2)
                .isEqualTo(
                        "{\"index\":1,\"pts_us\":40000,\"people\":[{\"id\":3,\"score\":0.75,\"box\":[10,20.13,30.5,40],"
                                + "\"keypoints\":{\"coco17\":[" + points + "]}}]}");
    }

    @Test
    void a_whole_person_has_joints_translation_and_body() throws IOException {
        JsonNode person = JSON.readTree(write(List.of(People.whole())).get(1)).at("/people/0");

        assertThat(fieldNames(person)).containsExactly("id", "score", "box", "keypoints", "joints3d", "hands3d",
                "translation", "body");
        assertThat(fieldNames(person.get("keypoints"))).containsExactly("coco17", "left_hand21", "face468");
        assertThat(person.at("/keypoints/left_hand21")).hasSize(21);
        assertThat(person.at("/keypoints/left_hand21/20")).isEqualTo(JSON.readTree("[120,40,0.75]"));
        assertThat(person.at("/keypoints/face468")).hasSize(468);
        assertThat(fieldNames(person.get("hands3d"))).containsExactly("left");
        assertThat(person.at("/hands3d/left/xyz/20")).isEqualTo(JSON.readTree("[0.2,0.4,0.6]"));
        assertThat(person.at("/joints3d/skeleton").textValue()).isEqualTo("blazepose33");
        assertThat(person.at("/joints3d/xyz")).hasSize(33);
        assertThat(person.at("/joints3d/xyz/2")).isEqualTo(JSON.readTree("[0.2,-0.25,0.1235]"));
        assertThat(person.at("/joints3d/score")).hasSize(33).containsOnly(JSON.readTree("0.5"));
        assertThat(person.get("translation")).isEqualTo(JSON.readTree("[0,1,2.5]"));
        assertThat(person.at("/body/pose")).hasSize(24).containsOnly(JSON.readTree("[1.287,0,0]"));
        assertThat(person.at("/body/translation")).isEqualTo(JSON.readTree("[0,1,2.5]"));
        assertThat(person.at("/body/betas")).hasSize(10).containsOnly(JSON.readTree("-1.25"));
        assertThat(person.at("/body/left_hand_pose")).hasSize(15).containsOnly(JSON.readTree("[0,1.287,0]"));
        assertThat(person.at("/body/right_hand_pose")).hasSize(15).containsOnly(JSON.readTree("[0,0,0]"));
        assertThat(person.at("/body/jaw_pose")).isEqualTo(JSON.readTree("[1.287,0,0]"));
        assertThat(person.at("/body/expression")).hasSize(10).containsOnly(JSON.readTree("0.5"));
    }

    @Test
    void numbers_that_are_not_finite_are_null() throws IOException {
        JsonNode person = JSON.readTree(write(List.of(People.broken())).get(1)).at("/people/0");

        assertThat(person.get("score").isNull()).isTrue();
        assertThat(person.get("box")).isEqualTo(JSON.readTree("[null,null,0,null]"));
        assertThat(person.at("/keypoints/coco17/0")).isEqualTo(JSON.readTree("[null,null,null]"));
        assertThat(person.get("translation")).isEqualTo(JSON.readTree("[null,0,0]"));
    }

    @Test
    void every_line_is_as_the_schema_says() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs", "motion.schema.json")));

        for (String line : write(List.of(), People.ONE, List.of(People.whole(), People.broken()))) {
            assertThat(schema.validate(JSON.readTree(line))).isEmpty();
        }
        assertThat(schema.validate(JSON.readTree("{\"index\":0,\"pts_us\":0,\"people\":[{\"id\":1}]}"))).isNotEmpty();
    }

    @Test
    void large_numbers_are_written_without_exponent() {
        Person far = People.ONE.getFirst().withId(1_000_000);

        assertThat(write(List.of(far))).element(1).asString().contains("\"id\":1000000").doesNotContain("E");
    }

    @Test
    void every_line_is_in_the_file_before_the_next_frame() throws IOException {
        Path file = folder.resolve("motion.json");
        try (MotionJsonWriter writer = open(file.toString())) {
            assertThat(Files.readAllLines(file)).hasSize(1);
            for (int i = 0; i < 3; i++) {
                accept(writer, i, Collections.nCopies(20, People.whole()));
                assertThat(Files.readString(file)).endsWith("]}\n");
                assertThat(Files.readAllLines(file)).hasSize(i + 2);
            }
        }
    }

    @Test
    void a_dash_is_standard_output_and_a_killed_program_loses_no_line() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process child = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = child.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(child.waitFor()).isEqualTo(9);
        assertThat(lines).hasSize(4).last().isEqualTo("after closing");
        assertThat(JSON.readTree(lines.get(2)).get("index").intValue()).isEqualTo(1);
    }

    /** Writes motion to standard output and ends as if killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            try (FramePool pool = new FramePool();
                    MotionJsonWriter closed = open("-");
                    Frame frame = new Frame(pool.acquire(2, 2), 1, 0, 0)) {
                closed.accept(frame, People.ONE);
                closed.accept(frame, List.of(People.whole()));
            }
            System.out.println("after closing");
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told_in_one_sentence() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("motion.json"), Path.of("/dev/full"));

        assertThatThrownBy(() -> open(file.toString())).isInstanceOf(UserException.class)
                .hasMessageStartingWith("Cannot write " + file + ": ").hasMessageNotContaining("\n");
        Files.delete(file);
    }

    @Test
    void a_missing_folder_is_told_in_one_sentence() {
        Path file = folder.resolve("nowhere/motion.json");

        assertThatThrownBy(() -> open(file.toString())).isInstanceOf(UserException.class)
                .hasMessage("Cannot write " + file + ": the folder " + file.getParent() + " does not exist.");
    }

    @Test
    void closed_means_closed() {
        MotionJsonWriter writer = open(folder.resolve("motion.json").toString());
        writer.close();
        writer.close();

        assertThatThrownBy(() -> accept(writer, 0, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @SafeVarargs
    private List<String> write(List<Person>... frames) {
        Path file = folder.resolve("motion.json");
        try (MotionJsonWriter writer = open(file.toString())) {
            for (int i = 0; i < frames.length; i++) {
                accept(writer, i, frames[i]);
            }
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(MotionJsonWriter writer, int index, List<Person> people) {
        try (Frame frame = new Frame(pool.acquire(2, 2), index, index * 40_000L, 0)) {
            writer.accept(frame, people);
        }
    }

    private static MotionJsonWriter open(String name) {
        return MotionJsonWriter.open(name, SOURCE, "live", List.of(Skeletons.COCO17, Skeletons.BLAZEPOSE33),
                Coordinates.CAMERA);
    }

    private static List<String> fieldNames(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
