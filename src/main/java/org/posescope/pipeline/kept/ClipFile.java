package org.posescope.pipeline.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.posescope.frame.SourceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the motion of one video file is kept beyond the end of the program. */
final class ClipFile {
    private static final Logger LOG = LoggerFactory.getLogger(ClipFile.class);

    private final MotionFolder folder;
    private final byte[] content;

    private ClipFile(MotionFolder folder, byte[] content) {
        this.folder = folder;
        this.content = content;
    }

    /** Reads a few megabytes of the file; empty for what is no file, or cannot be read. */
    static Optional<ClipFile> of(SourceInfo source, MotionFolder folder) {
        if (source.kind() != SourceInfo.Kind.VIDEO) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(source.uri());
            return Files.isRegularFile(file)
                    ? Optional.of(new ClipFile(folder, ContentHash.of(file)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            LOG.warn("the motion of {} is not kept beyond this run: {}", source.uri(), e.toString());
            return Optional.empty();
        }
    }

    Optional<StoredMotion> load(MotionKey key) {
        return folder.load(content, key);
    }

    PeopleEdits loadEdits(MotionKey key) {
        return folder.loadEdits(content, key);
    }

    void saveEdits(MotionKey key, PeopleEdits edits) {
        folder.saveEdits(content, key, edits);
    }

    void save(MotionKey key, StoredMotion motion) {
        folder.save(content, key, motion);
    }
}
