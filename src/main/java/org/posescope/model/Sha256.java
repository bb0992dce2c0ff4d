package org.posescope.model;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4), which tells whether a file is the one that was meant. */
public final class Sha256 {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SHORT_DIGITS = 12;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Ends a digest: 64 lower-case hex digits. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the whole file, read once. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        // Not a channel: an interrupt must not close it, whoever wants to cancel looks at the interrupt itself.
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return hex(digest);
    }

    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The first digits, enough to compare by eye. */
    public static String shortened(String digest) {
        return digest.substring(0, SHORT_DIGITS) + "...";
    }
}
