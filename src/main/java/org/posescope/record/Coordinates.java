package org.posescope.record;

/** What places in space refer to. */
public enum Coordinates {
    CAMERA("metres, camera frame, x right, y down, z forward"),
    /** In which the camera was measured to stand. */
    WORLD("metres, world frame, y down, the floor at y = 0");

    private final String units;

    Coordinates(String units) {
        this.units = units;
    }

    /** Unit and axes, for people. */
    public String units() {
        return units;
    }
}
