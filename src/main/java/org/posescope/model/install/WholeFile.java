package org.posescope.model.install;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a package that is copied as it is, to its path below a folder. */
final class WholeFile implements PackagePart, AutoCloseable {
    private final String member;
    private final Path path;
    private final FileOutputStream out;
    private long written;

    WholeFile(String member, Path folder) throws IOException {
        this.member = member;
        path = folder.resolve(member);
        Files.createDirectories(path.getParent());
        out = new FileOutputStream(path.toFile());
    }

    @Override
    public String member() {
        return member;
    }

    /** Its length is not known before the package has been read. */
    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public void offer(long position, byte[] piece, int count) throws InstallException {
        try {
            out.write(piece, 0, count);
        } catch (IOException e) {
            throw InstallException.cannotWrite(path, e);
        }
        written += count;
    }

    /** @throws InstallException when the package had no such file */
    void requireFound() throws InstallException {
        if (written == 0) {
            throw new InstallException("the package has no " + member);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
