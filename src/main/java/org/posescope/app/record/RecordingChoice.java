package org.posescope.app.record;

import org.posescope.draw.view.View;
import org.posescope.frame.SourceInfo;
import org.posescope.record.video.VideoFormat;
import org.posescope.record.video.VideoOptions;

/**
 * How the user wants recordings to be.
 *
 * @param view    what they show
 * @param quality of the video
 * @param lines   height of a picture, pixels; 0: as the source
 * @param file    kind of file
 */
public record RecordingChoice(View view, Quality quality, int lines, Container file) {
    public static final RecordingChoice DEFAULT = new RecordingChoice(View.PICTURE, Quality.GOOD, 0, Container.MP4);
    private static final int MOST_LINES = 4320;

    /** Steps of {@link VideoOptions#quality}. */
    public enum Quality {
        SMALL(50), GOOD(VideoOptions.DEFAULT.quality()), BEST(92);

        private final int value;

        Quality(int value) {
            this.value = value;
        }
    }

    /** Kinds of file that keep the times of pictures and nearly all sound. */
    public enum Container {
        MP4, MKV
    }

    /** @throws IllegalArgumentException when something is missing or out of range */
    public RecordingChoice {
        if (view == null || quality == null || file == null || lines < 0 || lines > MOST_LINES) {
            throw new IllegalArgumentException(
                    "no recording is " + view + ", " + quality + ", " + lines + " lines, " + file);
        }
    }

    public RecordingChoice withView(View newView) {
        return new RecordingChoice(newView, quality, lines, file);
    }

    public RecordingChoice withQuality(Quality newQuality) {
        return new RecordingChoice(view, newQuality, lines, file);
    }

    public RecordingChoice withLines(int newLines) {
        return new RecordingChoice(view, quality, newLines, file);
    }

    public RecordingChoice withFile(Container newFile) {
        return new RecordingChoice(view, quality, lines, newFile);
    }

    /** The pictures of a recording of a source, in its proportions; made smaller or larger, their sides are even, as H.264 needs. */
    VideoFormat format(SourceInfo source) {
        int width = view.width(source.width());
        if (lines == 0) {
            return new VideoFormat(width, source.height(), source.fps());
        }
        double scale = (double) lines / source.height();
        return new VideoFormat(even(width * scale), even(lines), source.fps());
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }

    VideoOptions options() {
        return VideoOptions.DEFAULT.withQuality(quality.value)
                .withThreads(Runtime.getRuntime().availableProcessors());
    }
}
