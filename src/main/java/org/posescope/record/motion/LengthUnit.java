package org.posescope.record.motion;

/** What one is in a file that does not say it. */
public enum LengthUnit {
    M(1), CM(100);

    private final double perMetre;

    LengthUnit(double perMetre) {
        this.perMetre = perMetre;
    }

    /** How many of them are a metre. */
    double perMetre() {
        return perMetre;
    }
}
