package org.posescope.record.video;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.posescope.error.UserException;

/** Compressed sound, packet by packet. One thread at a time. Owns native memory until it is closed. */
interface SoundPackets extends AutoCloseable {
    /** What a file needs to know of the sound; valid until {@link #close}. */
    AVCodecParameters parameters();

    /** FFmpeg's name. */
    String codec();

    /** The unit of the packets' times. */
    TimeBase unit();

    /** When the first picture of the file is shown, in the unit of the packets' times. */
    long origin();

    /**
     * Reads the next packet that says when it is heard.
     *
     * @param packet empty; filled when the answer is true
     * @return false at the end
     * @throws UserException when the file is damaged here
     */
    boolean read(AVPacket packet);

    /**
     * Goes to the last packet that starts not later than a time, or to the first.
     *
     * @param micros from the first picture of the file
     * @throws UserException when that is not possible
     */
    void seek(long micros);

    @Override
    void close();
}
