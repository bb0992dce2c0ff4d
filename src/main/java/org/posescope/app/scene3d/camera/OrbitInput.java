package org.posescope.app.scene3d.camera;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/**
 * Moves the camera with the mouse: drag turns, drag with the right or middle button or with Shift pans, the wheel or a pinch
 * zooms, a double click brings the people into view.
 */
public final class OrbitInput {
    private static final double RADIANS_PER_PIXEL = Math.toRadians(0.35);
    private static final double ZOOM_PER_PIXEL = 0.0022;

    private final Region area;
    private final CameraDirector director;
    private final Runnable moved;
    private Point2D last = Point2D.ZERO;

    /** @param moved called when the camera has somewhere to go */
    public OrbitInput(Region area, CameraDirector director, Runnable moved) {
        this.area = area;
        this.director = director;
        this.moved = moved;
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        area.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        area.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    }

    private void press(MouseEvent event) {
        last = at(event);
        event.consume();
    }

    private void drag(MouseEvent event) {
        Point2D now = at(event);
        Point2D way = now.subtract(last);
        last = now;
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            director.turn(-way.getX() * RADIANS_PER_PIXEL, way.getY() * RADIANS_PER_PIXEL);
        } else {
            director.pan(-way.getX() / area.getHeight(), -way.getY() / area.getHeight());
        }
        finish(event);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            director.frame();
            finish(event);
        }
    }

    private void scroll(ScrollEvent event) {
        // A pinch on a touch pad comes as a zoom too.
        if (!event.isInertia() && event.getDeltaY() != 0) {
            director.zoom(Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL));
            finish(event);
        }
    }

    private void pinch(ZoomEvent event) {
        director.zoom(1 / event.getZoomFactor());
        finish(event);
    }

    private void finish(Event event) {
        event.consume();
        moved.run();
    }

    private static Point2D at(MouseEvent event) {
        return new Point2D(event.getX(), event.getY());
    }
}
