package org.posescope.track;

/**
 * Settings of a {@link OneEuroFilter}.
 *
 * @param minCutoffHz   cut-off frequency at rest: lower is steadier
 * @param beta          Hz by which the cut-off grows for a speed of one body size a second: higher lags less
 * @param speedCutoffHz cut-off frequency of the speed estimate
 */
public record OneEuroSettings(double minCutoffHz, double beta, double speedCutoffHz) {}
