package org.posescope.draw;

import java.util.Locale;

/** The layers that a user can turn on and off, in the order in which they are drawn. */
public enum Layer {
    MESH, BOXES, SKELETON, FACE, HANDS, JOINTS3D, LABELS, IDS, HUD;

    /** As written on the command line and in settings. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
