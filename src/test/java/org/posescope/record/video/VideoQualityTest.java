package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.FrameGrabber.ImageMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.testkit.Shared;
import org.posescope.testkit.VideoFile;

/** How much of real pictures survives the way into a video and back. */
class VideoQualityTest {
    private static final int PICTURES = 6;
    private static final int STEP = 3;

    private final Arena arena = Arena.ofShared();

    @TempDir
    Path folder;

    @AfterEach
    void free() {
        arena.close();
    }

    @ParameterizedTest
    @CsvSource({"h264.mp4,1080,1920", "vp9.webm,1080,1920", "vp9.mp4,541,961", "mpeg4.mov,541,961"})
    void the_default_quality_is_above_38_decibels(String name, int width, int height) throws IOException {
        List<MemorySegment> pictures = realPictures(width, height);

        Path file = record(name, VideoOptions.DEFAULT, pictures, width, height);

        assertThat(psnr(file, pictures, width)).isGreaterThan(38);
    }

    @Test
    void more_quality_is_nearer_to_the_source_and_larger() throws IOException {
        List<MemorySegment> pictures = realPictures(1080, 1920);

        Path small = record("small.mp4", VideoOptions.DEFAULT.withQuality(40), pictures, 1080, 1920);
        Path large = record("large.mp4", VideoOptions.DEFAULT.withQuality(90), pictures, 1080, 1920);

        assertThat(Files.size(large)).isGreaterThan(2 * Files.size(small));
        assertThat(psnr(large, pictures, 1080)).isGreaterThan(psnr(small, pictures, 1080) + 2);
    }

    @Test
    void more_threads_do_not_cost_quality() throws IOException {
        List<MemorySegment> pictures = realPictures(1080, 1920);

        Path one = record("one.mp4", VideoOptions.DEFAULT, pictures, 1080, 1920);
        Path two = record("two.mp4", VideoOptions.DEFAULT.withThreads(2), pictures, 1080, 1920);

        assertThat(psnr(two, pictures, 1080)).isGreaterThan(psnr(one, pictures, 1080) - 0.2);
    }

    private Path record(String name, VideoOptions options, List<MemorySegment> pictures, int width, int height) {
        Path file = folder.resolve(name);
        try (VideoWriter writer = VideoWriter.open(file, new VideoFormat(width, height, 12), options)) {
            for (int i = 0; i < pictures.size(); i++) {
                writer.write(pictures.get(i), width, height, i * 1_000_000L / 12);
            }
        }
        return file;
    }

    /** The upper left part of the first pictures of a real clip, BGRA. */
    private List<MemorySegment> realPictures(int width, int height) throws FrameGrabber.Exception {
        List<MemorySegment> pictures = new ArrayList<>();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(
                Shared.file("data/video/single_person_demo.mp4").toFile())) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_BGRA);
            grabber.setImageMode(ImageMode.COLOR);
            grabber.start();
            for (int i = 0; i < PICTURES; i++) {
                var frame = grabber.grabImage();
                MemorySegment pixels = arena.allocate(4L * width * height);
                MemorySegment grabbed = MemorySegment.ofBuffer(frame.image[0].rewind());
                for (int y = 0; y < height; y++) {
                    MemorySegment.copy(grabbed, (long) y * frame.imageStride, pixels, 4L * width * y, 4L * width);
                }
                pictures.add(pixels);
            }
        }
        return pictures;
    }

    /** Over blue, green and red of every third pixel and row of all pictures. */
    private static double psnr(Path file, List<MemorySegment> pictures, int width) {
        double[] squares = new double[2];
        int[] number = new int[1];
        VideoFile.read(file, decoded -> {
            MemorySegment original = pictures.get(number[0]++);
            for (int y = 0; y < decoded.height(); y += STEP) {
                for (int x = 0; x < decoded.width(); x += STEP) {
                    double[] bgr = decoded.bgr(x, y);
                    for (int channel = 0; channel < 3; channel++) {
                        int expected = original.get(ValueLayout.JAVA_BYTE, 4L * (y * width + x) + channel) & 0xff;
                        squares[0] += (bgr[channel] - expected) * (bgr[channel] - expected);
                        squares[1]++;
                    }
                }
            }
        });
        assertThat(number[0]).isEqualTo(pictures.size());
        return 10 * Math.log10(255 * 255 / (squares[0] / squares[1]));
    }
}
