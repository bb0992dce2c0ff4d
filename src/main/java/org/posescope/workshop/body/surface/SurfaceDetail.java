package org.posescope.workshop.body.surface;

/**
 * How fine a surface is where bodies differ in what they can do.
 *
 * @param openMouth    whether the lips are apart and the mouth is lined, so that the jaw can open it
 * @param headVertices of the left half
 * @param handVertices of one hand
 */
public record SurfaceDetail(boolean openMouth, int headVertices, int handVertices) {
    /** For a head and hands of one piece. */
    public static final SurfaceDetail SIMPLE = new SurfaceDetail(false, 860, 400);
    /** For fingers and a face that move. */
    public static final SurfaceDetail FINE = new SurfaceDetail(true, 1200, 850);
}
