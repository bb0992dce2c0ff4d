package org.posescope.app.settings;

/** Colours of the window. */
public enum ThemeChoice {
    DARK, LIGHT;

    public ThemeChoice other() {
        return this == DARK ? LIGHT : DARK;
    }
}
