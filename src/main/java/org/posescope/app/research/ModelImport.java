package org.posescope.app.research;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.posescope.error.UserException;
import org.posescope.importer.CheckpointImporter;
import org.posescope.model.ModelStore;

/** Takes files of models into the model folder. Any thread but the FX thread. */
public final class ModelImport {
    private static final Pattern CHECKPOINT = Pattern.compile(".*\\.(pth|pt|tar)");

    private final ModelStore store;
    private final Path folder;

    /** @param store whose folder need not be there yet */
    public ModelImport(ModelStore store) {
        this.store = store;
        this.folder = store.folder();
    }

    /** Whether a file has the name of a PyTorch checkpoint. */
    static boolean isCheckpoint(Path file) {
        return CHECKPOINT.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Converts a checkpoint; takes seconds.
     *
     * @param parameters files that may belong to it
     * @param news       told what is being done, on this thread
     * @return id of the model that it became
     * @throws UserException when it cannot be read, is of an unknown network, or cannot be written
     */
    String convert(Path checkpoint, List<Path> parameters, Consumer<String> news) {
        return new CheckpointImporter(store, news).run(checkpoint, parameters).card().id();
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
