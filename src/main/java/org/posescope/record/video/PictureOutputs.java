package org.posescope.record.video;

import java.nio.file.Path;

import org.posescope.record.FrameOutput;
import org.posescope.record.ImageSequenceWriter;

/** Chooses how annotated pictures are recorded. */
public final class PictureOutputs {
    private PictureOutputs() {}

    /**
     * Refuses what {@link #open} would, as far as it can be known, and touches nothing.
     *
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public static void check(String name, VideoFormat format, VideoOptions options) {
        if (ImageSequenceWriter.accepts(name)) {
            ImageSequenceWriter.check(name);
        } else {
            VideoWriter.check(Path.of(name), format, options);
        }
    }

    /**
     * Opens images for names that end with {@code .png} or {@code .jpg}, a video for all others.
     *
     * @param name as the user gave it: {@code out.mp4}, {@code frames/%05d.png}, {@code out.jpg}
     * @param sound of a video; images have none
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public static FrameOutput open(String name, VideoFormat format, VideoOptions options,
            SoundSource sound) {
        return ImageSequenceWriter.accepts(name)
                ? ImageSequenceWriter.open(name)
                : VideoOutput.open(Path.of(name), format, options, sound);
    }
}
