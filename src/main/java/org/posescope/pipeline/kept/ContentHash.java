package org.posescope.pipeline.kept;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells files apart by what is in them: SHA-256 of their size and of 64 blocks that lie evenly over them, so that the largest takes no
 * longer than a small one.
 */
public final class ContentHash {
    private static final int BLOCKS = 64;
    private static final int BLOCK = 1 << 16;

    private ContentHash() {}

    static byte[] of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (int i = 0; i < BLOCKS; i++) {
                block.clear();
                int _ = channel.read(block, Math.max(0, size - BLOCK) / (BLOCKS - 1) * i);
                digest.update(block.flip());
            }
        }
        return digest.digest();
    }

    /** As hexadecimal digits. */
    public static String hex(Path file) throws IOException {
        return HexFormat.of().formatHex(of(file));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
