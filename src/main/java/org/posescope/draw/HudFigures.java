package org.posescope.draw;

/**
 * What the head-up display shows of a run.
 *
 * @param modeName      for example {@code min latency}; empty: not shown
 * @param fps           results a second; NaN: not known, not shown
 * @param latencyMillis from capture to result; NaN: not known, not shown
 * @param dropped       frames dropped so far; 0: not shown
 * @param lifted        whether what is seen in space was lifted from points in the picture, because the networks see no further; shown
 */
public record HudFigures(String modeName, double fps, double latencyMillis, long dropped, boolean lifted) {
    /** Nothing is known, so nothing is shown. */
    public static final HudFigures NONE = new HudFigures("", Double.NaN, Double.NaN, 0);

    /** Of networks that see space. */
    public HudFigures(String modeName, double fps, double latencyMillis, long dropped) {
        this(modeName, fps, latencyMillis, dropped, false);
    }
}
