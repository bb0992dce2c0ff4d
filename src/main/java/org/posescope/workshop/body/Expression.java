package org.posescope.workshop.body;

import java.util.List;

/**
 * What the free body's face can do besides opening its jaw, in the order of the file. At 1 MakeHuman's targets are in full
 * effect, at 0 the face is neutral.
 */
enum Expression {
    BLINK_LEFT("eye-left-closure"), BLINK_RIGHT("eye-right-closure"), SMILE("mouth-corner-puller"),
    FROWN("mouth-depression"), PUCKER("mouth-pursing"),
    BROWS_UP("eyebrows-left-up", "eyebrows-right-up", "eyebrows-left-inner-up", "eyebrows-right-inner-up"),
    BROWS_DOWN("eyebrows-left-down", "eyebrows-right-down"), LIPS_APART("mouth-part-later"),
    MOUTH_WIDE("mouth-retraction"), NOSE_WRINKLED("nose-left-elevation", "nose-right-elevation");

    private final List<String> targets;

    Expression(String... targets) {
        this.targets = List.of(targets);
    }

    /** The targets of MakeHuman that make it together. */
    List<String> targets() {
        return targets;
    }
}
