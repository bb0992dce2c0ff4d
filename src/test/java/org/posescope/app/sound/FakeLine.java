package org.posescope.app.sound;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.posescope.record.video.SoundSamples;

/** A line that hears at once whatever is written, at the times of the samples. */
final class FakeLine implements SoundLine {
    private final List<String> told = new ArrayList<>();
    private ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Override
    public void write(byte[] samples, int length) {
        heard.write(samples, 0, length);
    }

    @Override
    public long heardMicros() {
        return heard.size() / SoundSamples.FRAME_BYTES * 1_000_000L / SoundSamples.RATE;
    }

    @Override
    public void drop() {
        told.add("dropped after " + heardMicros() / 1000 + " ms");
        heard = new ByteArrayOutputStream();
    }

    @Override
    public void close() {
        told.add("closed");
    }

    /** What was heard since it was dropped last, first channel. */
    short[] samples() {
        byte[] bytes = heard.toByteArray();
        short[] samples = new short[bytes.length / SoundSamples.FRAME_BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[4 * i + 1] << 8) | (bytes[4 * i] & 0xFF));
        }
        return samples;
    }

    /** What was done since the last call. */
    List<String> told() {
        List<String> copy = List.copyOf(told);
        told.clear();
        return copy;
    }
}
