package org.posescope.record.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.posescope.error.UserException;
import org.posescope.record.OutputFile;

/**
 * Where motion goes.
 *
 * @param path a file, or the folder of {@link ExportFormat#OPENPOSE}
 */
public record ExportTarget(ExportFormat format, Path path) {
    /** What the names of folders for OpenPose's files begin with. */
    static final String FOLDER = "openpose:";

    /**
     * The target that a user names: {@code walk.bvh}, {@code openpose:FOLDER}.
     *
     * @throws UserException when that is neither a file of a known format nor a folder
     */
    public static ExportTarget of(String name) {
        try {
            if (name.startsWith(FOLDER)) {
                return new ExportTarget(ExportFormat.OPENPOSE, Path.of(name.substring(FOLDER.length())));
            }
            return new ExportTarget(ExportFormat.of(name), Path.of(name));
        } catch (InvalidPathException e) {
            throw new UserException("Cannot export to " + name + ": that is no file name.", e);
        }
    }

    /**
     * Looks at what can be known before writing.
     *
     * @throws UserException when the file, or the folder, cannot be written
     */
    public void check() {
        if (format == ExportFormat.OPENPOSE) {
            OutputFile.requireFolder(path);
        } else {
            OutputFile.at(path);
        }
    }
}
