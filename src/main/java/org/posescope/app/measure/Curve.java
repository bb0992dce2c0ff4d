package org.posescope.app.measure;

import org.posescope.measure.angle.PoseAngle;

/**
 * An angle of somebody.
 *
 * @param person identity; {@link #EVERYBODY} for each person there is
 */
record Curve(int person, PoseAngle angle) {
    static final int EVERYBODY = 0;

    /** Whether somebody's angle is meant. */
    boolean covers(int id, PoseAngle wanted) {
        return angle == wanted && (person == EVERYBODY || person == id);
    }
}
