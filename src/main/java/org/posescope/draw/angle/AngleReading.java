package org.posescope.draw.angle;

import org.posescope.measure.angle.PoseAngle;

/** An angle and what it is, degrees. */
public record AngleReading(PoseAngle angle, double degrees) {}
