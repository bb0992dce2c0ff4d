package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.frame.ffmpeg.Seen;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class LoopingSourceTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @Test
    void passes_follow_each_other_without_a_gap_in_index_or_time() {
        Path file = TestVideos.clip(96, 64, 5).write(folder.resolve("clip.mp4"));
        try (FrameSource source = new LoopingSource(VideoSource.open(file, 2, pool))) {
            for (int i = 0; i < 23; i++) {
                assertThat(Seen.next(source)).isEqualTo(new Seen(i, i * 40_000L, i % 5));
            }
            assertThat(source.warnings()).isEmpty();
        }
        assertThat(pool.lent()).isZero();
    }

    @Test
    void a_seek_goes_to_a_place_in_the_current_pass() {
        Path file = TestVideos.clip(96, 64, 5).write(folder.resolve("clip.mp4"));
        try (FrameSource source = new LoopingSource(VideoSource.open(file, 2, pool))) {
            for (int i = 0; i < 7; i++) {
                source.next().close();
            }
            source.seek(3 * 40_000);
            assertThat(Seen.next(source)).isEqualTo(new Seen(7, 8 * 40_000, 3));
            assertThat(Seen.next(source)).isEqualTo(new Seen(8, 9 * 40_000, 4));
            assertThat(Seen.next(source)).isEqualTo(new Seen(9, 10 * 40_000, 0));
        }
    }

    @Test
    void one_image_is_shown_again_and_again_a_second_apart() {
        Path file = TestVideos.image(folder.resolve("a.png"), 96, 64, TestPicture.index(), "png", "rgb24");
        try (FrameSource source = new LoopingSource(ImageSource.ofFile(file, pool))) {
            List<Seen> seen = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                seen.add(Seen.next(source));
            }
            assertThat(seen).containsExactly(new Seen(0, 0, 0), new Seen(1, 1_000_000, 0), new Seen(2, 2_000_000, 0));
        }
    }

    @Test
    void a_source_without_frames_ends_instead_of_spinning() {
        Empty empty = new Empty(true);
        try (FrameSource source = new LoopingSource(empty)) {
            assertThat(source.next()).isNull();
            assertThat(empty.asked).isEqualTo(2);
        }
    }

    @Test
    void what_is_not_seekable_cannot_be_looped() {
        assertThatThrownBy(() -> new LoopingSource(new Empty(false))).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class Empty implements FrameSource {
        private final boolean seekable;
        private int asked;

        Empty(boolean seekable) {
            this.seekable = seekable;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("empty", SourceInfo.Kind.VIDEO, 1, 1, 25, 0, Duration.ZERO.toNanos(), seekable);
        }

        @Override
        public Frame next() {
            asked++;
            return null;
        }

        @Override
        public void seek(long ptsMicros) {
            assertThat(ptsMicros).isZero();
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
