package org.posescope.draw.raster;

/**
 * A colour in Oklab (Ottosson 2020, "A perceptual color space for image processing"), where equal distances look about
 * equally different.
 *
 * @param lightness 0 (black) to 1 (white)
 * @param a         green to red, about -0.4 to 0.4
 * @param b         blue to yellow, likewise
 */
public record Oklab(double lightness, double a, double b) {

    /** The opaque colour of an sRGB number. */
    public static Oklab of(int argb) {
        double red = Argb.linear(Argb.red(argb));
        double green = Argb.linear(Argb.green(argb));
        double blue = Argb.linear(Argb.blue(argb));
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** The nearest opaque sRGB colour; channels out of range are cut. */
    public int argb() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return Argb.opaque(channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    /** Hue in radians: 0 red, then yellow, green and blue. */
    public double hue() {
        return Math.atan2(b, a);
    }

    /** Turns the hue towards another one by the shorter way, by {@code most} radians at most. */
    public Oklab turn(double towardsHue, double most) {
        double angle = Math.clamp(Math.IEEEremainder(towardsHue - hue(), 2 * Math.PI), -most, most);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Oklab(lightness, a * cos - b * sin, a * sin + b * cos);
    }

    public Oklab withLightness(double newLightness) {
        return new Oklab(Math.clamp(newLightness, 0, 1), a, b);
    }

    public double distance(Oklab other) {
        return Math.hypot(lightness - other.lightness, Math.hypot(a - other.a, b - other.b));
    }

    private static int channel(double light) {
        return (int) Math.round(Argb.encode(light));
    }

    private static double cube(double v) {
        return v * v * v;
    }
}
