package org.posescope.app.scene3d;

/** How the scene is looked at. */
public enum CameraPreset {
    /** The way the source camera looks. */
    FRONT("Front"),
    /** From the right of the source camera's view. */
    SIDE("Side"),
    /** From above, the source camera's forward direction up. */
    TOP("Top"),
    /** Keeps the selected person, or the middle of all, in the middle; the angle stays the user's. */
    FOLLOW("Follow"),
    /** As the user moved it. */
    FREE("Free");

    private final String label;

    CameraPreset(String label) {
        this.label = label;
    }

    /** As written on its button. */
    public String label() {
        return label;
    }
}
