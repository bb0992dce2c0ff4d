package org.posescope.track;

/**
 * The One Euro filter (Casiez, Roussel, Vogel 2012) for one number: slow motion is smoothed strongly, fast motion hardly. The
 * exact step response of the low-pass, {@code 1 - exp(-2 pi f dt)}, is used, so that the same motion sampled at 15 or 60 frames
 * a second is smoothed alike.
 */
final class OneEuroFilter {
    private final OneEuroSettings settings;
    private boolean started;
    private double lastRaw;
    private double value;
    private double speed;

    OneEuroFilter(OneEuroSettings settings) {
        this.settings = settings;
    }

    /**
     * The smoothed value.
     *
     * @param raw   the measurement
     * @param dt    seconds since the last one; when not positive, the filter starts anew at the measurement
     * @param scale size of the body in the unit of the measurement, so that "fast" does not depend on how near a person is
     */
    double filter(double raw, double dt, double scale) {
        if (started && dt > 0) {
            double measuredSpeed = (raw - lastRaw) / dt / scale;
            speed += weight(settings.speedCutoffHz(), dt) * (measuredSpeed - speed);
            double cutoff = settings.minCutoffHz() + settings.beta() * Math.abs(speed);
            value += weight(cutoff, dt) * (raw - value);
        } else {
            started = true;
            value = raw;
            speed = 0;
        }
        lastRaw = raw;
        return value;
    }

    private static double weight(double cutoffHz, double dt) {
        return -Math.expm1(-2 * Math.PI * cutoffHz * dt);
    }
}
