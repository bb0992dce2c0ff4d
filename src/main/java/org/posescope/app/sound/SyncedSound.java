package org.posescope.app.sound;

import org.posescope.record.video.SoundSamples;

/** Plays the sound of a file, and goes where the picture is when they are too far apart. One thread. */
final class SyncedSound {
    /**
     * What nobody minds: sound may be early by 90 ms or late by 185 ms (ITU-R BT.1359-1, thresholds of acceptability), microseconds.
     */
    private static final long EARLIEST = 90_000;
    private static final long LATEST = 185_000;
    /** 20 ms. */
    private static final int CHUNK = SoundSamples.RATE / 50 * SoundSamples.FRAME_BYTES;

    private final SoundFeed feed;
    private final SoundLine line;
    private final byte[] chunk = new byte[CHUNK];
    private boolean sounding;
    private boolean over;
    /** Place of the sound that was written first since the line was silent. */
    private long from;

    /** @param feed stays the caller's, as the line does */
    SyncedSound(SoundFeed feed, SoundLine line) {
        this.feed = feed;
        this.line = line;
    }

    /**
     * Plays the next bit of sound; waits while the line has no room.
     *
     * @param videoMicros where the picture is
     * @param gain        0..1
     * @return false when there is no sound at that place
     */
    boolean play(long videoMicros, double gain) {
        if (over && videoMicros >= feed.position() - LATEST) {
            return false;
        }
        long early = from + line.heardMicros() - videoMicros;
        if (!sounding || over || early > EARLIEST || early < -LATEST) {
            line.drop();
            feed.start(videoMicros);
            from = videoMicros;
            sounding = true;
        }
        int length = feed.read(chunk);
        over = length < chunk.length;
        soften(length, gain);
        line.write(chunk, length);
        return !over;
    }

    private void soften(int length, double gain) {
        for (int i = 0; i < length; i += 2) {
            int sample = (int) Math.round(((chunk[i + 1] << 8) | (chunk[i] & 0xFF)) * gain);
            chunk[i] = (byte) sample;
            chunk[i + 1] = (byte) (sample >> 8);
        }
    }

    void silence() {
        if (sounding) {
            line.drop();
            sounding = false;
        }
    }
}
