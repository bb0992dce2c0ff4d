package org.posescope.eval;

/**
 * Which frame of which motion.
 *
 * @param sequence name of the motion; empty where there is one only
 * @param number   grows by one from frame to frame of the motion
 */
public record FrameId(String sequence, long number) {}
