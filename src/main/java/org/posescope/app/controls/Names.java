package org.posescope.app.controls;

import java.util.Locale;

/** Names for people. */
public final class Names {
    private Names() {}

    /** {@code live} as "Live", {@code whole-body} as "Whole body". */
    public static String capitalised(String id) {
        return id.isEmpty() ? id : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
    }
}
