package org.posescope.record.live;

import java.util.OptionalInt;

/**
 * How much was sent so far.
 *
 * @param sent      messages or packets that were taken
 * @param dropped   those that were not
 * @param receivers who is connected; empty where nobody can tell
 */
public record SendFigures(long sent, long dropped, OptionalInt receivers) {}
