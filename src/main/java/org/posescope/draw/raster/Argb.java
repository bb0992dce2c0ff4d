package org.posescope.draw.raster;

/**
 * Colours as {@code 0xAARRGGBB} integers: 8 bits a channel, gamma-encoded sRGB, colour not multiplied by alpha. The same
 * number, stored little-endian, is one BGRA pixel.
 */
public final class Argb {
    public static final int BLACK = 0xFF000000;
    public static final int WHITE = 0xFFFFFFFF;

    private Argb() {}

    /** An opaque colour of three channels 0..255. */
    public static int opaque(int red, int green, int blue) {
        return 0xFF000000 | (red << 16) | (green << 8) | blue;
    }

    public static int alpha(int argb) {
        return argb >>> 24;
    }

    public static int red(int argb) {
        return (argb >> 16) & 0xFF;
    }

    public static int green(int argb) {
        return (argb >> 8) & 0xFF;
    }

    public static int blue(int argb) {
        return argb & 0xFF;
    }

    /** The same colour with its alpha multiplied by {@code opacity}, which is taken as 0..1 (NaN as 0). */
    public static int fade(int argb, double opacity) {
        int alpha = (int) Math.round(alpha(argb) * Math.clamp(opacity, 0, 1));
        return (argb & 0xFFFFFF) | (alpha << 24);
    }

    /** Straight interpolation of all four channels: {@code from} at 0, {@code to} at 1. */
    public static int mix(int from, int to, double amount) {
        return channel(from, to, amount, 24) | channel(from, to, amount, 16) | channel(from, to, amount, 8)
                | channel(from, to, amount, 0);
    }

    /** As {@link #mix} for opaque colours, fast: {@code weight} goes from 0 ({@code from}) to 256 ({@code to}). */
    public static int blend(int from, int to, int weight) {
        int rest = 256 - weight;
        int redAndBlue = (from & 0xFF00FF) * rest + (to & 0xFF00FF) * weight + 0x800080;
        int green = (from & 0x00FF00) * rest + (to & 0x00FF00) * weight + 0x008000;
        return 0xFF000000 | ((redAndBlue >>> 8) & 0xFF00FF) | ((green >>> 8) & 0x00FF00);
    }

    private static int channel(int from, int to, double amount, int shift) {
        int start = (from >>> shift) & 0xFF;
        int end = (to >>> shift) & 0xFF;
        return (int) Math.round(start + (end - start) * Math.clamp(amount, 0, 1)) << shift;
    }

    /** Relative luminance 0..1 of the opaque colour (WCAG 2.2). */
    public static double luminance(int argb) {
        return 0.2126 * linear(red(argb)) + 0.7152 * linear(green(argb)) + 0.0722 * linear(blue(argb));
    }

    /** Light 0..1 of a gamma-encoded channel 0..255 (IEC 61966-2-1). */
    public static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The reverse of {@link #linear}, 0..255 and not rounded; light out of 0..1 is cut. */
    public static double encode(double light) {
        double c = Math.clamp(light, 0, 1);
        return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055);
    }
}
