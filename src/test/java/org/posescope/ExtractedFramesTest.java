package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.testkit.VideoFile;

import com.fasterxml.jackson.databind.JsonNode;

/** Frames that were taken out of a video, as other tools leave them. */
class ExtractedFramesTest {
    private static final Path CLIP = Path.of("assets", "demo.mp4");
    private static final int FRAMES = 12;

    @TempDir
    private Path folder;
    private Path json;

    @BeforeEach
    void extract() {
        json = folder.resolve("motion.jsonl");
        Program.Ended ended = Program.run("-i", CLIP, "--limit", FRAMES, "--show", "none", "-o",
                folder.resolve("frames/frame_%05d.png"));
        assertThat(ended.status()).as(ended.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames", "frames/frame_%05d.png", "frames/frame_%d.png", "frames/*_0*.png"})
    void with_a_frame_rate_they_are_a_video(String name) throws IOException {
        Path bvh = folder.resolve("walk.bvh");
        Path video = folder.resolve("walk.mp4");

        Program.Ended ended = Program.run("-i", folder.resolve(name), "--fps", 25, "--json", json, "--export", bvh,
                "-o",
                video);

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        assertThat(motion.ids(0, FRAMES - 1)).containsExactlyInAnyOrder(1, 2);
        assertThat(times(motion)).hasSize(FRAMES).startsWith(0L, 40_000L, 80_000L);
        assertThat(motion.frames()).extracting(line -> line.get("file").asText()).startsWith("frame_00000.png");
        assertThat(folder.resolve("walk-1.bvh")).content().contains("Frames: " + FRAMES, "Frame Time: 0.04");
        VideoFile written = VideoFile.read(video);
        assertThat(written.pictures()).hasSize(FRAMES);
        assertThat(written.declaredMicros() * 1e-6).isCloseTo(FRAMES / 25.0, within(1 / 25.0));
    }

    private static List<Long> times(Motion motion) {
        return motion.frames().stream().map(line -> line.get("pts_us").asLong()).toList();
    }

    @Test
    void a_frame_that_cannot_be_read_leaves_its_place_free() throws IOException {
        Files.writeString(folder.resolve("frames/frame_00003.png"), "not an image");

        Program.Ended ended = Program.run("-i", folder.resolve("frames"), "--fps", 25, "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode line = Motion.read(json).frames().get(3);
        assertThat(line.get("pts_us").asLong()).isEqualTo(120_000);
        assertThat(line.get("error").asText()).startsWith("frame_00003.png is damaged");
    }

    @Test
    void without_one_they_are_single_pictures() throws IOException {
        Program.Ended ended = Program.run("-i", folder.resolve("frames"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(times(Motion.read(json))).startsWith(0L, 1_000_000L);
    }

    @Test
    void what_has_a_rate_of_its_own_takes_no_other() {
        Program.Ended ended = Program.run("-i", CLIP, "--fps", 25, "--json", json);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("a frame rate can be given to the pictures of a folder, but " + CLIP + " is something else");
    }

    @Test
    void a_pattern_that_fits_nothing_is_told() {
        Program.Ended ended = Program.run("-i", folder.resolve("frames/shot_%04d.png"), "--fps", 25, "--json", json);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no image with a name like shot_%04d.png in the folder");
    }
}
