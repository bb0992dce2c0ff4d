package org.posescope.app.timeline;

/**
 * A stretch of the clip in which somebody was seen in every frame that was looked at.
 *
 * @param from     microseconds in the clip
 * @param to       behind the last frame
 * @param sureness 0..1, mean over its frames
 */
record Bar(long from, long to, double sureness) {}
