package org.posescope.app.scene3d.hardware;

import javafx.scene.paint.Color;

/**
 * Colours of the scene for a theme; the background behind it is the style sheet's.
 *
 * @param ground  disc of the floor, with its opacity
 * @param shadow  on the floor, with the opacity where it is darkest
 * @param line    of the floor
 * @param xAxis   the line in front of the source camera's foot, to the right
 * @param yAxis   down, at the source camera
 * @param zAxis   the line from the source camera's foot, forward
 * @param source  the source camera's pyramid of sight
 * @param dimmed  what people are mixed with while somebody else is selected
 * @param key     main light
 * @param fill    light from the other side
 * @param rim     light from behind
 * @param ambient light from everywhere
 */
record SceneColors(Color ground, Color shadow, Color line, Color xAxis, Color yAxis, Color zAxis, Color source,
        Color dimmed,
        Color key,
        Color fill, Color rim, Color ambient) {
    static final SceneColors DARK = new SceneColors(Color.web("#4a525e", 0.34), Color.web("#05070a", 0.9),
            Color.web("#8d99a8", 0.5),
            Color.web("#e05a55", 0.75), Color.web("#6cc46a"), Color.web("#4f8cf0", 0.75), Color.web("#aeb9c7", 0.7),
            Color.web("#2a2f37"),
            Color.web("#a8a39c"), Color.web("#30363e"), Color.web("#3a4048"), Color.web("#5c5f66"));
    static final SceneColors LIGHT = new SceneColors(Color.web("#aab4c0", 0.34), Color.web("#2a323c", 0.6),
            Color.web("#6b7785", 0.55), Color.web("#cf3f3a", 0.8), Color.web("#2f8f3a"), Color.web("#2f6bd8", 0.8),
            Color.web("#57606a", 0.8),
            Color.web("#dfe4ea"), Color.web("#8f8b85"), Color.web("#2c3138"), Color.web("#24282e"),
            Color.web("#85888e"));

    static SceneColors of(boolean light) {
        return light ? LIGHT : DARK;
    }
}
