package org.posescope.track;

/**
 * How identities are kept.
 *
 * @param highScore      people at or above it may continue a lost track or start a new one; those below only continue a track
 *                       that was seen in the last frame (Zhang et al. 2022, "ByteTrack")
 * @param minSimilarity  0..1, for people of high score
 * @param minLowScoreSimilarity 0..1, for people of low score
 * @param confirmHits    frames in which a person must be seen before they are reported, except in the first frame
 * @param confirmMicros  for how long at least, likewise
 * @param keepLostMicros how long a track may be out of sight
 */
public record TrackerSettings(float highScore, double minSimilarity, double minLowScoreSimilarity, int confirmHits,
        long confirmMicros, long keepLostMicros) {
    public static TrackerSettings defaults() {
        return new TrackerSettings(0.6f, 0.15, 0.4, 2, 90_000, 2_500_000);
    }

    public TrackerSettings withHighScore(float newHighScore) {
        return new TrackerSettings(newHighScore, minSimilarity, minLowScoreSimilarity, confirmHits, confirmMicros,
                keepLostMicros);
    }
}
