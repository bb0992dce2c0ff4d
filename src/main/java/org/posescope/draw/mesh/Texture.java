package org.posescope.draw.mesh;

/** A picture that is laid over a mesh, and the same picture halved again and again for what is seen small. Immutable. */
public final class Texture {
    private static final int CHANNELS = 4;
    private static final int BYTE = 0xFF;

    private final int size;
    private final int[][] levels;

    /**
     * @param size   width and height, texels, a power of two
     * @param pixels {@code 0xAARRGGBB}, row by row from the top; where alpha is 0 nothing is drawn, other values do not count. A copy is made
     * @throws IllegalArgumentException when there are not as many pixels, or the size is no power of two
     */
    public Texture(int size, int[] pixels) {
        if (Integer.bitCount(size) != 1 || pixels.length != Math.multiplyExact(size, size)) {
            throw new IllegalArgumentException(pixels.length + " pixels of a texture " + size + " wide");
        }
        this.size = size;
        levels = new int[Integer.numberOfTrailingZeros(size) + 1][];
        levels[0] = pixels.clone();
        for (int level = 1; level < levels.length; level++) {
            levels[level] = halved(levels[level - 1], size >> level);
        }
    }

    public int size() {
        return size;
    }

    /** As it was made. A copy. */
    public int[] pixels() {
        return levels[0].clone();
    }

    /** How often it must be halved until a texel is about as large as a pixel of the screen. */
    int level(double texelsOfAPixel) {
        int wanted = (int) Math.round(Math.log(Math.max(1, texelsOfAPixel)) / Math.log(4));
        return Math.min(wanted, levels.length - 1);
    }

    /**
     * The texel at a place.
     *
     * @param u from the left, 0..1
     * @param v from the top, 0..1
     */
    int at(int level, float u, float v) {
        int side = size >> level;
        int x = Math.clamp((int) (u * side), 0, side - 1);
        int y = Math.clamp((int) (v * side), 0, side - 1);
        return levels[level][y * side + x];
    }

    /** Each texel is the mean of those of four that are drawn; it is drawn where half of them are. */
    private static int[] halved(int[] from, int side) {
        int[] to = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = 2 * (2 * side * y + x);
                to[y * side + x] = mean(from[at], from[at + 1], from[at + 2 * side], from[at + 2 * side + 1]);
            }
        }
        return to;
    }

    private static int mean(int... texels) {
        int[] sums = new int[CHANNELS - 1];
        int drawn = 0;
        for (int texel : texels) {
            if (texel >>> 24 != 0) {
                drawn++;
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += (texel >>> (Byte.SIZE * channel)) & BYTE;
                }
            }
        }
        if (2 * drawn < texels.length) {
            return 0;
        }
        int mean = BYTE << 24;
        for (int channel = 0; channel < sums.length; channel++) {
            mean |= ((sums[channel] + drawn / 2) / drawn) << (Byte.SIZE * channel);
        }
        return mean;
    }
}
