package org.posescope.network.int8;

/** The largest size of a sum of two weights of one channel. */
final class LargestPairs {
    /** The two largest sizes of the positive weights of each channel, and behind them those of the negative ones. */
    private final float[][] largest;

    private LargestPairs(int channels) {
        largest = new float[2 * channels][2];
    }

    /**
     * One sum a channel; of a channel of one weight, its size.
     *
     * @param count of the channels
     */
    static float[] of(float[] weights, OutputChannels channels, int count) {
        LargestPairs pairs = new LargestPairs(count);
        for (int i = 0; i < weights.length; i++) {
            pairs.add(channels.at(i), weights[i]);
        }
        float[] sums = new float[count];
        for (int channel = 0; channel < count; channel++) {
            sums[channel] = Math.max(pairs.sum(2 * channel), pairs.sum(2 * channel + 1));
        }
        return sums;
    }

    private void add(int channel, float weight) {
        float[] two = largest[2 * channel + (weight < 0 ? 1 : 0)];
        float size = Math.abs(weight);
        if (size > two[0]) {
            two[1] = two[0];
            two[0] = size;
        } else {
            two[1] = Math.max(two[1], size);
        }
    }

    private float sum(int row) {
        return largest[row][0] + largest[row][1];
    }
}
