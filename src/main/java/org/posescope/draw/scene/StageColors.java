package org.posescope.draw.scene;

import org.posescope.draw.raster.Argb;

/**
 * Opaque colours of the stage that people stand on.
 *
 * @param centre of the background
 * @param border of the background
 * @param floor  near what is looked at
 * @param line   of the floor, each metre and fainter each half
 * @param xAxis  of the world, on the floor and in the corner
 * @param yAxis  of the world, in the corner
 * @param zAxis  of the world, on the floor and in the corner
 */
public record StageColors(int centre, int border, int floor, int line, int xAxis, int yAxis, int zAxis) {
    public static final StageColors DARK = new StageColors(Argb.opaque(0x2A, 0x2F, 0x37), Argb.opaque(0x12, 0x14, 0x18),
            Argb.opaque(0x4A, 0x52, 0x5E), Argb.opaque(0x8D, 0x99, 0xA8), Argb.opaque(0xE0, 0x5A, 0x55),
            Argb.opaque(0x6C, 0xC4, 0x6A), Argb.opaque(0x4F, 0x8C, 0xF0));
    public static final StageColors LIGHT = new StageColors(Argb.opaque(0xFB, 0xFC, 0xFD),
            Argb.opaque(0xDD, 0xE2, 0xE8),
            Argb.opaque(0xC4, 0xCB, 0xD4), Argb.opaque(0x6B, 0x77, 0x85), Argb.opaque(0xCF, 0x3F, 0x3A),
            Argb.opaque(0x2F, 0x8F, 0x3A), Argb.opaque(0x2F, 0x6B, 0xD8));
}
