package org.posescope.app.scene3d.posed;

import java.util.Optional;

import javafx.scene.layout.Region;

import org.posescope.draw.scene.OrbitCamera;

/** Draws the scene, in hardware or in software. FX thread only. */
public interface SceneView extends AutoCloseable {
    Region node();

    void show(PosedScene moment);

    void look(OrbitCamera orbit);

    void dress(boolean light);

    void choose(Switches switches);

    /** Is told what is to be seen of the scene from now on: at once by hardware, later by software, which draws it first. FX thread. */
    @FunctionalInterface
    interface Onlooker {
        /** @param moment none before the first one */
        void sees(Optional<PosedScene> moment, OrbitCamera orbit);
    }

    @Override
    void close();
}
