package org.posescope.app.sound;

import java.util.Optional;

import org.posescope.record.video.SoundSamples;

/** Sound whose every sample is the millisecond at which it is heard, in pieces of 30 ms; a seek goes back to the begin of a piece. */
final class CountingSamples implements SoundSamples {
    private static final int PIECE_MILLIS = 30;

    private final long beginMillis;
    private final long endMillis;
    private long next;
    private boolean closed;

    /**
     * @param beginMillis when the sound begins
     * @param endMillis   when it ends
     */
    CountingSamples(long beginMillis, long endMillis) {
        this.beginMillis = beginMillis;
        this.endMillis = endMillis;
        next = beginMillis;
    }

    @Override
    public Optional<Piece> next() {
        if (next >= endMillis) {
            return Optional.empty();
        }
        int perMilli = RATE / 1000;
        byte[] bytes = new byte[PIECE_MILLIS * perMilli * FRAME_BYTES];
        for (int i = 0; i < bytes.length; i += 2) {
            long milli = next + i / FRAME_BYTES / perMilli;
            bytes[i] = (byte) milli;
            bytes[i + 1] = (byte) (milli >> 8);
        }
        Piece piece = new Piece(next * 1000, bytes);
        next += PIECE_MILLIS;
        return Optional.of(piece);
    }

    @Override
    public void seek(long micros) {
        next = Math.max(beginMillis, micros / 1000 / PIECE_MILLIS * PIECE_MILLIS);
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
