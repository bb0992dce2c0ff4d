package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.testkit.Shared;
import org.posescope.testkit.VideoFile;

class HdrRecordingTest {
    @TempDir
    Path folder;

    @Test
    void a_recording_of_hdr_is_sdr_and_says_so() {
        Path output = folder.resolve("sdr.mp4");
        try (FramePool pool = new FramePool();
                FrameSource source = VideoSource.open(Shared.file("data/bugs/hlg.mp4"), 1, pool);
                VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                        SoundSource.SILENT)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                try (Frame shown = frame) {
                    video.accept(shown, List.of());
                }
            }
        }

        int[] bright = new int[1];
        VideoFile.read(output, picture -> {
            assertThat(picture.taggedBt709()).isTrue();
            // What is white in the scene is bright in a picture for usual screens.
            bright[0] = Math.max(bright[0], picture.luma(180, 0));
        });
        assertThat(bright[0]).isGreaterThan(150);
    }
}
