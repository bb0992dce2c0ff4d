package org.posescope.app.scene3d.posed;

import javafx.scene.layout.Region;

import org.posescope.draw.scene.OrbitCamera;

/** Draws the scene, in hardware or in software. FX thread only. */
public interface SceneView extends AutoCloseable {
    Region node();

    void show(PosedScene moment);

    void look(OrbitCamera orbit);

    void dress(boolean light);

    void choose(Switches switches);

    @Override
    void close();
}
