package org.posescope.app.scene3d;

import javafx.scene.layout.Region;

import org.posescope.draw.mesh.OrbitCamera;

/** Draws the scene, in hardware or in software. FX thread only. */
interface SceneView extends AutoCloseable {
    Region node();

    void show(PosedMoment moment);

    void look(OrbitCamera orbit);

    void dress(boolean light);

    void choose(Switches switches);

    @Override
    void close();
}
