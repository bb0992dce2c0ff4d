package org.posescope.record.motion;

import java.nio.file.Path;
import java.util.List;

/** A format that a whole motion is written in. */
public interface MotionFile {
    /**
     * Writes it; a file is there only when it is complete.
     *
     * @param file as the user named it
     * @return what was written: that file, or several beside it
     * @throws org.posescope.error.UserException when it cannot be written
     */
    List<Path> write(Motion motion, Path file);
}
