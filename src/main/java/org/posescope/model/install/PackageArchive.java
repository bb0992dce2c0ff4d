package org.posescope.model.install;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The tarball of an npm package: a gzipped tar whose entries lie below one folder. No entry is written under the name that
 * the tarball gives it; the bytes of wanted ones are handed out and all others are passed over.
 */
final class PackageArchive {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path tarball;

    PackageArchive(Path tarball) {
        this.tarball = tarball;
    }

    /**
     * Reads the tarball once, up to the last byte that is wanted.
     *
     * @param parts to be filled
     * @param read  told how many bytes of the tarball are read, on this thread
     * @throws InstallException when the tarball is broken or a part cannot be written
     */
    void fill(List<? extends PackagePart> parts, LongConsumer read) throws InstallException, InterruptedException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream file = new BufferedInputStream(new FileInputStream(tarball.toFile()), BUFFER_BYTES);
                GzipCompressorInputStream gzip = new GzipCompressorInputStream(file, true);
                TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && !parts.stream().allMatch(PackagePart::isComplete)) {
                String member = belowFirstFolder(entry.getName());
                boolean isFile = entry.isFile();
                List<? extends PackagePart> wanted = parts.stream()
                        .filter(part -> isFile && part.member().equals(member)).toList();
                long position = 0;
                for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
                    for (PackagePart part : wanted) {
                        part.offer(position, buffer, count);
                    }
                    position += count;
                    read.accept(gzip.getCompressedCount());
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                entry = tar.getNextEntry();
            }
        } catch (IOException e) {
            throw new InstallException("the package that npm gave is broken (" + InstallException.reason(e) + ")", e);
        }
    }

    /** npm calls the folder {@code package}, other writers of packages call it as they like. */
    private static String belowFirstFolder(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
