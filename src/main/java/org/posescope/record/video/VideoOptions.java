package org.posescope.record.video;

/**
 * How a video is encoded.
 *
 * @param quality  0 (small) to 100 (hardly distinguishable from the source), constant over the whole video whatever its
 *                 frame rate; 75 gives more than 40 dB of PSNR on real clips
 * @param threads  of the encoder, at least 1
 * @param encoder  which one
 */
public record VideoOptions(int quality, int threads, EncoderChoice encoder) {
    /** The highest quality. */
    public static final int BEST = 100;
    public static final VideoOptions DEFAULT = new VideoOptions(75, 1, EncoderChoice.AUTOMATIC);

    public VideoOptions {
        if (quality < 0 || quality > BEST) {
            throw new IllegalArgumentException("quality " + quality + " is not between 0 and " + BEST);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("an encoder cannot run on " + threads + " threads");
        }
    }

    public VideoOptions withQuality(int newQuality) {
        return new VideoOptions(newQuality, threads, encoder);
    }

    public VideoOptions withThreads(int newThreads) {
        return new VideoOptions(quality, newThreads, encoder);
    }

    public VideoOptions withEncoder(EncoderChoice newEncoder) {
        return new VideoOptions(quality, threads, newEncoder);
    }
}
