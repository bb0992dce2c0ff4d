package org.posescope.track;

/**
 * How strongly motion is smoothed.
 *
 * @param picture 2D keypoints and boxes
 * @param space   3D joints around the hips
 * @param place   translation of the person, which is the noisiest along the line of sight
 */
public record SmoothingSettings(OneEuroSettings picture, OneEuroSettings space, OneEuroSettings place) {
    /** Steady at rest, less than a frame of lag in quick motion. */
    public static SmoothingSettings defaults() {
        return new SmoothingSettings(new OneEuroSettings(2.5, 12, 2), new OneEuroSettings(2.5, 12, 2),
                new OneEuroSettings(1, 3, 1));
    }
}
