package org.posescope.draw.avatar;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.draw.raster.Argb;

/**
 * The colour of a material, which its picture is multiplied by.
 *
 * @param red    by channel value of the picture, what is seen of it, 0..255
 * @param green  likewise
 * @param blue   likewise
 * @param alpha  factor of the picture's opacity, 0..1
 * @param cutoff opacity below which nothing is drawn; 0: everything is
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record BaseColor(int[] red, int[] green, int[] blue, double alpha, double cutoff) {
    /** Of what has no material. */
    static final BaseColor PLAIN = new BaseColor(channel(1), channel(1), channel(1), 1, 0);
    private static final double HALF = 0.5;
    private static final int VALUES = 256;

    static BaseColor of(JsonNode material) {
        JsonNode factor = material.path("pbrMetallicRoughness").path("baseColorFactor");
        double cutoff = switch (material.path("alphaMode").asText("OPAQUE")) {
            case "MASK" -> material.path("alphaCutoff").asDouble(HALF);
            case "BLEND" -> HALF;
            default -> 0;
        };
        return new BaseColor(channel(factor.path(0).asDouble(1)), channel(factor.path(1).asDouble(1)),
                channel(factor.path(2).asDouble(1)), factor.path(3).asDouble(1), cutoff);
    }

    /** Factors are of linear light. */
    private static int[] channel(double factor) {
        int[] seen = new int[VALUES];
        for (int value = 0; value < VALUES; value++) {
            seen[value] = (int) Math.round(Argb.encode(Argb.linear(value) * factor));
        }
        return seen;
    }

    /** What is seen of {@code 0xAARRGGBB}: opaque, or 0 where it is not drawn. */
    int tint(int argb) {
        boolean drawn = cutoff <= 0 || alpha * Argb.alpha(argb) / (VALUES - 1) >= cutoff;
        return drawn ? Argb.opaque(red[Argb.red(argb)], green[Argb.green(argb)], blue[Argb.blue(argb)]) : 0;
    }
}
