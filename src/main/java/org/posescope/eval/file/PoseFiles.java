package org.posescope.eval.file;

import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.error.UserException;
import org.posescope.eval.PoseSet;

/** Reads joints of people from files, of the layout that a file's name and content tell; {@code docs/pose3d-files.md}. */
public final class PoseFiles {
    private PoseFiles() {}

    /**
     * Reads a file, or a folder with a file for each frame.
     *
     * @return joints in metres
     * @throws UserException when it cannot be read or is of no known layout
     */
    public static PoseSet read(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (!Files.exists(file)) {
            throw new UserException(file + " does not exist");
        }
        if (Files.isDirectory(file) || PanopticPoses.isFrame(file)) {
            return PanopticPoses.read(file);
        }
        if (name.endsWith(".npz")) {
            return NpzPoses.read(file);
        }
        if (name.endsWith(".json")) {
            return DemoPoses.read(file);
        }
        throw new UserException(file + " is of no layout that is known; there are .npz and .json files, and folders of "
                + "body3DScene_*.json");
    }
}
