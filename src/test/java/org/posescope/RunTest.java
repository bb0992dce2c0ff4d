package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.Set;

import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.SoundFile;
import org.posescope.testkit.TestVideos;
import org.posescope.testkit.VideoFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class RunTest {
    private static final int VISIT_TOLERANCE = 8;

    @TempDir
    private Path folder;

    @Test
    void a_clip_of_one_man_gives_video_motion_and_report() throws IOException {
        Path video = folder.resolve("o.mp4");
        Path json = folder.resolve("o.json");
        Path report = folder.resolve("r.json");
        Path angles = folder.resolve("man.angles.csv");

        Program.Ended ended = Program.run("-i", Shared.file("data/video/single_person_demo.mp4"), "-o", video, "--json",
                json, "--report", report, "--export", angles, "--length", "540,700,540,1200=1", "--length-at", "1");

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        assertThat(motion.frames()).hasSize(40);
        assertThat(motion.framesWithPeople(0, 39)).isGreaterThanOrEqualTo(39);
        assertThat(motion.ids(0, 39)).containsExactly(1);
        requireWholePerson(motion.frames().get(20).get("people").get(0));
        assertThat(ended.err())
                .containsPattern("the line of 1\\.00 m came to \\d\\.\\d\\d m as far away as person 1, so "
                        + "everybody is taken to be \\d\\.\\d+ times as large and as far away");
        int compared = 0;
        for (JsonNode frame : motion.frames()) {
            for (JsonNode person : frame.get("people")) {
                compared += MeasuredClip.requirePictureAngles(person);
            }
        }
        assertThat(compared).isGreaterThan(100);
        MeasuredClip.requireNoJumps(angles);
        VideoFile written = VideoFile.read(video);
        assertThat(written.pictures()).hasSize(40);
        assertThat(written.width()).isEqualTo(1080);
        assertThat(written.height()).isEqualTo(1920);
        assertThat(written.declaredMicros() * 1e-6).isCloseTo(40 / 12.0, within(1 / 12.0));
        requireTrueReport(new ObjectMapper().readTree(report.toFile()));
    }

    /** The man is about 1,000 pixels tall, and nearer than ten metres. */
    private static void requireWholePerson(JsonNode person) {
        assertThat(person.get("box").get(3).asDouble()).isBetween(800.0, 1300.0);
        assertThat(person.get("keypoints").get("coco17")).hasSize(17);
        assertThat(person.get("keypoints").get("blazepose33")).hasSize(33);
        assertThat(person.get("joints3d").get("xyz")).hasSize(33);
        assertThat(person.get("translation").get(2).asDouble()).isBetween(1.5, 10.0);
    }

    private static void requireTrueReport(JsonNode report) {
        assertThat(report.get("frames_read").asInt()).isEqualTo(40);
        assertThat(report.get("frames_processed").asInt()).isEqualTo(40);
        assertThat(report.get("failures").asInt()).isZero();
        assertThat(report.get("fps").asDouble()).isCloseTo(40 / report.get("wall_s").asDouble(), within(0.5));
        JsonNode latency = report.get("latency_ms");
        assertThat(List.of(latency.get("p50").asDouble(), latency.get("p95").asDouble(), latency.get("p99").asDouble()))
                .isSorted();
        assertThat(report.get("stages").fieldNames()).toIterable().contains("detect", "pose", "place");
        assertThat(report.get("models")).extracting(model -> model.get("id").asText())
                .containsExactly("blazepose-detector", "nanodet", "blazepose-full");
    }

    @Test
    void six_visits_are_six_people_and_nobody_is_seen_between_them() throws IOException {
        Path json = folder.resolve("visits.json");
        int[][] visits = {{65, 195}, {225, 445}, {505, 695}, {745, 865}, {935, 1195}, {1235, 1355}};

        Program.Ended ended = Program.run("-i", Shared.file("data/video/one-by-one-person-detection.mp4"), "--json",
                json);

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        assertThat(motion.ids(0, motion.frames().size() - 1)).isEqualTo(Set.of(1, 2, 3, 4, 5, 6));
        long seen = 0;
        long inside = 0;
        int emptyFrom = 0;
        for (int[] visit : visits) {
            assertThat(motion.ids(visit[0], visit[1])).hasSize(1);
            seen += motion.framesWithPeople(visit[0], visit[1]);
            inside += visit[1] - visit[0] + 1;
            assertThat(motion.framesWithPeople(emptyFrom, visit[0] - VISIT_TOLERANCE)).isZero();
            emptyFrom = visit[1] + VISIT_TOLERANCE;
        }
        assertThat(seen / (double) inside).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void two_who_pass_each_other_keep_their_identities() throws IOException {
        Path json = folder.resolve("passing.json");
        int apart = 140;
        int passed = 180;

        Program.Ended ended = Program.run("-i", Path.of("assets", "demo.mp4"), "--limit", passed + 1, "--nstreams", 2,
                "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        assertThat(motion.ids(0, passed)).containsExactly(1, 2);
        assertThat(fromLeft(motion, passed)).hasSize(2).isEqualTo(fromLeft(motion, apart).reversed());
    }

    /** Identities of the people of a frame, from the left to the right. */
    private static List<Integer> fromLeft(Motion motion, int frame) {
        return StreamSupport.stream(motion.frames().get(frame).get("people").spliterator(), false)
                .sorted(Comparator.comparingDouble(person -> person.get("box").get(0).asDouble()))
                .map(person -> person.get("id").asInt()).toList();
    }

    @Test
    void with_one_stream_both_modes_see_the_same_to_the_last_digit() throws IOException {
        Path clip = Shared.file("data/video/single_person_demo.mp4");
        Path async = folder.resolve("async.json");
        Path minLatency = folder.resolve("min.json");

        Program.run("-i", clip, "--no-smooth", "--mode", "async", "--nireq", "4", "--nstreams",
                "1", "--json", async);
        Program.run("-i", clip, "--no-smooth", "--mode", "min-latency", "--json", minLatency);

        assertThat(Files.readAllLines(async)).hasSize(41).isEqualTo(Files.readAllLines(minLatency));
    }

    @Test
    void a_recording_has_the_sound_the_size_and_the_quality_that_are_wanted() throws IOException {
        Path clip = SoundFile.write(folder.resolve("beeps.mp4"), 50, 25, avcodec.AV_CODEC_ID_AAC);
        Path good = folder.resolve("good.mp4");
        Path small = folder.resolve("small.mkv");
        Path report = folder.resolve("r.json");

        Program.Ended first = Program.run("-i", clip, "-o", good, "--size", "320x240", "--quality", 90);
        Program.Ended second = Program.run("-i", clip, "-o", small, "--size", "320x240", "--quality", 10, "--view",
                "side-by-side", "--report", report);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(second.status()).as(second.err()).isZero();
        VideoFile video = VideoFile.read(good, picture -> {});
        assertThat(video.width()).isEqualTo(320);
        assertThat(video.height()).isEqualTo(240);
        assertThat(SoundFile.read(good).beeps()).hasSize(2);
        assertThat(SoundFile.read(small).beeps()).hasSize(2);
        assertThat(Files.size(small)).isLessThan(Files.size(good));
        JsonNode told = new ObjectMapper().readTree(report.toFile());
        assertThat(told.get("audio").asText()).isEqualTo("aac");
        assertThat(told.get("video").asText()).isEqualTo("libopenh264");
        assertThat(told.get("video_overflow").asInt()).isZero();
    }

    @Test
    void a_part_of_a_clip_is_all_that_is_seen_and_has_its_own_sound() throws IOException {
        Path clip = SoundFile.write(folder.resolve("beeps.mp4"), 75, 25, avcodec.AV_CODEC_ID_AAC);
        Path part = folder.resolve("part.mp4");
        Path json = folder.resolve("part.jsonl");

        Program.Ended ended = Program.run("-i", clip, "--from", "1.2", "--to", "0:02", "-o", part, "--json", json);
        Program.Ended behind = Program.run("-i", clip, "--from", "3", "--json", json);
        Program.Ended looped = Program.run("-i", clip, "--from", "1", "--loop", "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        List<String> lines = Files.readAllLines(json);
        assertThat(lines).hasSize(1 + 21);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("pts_us").asLong()).isEqualTo(1_200_000);
        assertThat(new ObjectMapper().readTree(lines.getLast()).get("pts_us").asLong()).isEqualTo(2_000_000);
        assertThat(SoundFile.read(part).beeps()).singleElement()
                .satisfies(beep -> assertThat(beep).isCloseTo(300_000, within(30_000L)));
        assertThat(behind.status()).isEqualTo(2);
        assertThat(behind.err()).contains("--from is behind the end of " + clip);
        assertThat(looped.status()).isEqualTo(2);
    }

    @Test
    void pictures_with_the_3d_view_are_no_larger_than_can_be_drawn_in_time_unless_somebody_wants_that()
            throws IOException {
        Path clip = TestVideos.clip(1200, 1440, 2).write(folder.resolve("large.mp4"));
        Path usual = folder.resolve("usual.mp4");
        Path whole = folder.resolve("whole.mp4");
        Path alone = folder.resolve("alone.mp4");

        Program.Ended ended = Program.run("-i", clip, "-o", usual, "--view", "side-by-side");
        Program.Ended wanted = Program.run("-i", clip, "-o", whole, "--view", "side-by-side", "--size", "2400x1440");
        Program.Ended picture = Program.run("-i", clip, "-o", alone);

        String sentence = "pictures with the 3D view are made 1296 lines high; "
                + "--size 2400x1440 makes them as large as the source";
        assertThat(ended.err()).contains(sentence);
        assertThat(wanted.err() + picture.err()).doesNotContain(sentence);
        assertThat(sizeOf(usual)).isEqualTo("2160 x 1296");
        assertThat(sizeOf(whole)).isEqualTo("2400 x 1440");
        assertThat(sizeOf(alone)).isEqualTo("1200 x 1440");
    }

    private static String sizeOf(Path file) {
        VideoFile video = VideoFile.read(file, picture -> {});
        return video.width() + " x " + video.height();
    }

    @Test
    void sound_that_is_converted_is_one_warning() throws IOException {
        Path clip = SoundFile.write(folder.resolve("beeps.mp4"), 25, 25, avcodec.AV_CODEC_ID_AAC);

        Program.Ended ended = Program.run("-i", clip, "-o", folder.resolve("o.avi"), "--report",
                folder.resolve("r.json"));

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err().lines().filter(line -> line.contains("sound"))).containsExactly(
                "posescope: warning: sound is converted in the recording: its sound (aac) does not fit into .avi, so it "
                        + "is pcm_s16le there");
        assertThat(new ObjectMapper().readTree(folder.resolve("r.json").toFile()).get("audio").asText())
                .isEqualTo("pcm_s16le");
    }

    @Test
    void a_quality_out_of_range_is_wrong_usage() {
        Program.Ended ended = Program.run("-i", "beeps.mp4", "-o", folder.resolve("o.mp4"), "--quality", 101);

        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void pictures_of_a_folder_are_numbered_images_again() {
        Program.Ended ended = Program.run("-i", Shared.file("data/image"), "-o", folder.resolve("out/%03d.png"), "-r");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**003.png");
        assertThat(ended.out().lines().filter(line -> line.startsWith("frame "))).hasSize(4);
    }
}
