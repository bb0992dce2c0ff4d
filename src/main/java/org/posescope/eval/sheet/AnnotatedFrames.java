package org.posescope.eval.sheet;

import java.nio.file.Path;
import java.util.List;

import org.posescope.draw.HudFigures;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Person;
import org.posescope.record.ImageSequenceWriter;

/**
 * A folder of frames with the people that were found drawn over them, no side longer than 640 pixels, and contact sheets of them
 * all. Used by one thread at a time.
 */
public final class AnnotatedFrames implements AutoCloseable {
    private static final int LONGEST_SIDE = 640;

    private final Path folder;
    private final Overlay overlay = Overlay.of(Layers.DEFAULT);
    private final FramePool pool = new FramePool();
    private final ScaledFrames scaled = new ScaledFrames(pool);
    private final ContactSheets sheets;

    /**
     * @param folder created when it is missing
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public AnnotatedFrames(Path folder) {
        this.folder = folder;
        this.sheets = new ContactSheets(folder);
    }

    /**
     * Writes one picture and puts it on a sheet.
     *
     * @param frame   whose pixels the caller alone holds; it is drawn over
     * @param name    of the picture, written as {@code .jpg} where it is not that of a picture the program can write
     * @param caption below it on the sheet
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public void add(Frame frame, List<Person> people, String name, String caption) {
        overlay.draw(Canvas.on(frame), people, frame.ptsMicros(), HudFigures.NONE);
        int side = Math.min(LONGEST_SIDE, Math.max(frame.width(), frame.height()));
        try (Frame small = scaled.fitted(frame, side, side);
                ImageSequenceWriter writer = ImageSequenceWriter.open(folder.resolve(fileName(name)).toString())) {
            writer.accept(small, people);
        }
        sheets.add(frame, name, caption);
    }

    private static String fileName(String name) {
        String flat = name.replaceAll("[/\\\\%]", "_");
        return ImageSequenceWriter.accepts(flat) ? flat : flat + ".jpg";
    }

    /** Writes the last sheet. */
    @Override
    public void close() {
        try (pool) {
            sheets.close();
        }
    }
}
