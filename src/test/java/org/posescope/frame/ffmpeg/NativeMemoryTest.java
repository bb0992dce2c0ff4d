package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.source.LoopingSource;
import org.posescope.testkit.TestVideos;

/** What FFmpeg and the frames allocate is freed; the tolerance covers the Java heap, which may still grow. */
class NativeMemoryTest {
    private static final long TOLERANCE = 48L << 20;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @TempDir
    Path folder;

    @Test
    void opening_and_closing_two_hundred_times_does_not_grow() {
        Path file = clip();
        open(file, 20);
        long before = settledBytes();
        // A frame, its decoder's pictures and its codec are several megabytes each time.
        open(file, 200);
        assertThat(settledBytes() - before).isLessThan(TOLERANCE);
    }

    @Test
    void two_thousand_looped_frames_do_not_grow() {
        try (FramePool pool = new FramePool();
                FrameSource source = new LoopingSource(VideoSource.open(clip(), 2, pool))) {
            play(source, 200);
            long before = settledBytes();
            play(source, 2000);
            assertThat(settledBytes() - before).isLessThan(TOLERANCE);
            assertThat(pool.lent()).isZero();
        }
    }

    private Path clip() {
        return TestVideos.clip(WIDTH, HEIGHT, 25).turned(0, 1, -1, 0).write(folder.resolve("clip.mp4"));
    }

    private static void open(Path file, int times) {
        for (int i = 0; i < times; i++) {
            try (FramePool pool = new FramePool(); VideoSource source = VideoSource.open(file, 2, pool)) {
                play(source, 3);
            }
        }
    }

    private static void play(FrameSource source, int frames) {
        for (int i = 0; i < frames; i++) {
            source.next().close();
        }
    }

    private static long settledBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
