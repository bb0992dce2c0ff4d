package org.posescope.draw;

/**
 * What the head-up display shows of a run.
 *
 * @param modeName      for example {@code min latency}; empty: not shown
 * @param fps           results a second; NaN: not known, not shown
 * @param latencyMillis from capture to result; NaN: not known, not shown
 * @param dropped       frames dropped so far; 0: not shown
 */
public record HudFigures(String modeName, double fps, double latencyMillis, long dropped) {
    /** Nothing is known, so nothing is shown. */
    public static final HudFigures NONE = new HudFigures("", Double.NaN, Double.NaN, 0);
}
