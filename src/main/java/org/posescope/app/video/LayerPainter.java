package org.posescope.app.video;

import javafx.scene.canvas.GraphicsContext;

/** Draws one layer in screen coordinates on an empty canvas, which keeps lines and text sharp at any size. FX thread. */
@FunctionalInterface
interface LayerPainter {
    void paint(GraphicsContext graphics, OverlayScene scene);
}
