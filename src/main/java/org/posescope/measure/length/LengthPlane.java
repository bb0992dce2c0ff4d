package org.posescope.measure.length;

/** Where a line lies that is drawn into a picture. */
public enum LengthPlane {
    /** As far away as a person, upright to the line of sight: both ends have the depth of their pelvis. */
    PERSON,
    /** On the floor that people stand on. */
    FLOOR
}
