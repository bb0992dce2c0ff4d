package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.ffmpeg.Seen;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class SourcesTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @Test
    void what_is_named_is_recognised() {
        Path clip = TestVideos.clip(96, 64, 3).write(folder.resolve("clip.mp4"));
        Path image = TestVideos.image(folder.resolve("a.PNG"), 96, 64, TestPicture.index(), "png", "rgb24");
        assertThat(kind(clip.toString())).isEqualTo(SourceInfo.Kind.VIDEO);
        assertThat(kind(clip.toUri().toString())).isEqualTo(SourceInfo.Kind.VIDEO);
        assertThat(kind(image.toString())).isEqualTo(SourceInfo.Kind.IMAGE);
        assertThat(kind(folder.toString())).isEqualTo(SourceInfo.Kind.IMAGE_FOLDER);
    }

    private SourceInfo.Kind kind(String input) {
        try (FrameSource source = Sources.open(input, SourceOptions.DEFAULT, pool)) {
            return source.info().kind();
        }
    }

    @Test
    void a_loop_is_played_again_at_the_end() {
        Path clip = TestVideos.clip(96, 64, 3).write(folder.resolve("clip.mp4"));
        try (FrameSource source = Sources.open(clip.toString(), SourceOptions.DEFAULT.withLoop(true), pool)) {
            for (int i = 0; i < 8; i++) {
                assertThat(Seen.next(source)).isEqualTo(new Seen(i, i * 40_000L, i % 3));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9999 | there is no camera 9999; ",
        "/dev/video9999 | there is no camera /dev/video9999; ",
        "ftp://host/clip.mp4 | addresses that begin with ftp:// are not known, only ",
        "no-such-file.mp4 | there is no file no-such-file.mp4",
        "no-such-image.png | there is no file no-such-image.png",
        "file://%zz | \"file://%zz\" is not the name of a file: "})
    void what_is_not_there_is_told_in_one_sentence(String input, String sentence) {
        assertThatThrownBy(() -> Sources.open(input, SourceOptions.DEFAULT, pool)).isInstanceOf(UserException.class)
                .hasMessageStartingWith(sentence).message().doesNotContain("\n");
    }
}
