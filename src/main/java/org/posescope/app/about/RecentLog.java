package org.posescope.app.about;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Passes on what is logged and keeps the last of it. Thread-safe. */
public final class RecentLog extends OutputStream {
    private static final int MOST_BYTES = 1 << 16;

    private final OutputStream next;
    private final Charset charset;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** @param next stays the caller's */
    public RecentLog(OutputStream next, Charset charset) {
        this.next = next;
        this.charset = charset;
    }

    @Override
    public synchronized void write(int value) throws IOException {
        next.write(value);
        kept.write(value);
        forget();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        next.write(bytes, offset, length);
        kept.write(bytes, offset, length);
        forget();
    }

    private void forget() {
        if (kept.size() > 2 * MOST_BYTES) {
            byte[] all = kept.toByteArray();
            kept.reset();
            kept.write(all, all.length - MOST_BYTES, MOST_BYTES);
        }
    }

    @Override
    public void flush() throws IOException {
        next.flush();
    }

    /** The last lines, oldest first. */
    public synchronized List<String> lines() {
        return kept.toString(charset).lines().toList();
    }
}
