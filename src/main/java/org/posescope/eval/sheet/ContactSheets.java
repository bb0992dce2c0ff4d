package org.posescope.eval.sheet;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

import org.posescope.draw.Palette;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.Typeface;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;
import org.posescope.record.ImageSequenceWriter;

/** Small pictures side by side, each with two lines below it, on as many PNG files as they need. Used by one thread at a time. */
final class ContactSheets implements AutoCloseable {
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;
    private static final int TILE_WIDTH = 320;
    private static final int TILE_HEIGHT = 240;
    private static final int MARGIN = 6;
    private static final int LINE = 19;
    private static final int CELL_HEIGHT = TILE_HEIGHT + 2 * LINE + MARGIN;
    private static final double TEXT = 15;

    private final FramePool pool;
    private final ScaledFrames scaled;
    private final ImageSequenceWriter writer;
    private final Font font = new Font(Typeface.medium(), TEXT);
    private final Frame sheet;
    private final Canvas canvas;
    private int sheets;
    private int tiles;

    /**
     * @param folder takes {@code contact-00.png} and so on
     * @throws org.posescope.error.UserException when it cannot be written
     */
    ContactSheets(Path folder) {
        this.writer = ImageSequenceWriter.open(folder.resolve("contact-%02d.png").toString());
        this.pool = new FramePool();
        this.scaled = new ScaledFrames(pool);
        this.sheet = new Frame(pool.acquire(COLUMNS * TILE_WIDTH, ROWS * CELL_HEIGHT), 0, 0, 0);
        this.canvas = Canvas.on(sheet);
    }

    /** @throws org.posescope.error.UserException when a full sheet cannot be written */
    void add(Frame picture, String title, String line) {
        if (tiles == 0) {
            canvas.fillRectangle(0, 0, canvas.width(), canvas.height(), 0, Palette.HALO);
        }
        int left = tiles % COLUMNS * TILE_WIDTH;
        int top = tiles / COLUMNS * CELL_HEIGHT;
        try (Frame tile = scaled.fitted(picture, TILE_WIDTH - MARGIN, TILE_HEIGHT)) {
            copy(tile, left + (TILE_WIDTH - tile.width()) / 2, top + (TILE_HEIGHT - tile.height()) / 2);
        }
        text(title, left, top + TILE_HEIGHT + LINE, Argb.WHITE);
        text(line, left, top + TILE_HEIGHT + 2 * LINE, Palette.UNTRACKED);
        if (++tiles == COLUMNS * ROWS) {
            write();
        }
    }

    private void copy(Frame tile, int left, int top) {
        for (int y = 0; y < tile.height(); y++) {
            MemorySegment.copy(tile.pixels(), (long) y * tile.stride(), sheet.pixels(),
                    (long) (top + y) * sheet.stride() + (long) left * PixelBlock.BYTES_PER_PIXEL, tile.stride());
        }
    }

    private void text(String text, int left, int baseline, int argb) {
        font.draw(canvas, font.ellipsize(text, TILE_WIDTH - 2 * MARGIN), left + MARGIN, baseline, argb);
    }

    private void write() {
        try (Frame numbered = sheet.retain().movedTo(sheets, 0)) {
            writer.accept(numbered, List.of());
        }
        sheets++;
        tiles = 0;
    }

    /** Writes what is left. */
    @Override
    public void close() {
        try (pool; sheet; writer) {
            if (tiles > 0) {
                write();
            }
        }
    }
}
