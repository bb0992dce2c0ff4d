package org.posescope.app.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.posescope.error.UserException;
import org.posescope.record.video.SoundSamples;

/** The device that the system uses for sound. */
final class SpeakerLine implements SoundLine {
    private static final AudioFormat FORMAT = new AudioFormat(SoundSamples.RATE, 16, 2, true, false);
    /** Long enough for a thread that is late, short enough for a new volume to be heard at once: 150 ms. */
    private static final int BUFFER_BYTES = SoundSamples.RATE * 15 / 100 * SoundSamples.FRAME_BYTES;

    private final SourceDataLine line;
    private long dropped;

    private SpeakerLine(SourceDataLine line) {
        this.line = line;
    }

    /** @throws UserException when there is none, or another program has it for itself */
    static SoundLine open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER_BYTES);
            line.start();
            return new SpeakerLine(line);
        } catch (LineUnavailableException e) {
            throw new UserException("its device is taken by another program", e);
        } catch (IllegalArgumentException e) {
            // This is how Java says that no device plays such samples.
            throw new UserException("this computer has no device for it", e);
        }
    }

    @Override
    public void write(byte[] samples, int length) {
        if (line.write(samples, 0, length) < length) {
            throw new UserException("its device is gone");
        }
    }

    @Override
    public long heardMicros() {
        return line.getMicrosecondPosition() - dropped;
    }

    @Override
    public void drop() {
        line.stop();
        line.flush();
        dropped = line.getMicrosecondPosition();
        line.start();
    }

    @Override
    public void close() {
        line.close();
    }
}
