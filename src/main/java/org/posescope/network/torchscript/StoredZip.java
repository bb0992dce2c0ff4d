package org.posescope.network.torchscript;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file whose entries are not compressed, as PyTorch wants them. The same entries always give the same bytes. */
final class StoredZip implements AutoCloseable {
    /** The oldest time that a zip file can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String folder;
    private final ZipOutputStream zip;

    /**
     * @param folder that all entries are in, with a slash at its end
     * @param out    is closed with the zip file
     */
    StoredZip(String folder, OutputStream out) {
        this.folder = folder;
        this.zip = new ZipOutputStream(out);
    }

    void add(String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(folder + name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
