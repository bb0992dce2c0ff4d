package org.posescope.body;

import java.util.Locale;

/**
 * What the face of the free body with fingers can do besides opening its jaw, in the order of its components: 0 is neutral, 1 in
 * full effect. Those of licensed models of SMPL-X are principal components without a name.
 */
public enum Expression {
    BLINK_LEFT, BLINK_RIGHT, SMILE, FROWN, PUCKER, BROWS_UP, BROWS_DOWN, LIPS_APART, MOUTH_WIDE, NOSE_WRINKLED;

    /** The array of a body model file that says that its expressions are these. */
    public static final String FILE_ARRAY = "expression_names";

    /** Of the component that is there. */
    @SuppressWarnings("EnumOrdinal") // The order is that of the components.
    public static Expression of(int component) {
        return values()[component];
    }

    /** Its place among the components. */
    @SuppressWarnings("EnumOrdinal") // As above.
    public int component() {
        return ordinal();
    }

    /** As written in files, for example {@code blink_left}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
