package org.posescope.app.record;

import java.nio.file.Path;

import org.posescope.draw.view.View;
import org.posescope.frame.SourceInfo;
import org.posescope.record.video.VideoFormat;
import org.posescope.record.video.VideoOptions;

/**
 * How the user wants recordings to be.
 *
 * @param view    what they show
 * @param quality of the video
 * @param lines   height of a picture, pixels; 0: as the source, but not more than {@link #USUAL_LINES} with the 3D view
 * @param file    kind of file
 * @param folder  where recordings and pictures go; empty: where the program puts them by itself
 */
public record RecordingChoice(View view, Quality quality, int lines, Container file, String folder) {
    public static final RecordingChoice DEFAULT = new RecordingChoice(View.PICTURE, Quality.GOOD, 0, Container.MP4,
            "");
    /** The 3D view is drawn by this program itself, so its size is what recording costs. */
    public static final int USUAL_LINES = 1080;
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
        if (view == null || quality == null || file == null || folder == null || lines < 0 || lines > MOST_LINES) {
            throw new IllegalArgumentException(
                    "no recording is " + view + ", " + quality + ", " + lines + " lines, " + file);
        }
    }

    public RecordingChoice withView(View newView) {
        return new RecordingChoice(newView, quality, lines, file, folder);
    }

    public RecordingChoice withQuality(Quality newQuality) {
        return new RecordingChoice(view, newQuality, lines, file, folder);
    }

    public RecordingChoice withLines(int newLines) {
        return new RecordingChoice(view, quality, newLines, file, folder);
    }

    public RecordingChoice withFile(Container newFile) {
        return new RecordingChoice(view, quality, lines, newFile, folder);
    }

    public RecordingChoice withFolder(String newFolder) {
        return new RecordingChoice(view, quality, lines, file, newFolder);
    }

    /** @param usual where the program puts them by itself */
    public Path folder(Path usual) {
        return folder.isEmpty() ? usual : Path.of(folder);
    }

    /** The pictures of a recording of a source, in its proportions; made smaller or larger, their sides are even, as H.264 needs. */
    VideoFormat format(SourceInfo source) {
        int width = view.width(source.width());
        int height = lines == 0 ? Math.min(source.height(), mostLines()) : lines;
        if (lines == 0 && height == source.height()) {
            return new VideoFormat(width, height, source.fps());
        }
        double scale = (double) height / source.height();
        return new VideoFormat(even(width * scale), even(height), source.fps());
    }

    /** How high pictures are composed at most. */
    int mostLines() {
        return !view.hasScene() ? Integer.MAX_VALUE : lines == 0 ? USUAL_LINES : lines;
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }

    VideoOptions options() {
        return VideoOptions.DEFAULT.withQuality(quality.value)
                .withThreads(Runtime.getRuntime().availableProcessors());
    }
}
