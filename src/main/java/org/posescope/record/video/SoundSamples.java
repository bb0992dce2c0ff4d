package org.posescope.record.video;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.error.UserException;

/** The sound of a file as it is heard, from any place on. One thread at a time. */
public interface SoundSamples extends AutoCloseable {
    /** Samples a second of each channel. */
    int RATE = 48_000;
    /** One sample of each of two channels: 16 bits with sign, lower byte first. */
    int FRAME_BYTES = 4;

    /** Samples that follow each other. */
    final class Piece {
        private final long startMicros;
        private final byte[] bytes;

        /**
         * @param startMicros when the first is heard, from the first picture of the file
         * @param bytes       whole frames of {@link #FRAME_BYTES}, owned by this
         */
        public Piece(long startMicros, byte[] bytes) {
            this.startMicros = startMicros;
            this.bytes = bytes;
        }

        public long startMicros() {
            return startMicros;
        }

        /** The same bytes each time; nobody may change them. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Opens the sound of a file; empty when it has none.
     *
     * @throws UserException when the file cannot be read or nothing decodes its sound
     */
    static Optional<SoundSamples> open(Path file) {
        return SoundReader.open(file.toString()).map(SampleDecoder::new);
    }

    /**
     * The next samples; empty at the end.
     *
     * @throws UserException when the file is damaged here
     */
    Optional<Piece> next();

    /**
     * Goes to a place, or somewhat before it.
     *
     * @param micros from the first picture of the file
     * @throws UserException when that is not possible
     */
    void seek(long micros);

    @Override
    void close();
}
