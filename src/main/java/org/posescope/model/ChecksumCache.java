package org.posescope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.type.TypeReference;

/**
 * Checksums of files that have not changed since they were last read, kept in a small file so that a start of the program
 * does not read every model once more. A file counts as changed when its size or the time of its last change differs.
 * Losing the small file costs time and nothing else, so a fault of it is logged and not raised.
 *
 * <p>Any thread may use it. Of two processes that write at once the last one wins.
 */
final class ChecksumCache {
    private static final Logger LOG = LoggerFactory.getLogger(ChecksumCache.class);

    private final Path file;
    private Map<String, Entry> entries;

    /** @param file that keeps the checksums; its folder is not created, without it nothing is kept */
    ChecksumCache(Path file) {
        this.file = file;
    }

    /** SHA-256 of a file, read anew only when it has changed. */
    synchronized String sha256(Path path) throws IOException {
        Path real = path.toRealPath();
        Stamp stamp = Stamp.of(real);
        Entry known = entries().get(real.toString());
        return known != null && known.stamp().equals(stamp) ? known.sha256() : refresh(real, stamp);
    }

    /** SHA-256 of a file, read anew in any case. */
    synchronized String freshSha256(Path path) throws IOException {
        Path real = path.toRealPath();
        return refresh(real, Stamp.of(real));
    }

    private String refresh(Path real, Stamp before) throws IOException {
        String sha256 = Sha256.of(real);
        // A file that is written while it is read has no checksum worth keeping.
        if (Stamp.of(real).equals(before)) {
            entries().put(real.toString(), new Entry(before, sha256));
            save();
        }
        return sha256;
    }

    private Map<String, Entry> entries() {
        if (entries == null) {
            entries = load();
        }
        return entries;
    }

    private Map<String, Entry> load() {
        if (!Files.isReadable(file)) {
            return new HashMap<>();
        }
        try {
            return CardFormat.MAPPER.readValue(file.toFile(), new TypeReference<HashMap<String, Entry>>() {
            });
        } catch (IOException e) {
            LOG.info("{} is not readable, checksums are worked out anew: {}", file, e.getMessage());
            return new HashMap<>();
        }
    }

    private void save() {
        if (!Files.isWritable(file.getParent())) {
            return;
        }
        try {
            Path written = Files.createTempFile(file.getParent(), ".checksums", ".tmp");
            try {
                CardFormat.MAPPER.writeValue(written.toFile(), entries);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            LOG.info("checksums are not kept for the next start: {}", e.toString());
        }
    }

    private record Entry(Stamp stamp, String sha256) {}

    /** What tells a changed file: its size in bytes and the time of its last change, as precise as the file system has it. */
    private record Stamp(long bytes, String modified) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toString());
        }
    }
}
