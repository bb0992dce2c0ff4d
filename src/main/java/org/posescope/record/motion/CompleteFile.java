package org.posescope.record.motion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.posescope.record.OutputFile;

/** A file that appears under its name only when all of it is written; until then an older one stays as it was. */
public final class CompleteFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path part;
    private final OutputStream out;

    /** What fills a file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Begins a temporary file beside the target.
     *
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public CompleteFile(Path target) {
        this.target = OutputFile.at(target).path();
        part = target.resolveSibling(target.getFileName() + ".part");
        try {
            out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
        } catch (IOException e) {
            throw OutputFile.notWritten(target, e);
        }
    }

    /**
     * Writes a whole file.
     *
     * @throws org.posescope.error.UserException when it cannot be written, because the disk is full for example; nothing is
     *                                           left behind then
     */
    public static void write(Path target, Content content) {
        try (CompleteFile file = new CompleteFile(target)) {
            file.append(content);
            file.finish();
        }
    }

    /** Adds to it. */
    public void append(Content content) {
        try {
            content.write(out);
        } catch (IOException e) {
            throw OutputFile.notWritten(target, e);
        }
    }

    /** Moves the file to its place. */
    public void finish() {
        try {
            out.close();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw OutputFile.notWritten(target, e);
        }
    }

    /** Without {@link #finish} before it, drops what was written. */
    @Override
    public void close() {
        try (OutputStream _ = out) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw OutputFile.notWritten(target, e);
        }
    }
}
