package org.posescope.workshop.lift.picture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.random.RandomGenerator;

import org.posescope.draw.raster.Argb;

/** What a camera makes of a picture: too little light or too much, a tint, blur, noise. */
final class Exposure {
    private Exposure() {}

    /** Changes BGRA pixels in place. */
    static void spoil(MemorySegment pixels, int width, int height, RandomGenerator random) {
        int[] picture = new int[width * height];
        MemorySegment.copy(pixels, ValueLayout.JAVA_INT, 0, picture, 0, picture.length);
        if (random.nextDouble() < 0.5) {
            blur(picture, width, height);
            if (random.nextDouble() < 0.3) {
                blur(picture, width, height);
            }
        }
        double gain = Math.exp(random.nextGaussian(0, 0.25));
        double lift = random.nextGaussian(0, 10);
        double grey = random.nextDouble() < 0.12 ? 1 : Math.max(0, random.nextGaussian(0, 0.2));
        double[] tint = {random.nextGaussian(1, 0.06), random.nextGaussian(1, 0.04), random.nextGaussian(1, 0.06)};
        double noise = Math.abs(random.nextGaussian(0, 5));
        for (int k = 0; k < picture.length; k++) {
            int p = picture[k];
            double mean = (Argb.red(p) + 2 * Argb.green(p) + Argb.blue(p)) / 4.0;
            double n = noise * random.nextGaussian();
            picture[k] = Argb.opaque(channel(Argb.red(p), mean, grey, gain * tint[0], lift + n),
                    channel(Argb.green(p), mean, grey, gain * tint[1], lift + n),
                    channel(Argb.blue(p), mean, grey, gain * tint[2], lift + n));
        }
        MemorySegment.copy(picture, 0, pixels, ValueLayout.JAVA_INT, 0, picture.length);
    }

    private static int channel(int value, double mean, double grey, double gain, double lift) {
        return (int) Math.clamp(gain * (value + Math.min(1, grey) * (mean - value)) + lift, 0.0, 255.0);
    }

    /** The mean of four neighbours that form a square. */
    private static void blur(int[] picture, int width, int height) {
        for (int y = 0; y + 1 < height; y++) {
            for (int k = y * width; k < y * width + width - 1; k++) {
                int a = picture[k];
                int b = picture[k + 1];
                int c = picture[k + width];
                int d = picture[k + width + 1];
                picture[k] = Argb.opaque((Argb.red(a) + Argb.red(b) + Argb.red(c) + Argb.red(d)) / 4,
                        (Argb.green(a) + Argb.green(b) + Argb.green(c) + Argb.green(d)) / 4,
                        (Argb.blue(a) + Argb.blue(b) + Argb.blue(c) + Argb.blue(d)) / 4);
            }
        }
    }
}
