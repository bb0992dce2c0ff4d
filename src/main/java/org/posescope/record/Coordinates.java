package org.posescope.record;

/** What places in space refer to. */
public enum Coordinates {
    /** The camera: x right, y down, z forward. */
    CAMERA,
    /** The world in which the camera was measured to stand: y down, the floor where it is 0. */
    WORLD
}
