package org.posescope.app.research;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.posescope.error.UserException;

/** Copies files of models into the model folder. Any thread but the FX thread. */
public final class ModelImport {
    private final Path folder;

    /** @param folder need not be there yet */
    public ModelImport(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * Copies a file, all or nothing, under its own name.
     *
     * @throws UserException when it cannot be read or written
     */
    void copy(Path file) {
        Path target = folder.resolve(file.getFileName());
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserException("the file " + file + " cannot be copied to " + folder + ": " + e.getMessage(), e);
        }
    }
}
