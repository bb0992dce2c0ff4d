package org.posescope.app.video;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The wheel comes nearer to the picture at the pointer, dragging moves it. FX thread. */
final class ZoomInput {
    private static final double STEP = 1.2;

    private final VideoPane pane;
    private double lastX;
    private double lastY;

    private ZoomInput(VideoPane pane) {
        this.pane = pane;
    }

    static void install(Region target, VideoPane pane) {
        ZoomInput input = new ZoomInput(pane);
        target.setOnScroll(input::scroll);
        target.setOnMousePressed(input::press);
        target.setOnMouseDragged(input::drag);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            event.consume();
            pane.zoom(pane.zoom().nearer(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY(),
                    pane.room()));
        }
    }

    private void press(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            pane.zoom(pane.zoom().moved(event.getX() - lastX, event.getY() - lastY, pane.room()));
            press(event);
        }
    }
}
