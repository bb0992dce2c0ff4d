package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.record.Coordinates;
import org.posescope.record.FanOut;
import org.posescope.record.FrameOutput;
import org.posescope.record.MotionJsonWriter;
import org.posescope.record.OutputFile;
import org.posescope.record.People;
import org.posescope.record.RecordingThread;
import org.posescope.record.RecordingThread.Settings;
import org.posescope.record.RecordingThread.WhenFull;
import org.posescope.testkit.TestPictures;
import org.posescope.testkit.TestVideos;
import org.posescope.testkit.VideoFile;

/** The ways from a result to files, put together as a run does. */
class OutputsTest {
    private static final SourceInfo SOURCE = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 160, 120, 25, -1, -1,
            true);

    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @Test
    void a_run_writes_video_images_and_motion_at_once() throws IOException {
        Path video = folder.resolve("out.mp4");
        Path motion = folder.resolve("out.json");
        String images = folder.resolve("frames/%03d.jpg").toString();

        try (FrameOutput outputs = new FanOut(List.of(behindThread(picture(video.toString())),
                behindThread(picture(images)),
                MotionJsonWriter.open(motion.toString(), SOURCE, "live", List.of(Skeletons.COCO17),
                        Coordinates.CAMERA)))) {
            assertThat(outputs.format()).isEqualTo("libopenh264, jpg, json lines");
            for (int i = 0; i < 30; i++) {
                try (Frame frame = TestPictures.frame(pool, 160, 120, i, i * 40_000L)) {
                    outputs.accept(frame, People.ONE);
                }
            }
        }

        assertThat(VideoFile.read(video).numbers()).hasSize(30).startsWith(0, 1, 2).endsWith(28, 29);
        assertThat(Files.readAllLines(motion)).hasSize(31);
        assertThat(folder.resolve("frames/029.jpg")).exists();
    }

    @Test
    void a_turned_video_of_odd_size_and_uneven_rate_is_recorded_upright_with_its_own_times() {
        IntToLongFunction millis = i -> i * 100L + i % 3 * 20L;
        Path clip = TestVideos.clip(97, 61, 20).at(millis).turned(0, 1, -1, 0).write(folder.resolve("phone.mp4"));
        Path recorded = folder.resolve("recorded.mp4");
        try (FrameSource source = VideoSource.open(clip, 1, pool);
                VideoOutput output = VideoOutput.open(recorded, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                        SoundSource.of(source.info()))) {
            for (int i = 0; i < 20; i++) {
                try (Frame frame = source.next()) {
                    output.accept(frame, List.of());
                }
            }
        }

        List<Long> times = new ArrayList<>();
        VideoFile video = VideoFile.read(recorded, picture -> times.add(Math.round(picture.ptsMicros() / 1e3)));
        assertThat(video.width()).isEqualTo(61);
        assertThat(video.height()).isEqualTo(97);
        assertThat(times).isEqualTo(IntStream.range(0, 20).mapToLong(millis).boxed().toList());
        assertThat(video.declaredMicros()).isCloseTo(2_000_000, within(100_000L));
    }

    @Test
    void a_recording_goes_on_when_the_source_is_sought_back() {
        Path video = folder.resolve("out.mp4");
        try (FrameOutput output = picture(video.toString())) {
            long[] times = {10_000_000, 10_040_000, 2_000_000, 2_040_000};
            for (int i = 0; i < times.length; i++) {
                try (Frame frame = TestPictures.frame(pool, 160, 120, i, times[i])) {
                    output.accept(frame, List.of());
                }
            }
        }

        VideoFile read = VideoFile.read(video);
        assertThat(read.numbers()).containsExactly(0, 1, 2, 3);
        assertThat(read.times()).containsExactly(0L, 40_000L, 80_000L, 120_000L);
    }

    @Test
    void all_outputs_are_closed_even_when_some_fail() {
        List<String> closed = new ArrayList<>();
        FanOut outputs = new FanOut(List.of(failing("a", closed), failing("b", closed), failing("c", closed)));

        assertThatThrownBy(outputs::close).hasMessage("a").satisfies(
                failure -> assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("b",
                        "c"));
        assertThat(closed).containsExactly("a", "b", "c");
    }

    private static FrameOutput failing(String name, List<String> closed) {
        return new FrameOutput() {
            @Override
            public void accept(Frame frame, List<Person> people) {}

            @Override
            public String format() {
                return name;
            }

            @Override
            public void close() {
                closed.add(name);
                throw new UserException(name);
            }
        };
    }

    @Test
    void the_input_is_never_overwritten() throws IOException {
        Path input = Files.writeString(folder.resolve("in.mp4"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), input);
        Path detour = folder.resolve("../" + folder.getFileName() + "/in.mp4");

        for (Path output : List.of(input, link, detour)) {
            assertThatThrownBy(() -> OutputFile.requireOther(output, input)).isInstanceOf(UserException.class)
                    .hasMessage("The output " + output + " is the input itself: choose another name.");
        }
        assertThatCode(() -> OutputFile.requireOther(folder.resolve("out.mp4"), input)).doesNotThrowAnyException();
        assertThatCode(() -> OutputFile.requireOther(input, Path.of("rtsp://camera/1"))).doesNotThrowAnyException();
    }

    private static FrameOutput picture(String name) {
        return PictureOutputs.open(name, VideoFormat.of(SOURCE), VideoOptions.DEFAULT, SoundSource.SILENT);
    }

    private static FrameOutput behindThread(FrameOutput output) {
        return new RecordingThread(output, new Settings("recording", 4, WhenFull.BLOCK, Duration.ofSeconds(20)),
                failure -> {
                    throw failure;
                });
    }
}
