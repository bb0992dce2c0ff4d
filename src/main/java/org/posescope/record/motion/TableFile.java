package org.posescope.record.motion;

import java.nio.file.Path;

/**
 * A table that grows by the rows of one frame after the other. It appears under its name when it is finished; there is none when no
 * frame came, when it was discarded, or when something could not be written.
 */
public final class TableFile {
    private final CompleteFile file;
    private boolean begun;
    private boolean failed;
    private boolean closed;

    /** @throws org.posescope.error.UserException when it cannot be written */
    public TableFile(Path path) {
        file = new CompleteFile(path);
    }

    /** Writes what stands before the rows. */
    public void head(CompleteFile.Content content) {
        failed = true;
        file.append(content);
        failed = false;
    }

    /**
     * Writes the rows of a frame, which may be none.
     *
     * @throws IllegalStateException when it is finished or discarded
     */
    public void frame(CompleteFile.Content rows) {
        if (closed) {
            throw new IllegalStateException("the export is closed");
        }
        begun = true;
        head(rows);
    }

    /** Drops what was written. */
    public void discard() {
        failed = true;
        finish(_ -> {});
    }

    /** Writes what stands behind the rows, and moves the table to its place; without effect when that was done before. */
    public void finish(CompleteFile.Content end) {
        if (!closed) {
            closed = true;
            try (file) {
                if (begun && !failed) {
                    file.append(end);
                    file.finish();
                }
            }
        }
    }
}
