package org.posescope.app.scene3d;

import java.util.Optional;

import org.posescope.draw.mesh.OrbitCamera;

/**
 * A picture of the scene to be drawn.
 *
 * @param light  whether the theme is light
 * @param width  pixels
 * @param height pixels
 */
record ShotRequest(Optional<PosedMoment> moment, OrbitCamera orbit, Switches switches, boolean light, int width,
        int height) {}
