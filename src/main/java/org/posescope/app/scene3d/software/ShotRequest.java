package org.posescope.app.scene3d.software;

import java.util.Optional;

import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.draw.scene.OrbitCamera;

/**
 * A picture of the scene to be drawn.
 *
 * @param light  whether the theme is light
 * @param width  pixels
 * @param height pixels
 */
record ShotRequest(Optional<PosedScene> moment, OrbitCamera orbit, Switches switches, boolean light, int width,
        int height) {}
