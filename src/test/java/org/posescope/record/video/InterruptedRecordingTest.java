package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.testkit.VideoFile;

/** Recordings that do not come to their end in the usual way. */
class InterruptedRecordingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"killed.mp4", "killed.mkv", "killed.webm", "killed.avi"})
    void a_killed_recording_plays_to_within_two_seconds_of_its_end(String name) throws Exception {
        Path file = folder.resolve(name);
        int last;
        try (RecordingChild child = RecordingChild.start(file, 4000)) {
            last = child.killAfter(200);
        }

        VideoFile video = VideoFile.read(file);

        List<Integer> numbers = video.numbers();
        assertThat(numbers).isEqualTo(IntStream.range(0, numbers.size()).boxed().toList());
        assertThat(RecordingChild.pts(numbers.getLast())).isBetween(RecordingChild.pts(last) - 2_000_000,
                RecordingChild.pts(last + 1));
        assertThat(last).isLessThan(3999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full.mp4", "full.mkv", "full.avi"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_recording_that_finds_no_more_room_stops_with_a_sentence_and_plays(String name) throws Exception {
        Path file = folder.resolve(name);
        List<String> lines;
        try (RecordingChild child = RecordingChild.startWithin(100, file, 4000)) {
            lines = child.lines();
        }

        assertThat(lines.getLast())
                .isEqualTo(file + " has become as large as its disk allows a file to be: record shorter pieces.");
        int last = Integer.parseInt(lines.get(lines.size() - 2));
        List<Integer> numbers = VideoFile.read(file).numbers();
        assertThat(numbers).startsWith(0, 1, 2);
        assertThat(RecordingChild.pts(numbers.getLast())).isGreaterThan(RecordingChild.pts(last) - 2_000_000);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_recording_whose_index_finds_no_room_still_plays_to_its_end() throws Exception {
        int pictures = 400;
        Path whole = folder.resolve("whole.mp4");
        Path tight = folder.resolve("tight.mp4");
        try (RecordingChild child = RecordingChild.start(whole, pictures)) {
            assertThat(child.lines()).endsWith("finished");
        }
        int room = (int) (offsetOfBox(whole, "moov") / 1024) + 1;
        assertThat(Files.size(whole)).isGreaterThan(1024L * room);

        List<String> lines;
        try (RecordingChild child = RecordingChild.startWithin(room, tight, pictures)) {
            lines = child.lines();
        }

        assertThat(lines).hasSize(pictures + 1);
        assertThat(lines.getLast()).startsWith(tight + " has become as large as its disk allows");
        assertThat(VideoFile.read(tight).numbers()).isEqualTo(IntStream.range(0, pictures).boxed().toList());
    }

    /** Where a top-level box of an MP4 file begins (ISO/IEC 14496-12, 4.2). */
    private static long offsetOfBox(Path file, String type) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long offset = 0;
            while (true) {
                long size = Integer.toUnsignedLong(in.readInt());
                if (new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals(type)) {
                    return offset;
                }
                in.skipNBytes(size - 8);
                offset += size;
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told_before_the_first_picture() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("full.mp4"), Path.of("/dev/full"));

        assertThatThrownBy(() -> VideoWriter.open(file, new VideoFormat(64, 48, 30), VideoOptions.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessage("The disk of " + file + " is full: make room and record again.");
        Files.delete(file);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_where_nobody_may_write_is_told_before_the_first_picture() {
        assertThatThrownBy(
                () -> VideoWriter.open(Path.of("/proc/out.mp4"), new VideoFormat(64, 48, 30), VideoOptions.DEFAULT))
                .isInstanceOf(UserException.class).hasMessageContaining("/proc/out.mp4").hasMessageNotContaining("\n");
    }
}
