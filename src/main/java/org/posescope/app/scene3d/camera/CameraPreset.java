package org.posescope.app.scene3d.camera;

/** How the scene is looked at. */
public enum CameraPreset {
    FRONT("Front", "The way the source camera looks"),
    SIDE("Side", "From the right of the source camera's view"),
    TOP("Top", "From above"),
    /** Keeps the selected person, or the middle of all, in the middle; the angle stays the user's. */
    FOLLOW("Follow", "Stay with the people, from whatever side you look at them"),
    FREE("Free", "As it was moved by hand");

    private final String label;
    private final String hint;

    CameraPreset(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** As written on its button. */
    public String label() {
        return label;
    }

    /** What it does, in a few words for the user. */
    public String hint() {
        return hint;
    }
}
