package org.posescope.eval;

/**
 * How far an angle of found bodies is from that of the true ones, left and right together, degrees.
 *
 * @param angle     such as {@code knee_flexion}, as docs/angles.md has it
 * @param count     angles that were compared
 * @param meanError mean of the differences without their signs
 * @param bias      mean of what was found less the truth
 */
public record AngleFigures(String angle, long count, double meanError, double bias) {}
