package org.posescope.app.sound;

import java.util.Arrays;
import java.util.Optional;

import org.posescope.record.video.SoundSamples;

/** The sound of a file from some place on in one stretch: where there is none, it is silent. One thread. */
final class SoundFeed implements AutoCloseable {
    /** Times in files are rounded; sound that is early or late by less, microseconds, is neither cut nor held back. */
    private static final long ROUNDED = 20_000;
    private static final long SECOND = 1_000_000;

    private final SoundSamples samples;
    private long startMicros;
    private long givenBytes;
    private byte[] piece = {};
    private int used;
    private long silentBytes;
    private boolean over;

    /** @param samples closed with this one */
    SoundFeed(SoundSamples samples) {
        this.samples = samples;
    }

    /** @param micros place of the sound that is read next */
    void start(long micros) {
        samples.seek(micros);
        startMicros = micros;
        givenBytes = 0;
        piece = new byte[0];
        used = 0;
        silentBytes = 0;
        over = false;
    }

    /**
     * The next samples.
     *
     * @param into filled from its start
     * @return how many bytes; less than there is room for at the end of the sound, 0 after it
     */
    int read(byte[] into) {
        int filled = 0;
        while (filled < into.length && (silentBytes > 0 || used < piece.length || advance())) {
            int count = (int) Math.min(into.length - filled, silentBytes > 0 ? silentBytes : piece.length - used);
            if (silentBytes > 0) {
                Arrays.fill(into, filled, filled + count, (byte) 0);
                silentBytes -= count;
            } else {
                System.arraycopy(piece, used, into, filled, count);
                used += count;
            }
            filled += count;
            givenBytes += count;
        }
        return filled;
    }

    private boolean advance() {
        Optional<SoundSamples.Piece> next = over ? Optional.empty() : samples.next();
        over = next.isEmpty();
        next.ifPresent(this::begin);
        return !over;
    }

    private void begin(SoundSamples.Piece next) {
        long early = position() - next.startMicros();
        piece = next.bytes();
        used = early > ROUNDED ? (int) Math.min(piece.length, bytes(early)) : 0;
        silentBytes = early < -ROUNDED ? bytes(-early) : 0;
    }

    private static long bytes(long micros) {
        return micros * SoundSamples.RATE / SECOND * SoundSamples.FRAME_BYTES;
    }

    /** Where in the file the sound is that is read next, microseconds. */
    long position() {
        return startMicros + givenBytes / SoundSamples.FRAME_BYTES * SECOND / SoundSamples.RATE;
    }

    @Override
    public void close() {
        samples.close();
    }
}
