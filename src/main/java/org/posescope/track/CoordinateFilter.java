package org.posescope.track;

/**
 * A Kalman filter for one coordinate that moves with nearly constant speed; time in seconds, so that it does not depend on the
 * frame rate.
 */
final class CoordinateFilter {
    private double position;
    private double speed;
    private double positionVariance;
    private double covariance;
    private double speedVariance;

    /** Starts at rest with an unknown speed of about {@code speedDeviation} units a second. */
    CoordinateFilter(double position, double deviation, double speedDeviation) {
        this.position = position;
        this.positionVariance = deviation * deviation;
        this.speedVariance = speedDeviation * speedDeviation;
    }

    double position() {
        return position;
    }

    /**
     * Moves on by {@code dt} seconds.
     *
     * @param acceleration spectral density of the unknown acceleration, units per second to the power of 3/2
     */
    void predict(double dt, double acceleration) {
        double q = acceleration * acceleration;
        position += speed * dt;
        positionVariance += dt * (2 * covariance + dt * speedVariance) + q * dt * dt * dt / 3;
        covariance += dt * speedVariance + q * dt * dt / 2;
        speedVariance += q * dt;
    }

    /** Takes in a measurement with the given standard deviation. */
    void correct(double measured, double deviation) {
        double innovation = measured - position;
        double innovationVariance = positionVariance + deviation * deviation;
        double positionGain = positionVariance / innovationVariance;
        double speedGain = covariance / innovationVariance;
        position += positionGain * innovation;
        speed += speedGain * innovation;
        speedVariance -= speedGain * covariance;
        covariance -= positionGain * covariance;
        positionVariance -= positionGain * positionVariance;
    }
}
