package org.posescope.app.measure;

import java.util.Optional;

import org.posescope.app.video.VideoPane;
import org.posescope.measure.length.PictureLine;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Draws a line in the picture while that is asked for, by dragging or by two clicks. FX thread. */
public final class LengthInput {
    /** Whoever moves less between press and release has clicked, pixels of the screen. */
    private static final double STILL = 5;

    private final LengthModel model;
    private final VideoPane video;
    private Optional<Point2D> start = Optional.empty();
    /** Until the click is over that ends a line. */
    private boolean ending;

    private LengthInput(LengthModel model, VideoPane video) {
        this.model = model;
        this.video = video;
    }

    /** Takes the mouse on the picture while a line is drawn. */
    public static void install(LengthModel model, VideoPane video) {
        LengthInput input = new LengthInput(model, video);
        video.addEventFilter(MouseEvent.MOUSE_PRESSED, input::press);
        video.addEventFilter(MouseEvent.MOUSE_DRAGGED, input::move);
        video.addEventFilter(MouseEvent.MOUSE_MOVED, input::move);
        video.addEventFilter(MouseEvent.MOUSE_RELEASED, input::release);
        video.addEventFilter(MouseEvent.MOUSE_CLICKED, input::click);
        model.drawing().subscribe(drawing -> {
            input.start = Optional.empty();
            video.setCursor(drawing ? Cursor.CROSSHAIR : null);
        });
    }

    private void press(MouseEvent event) {
        ending = false;
        if (model.drawing().get() && event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            start = start.or(() -> Optional.of(place(event)));
            draw(event);
        }
    }

    private void move(MouseEvent event) {
        if (model.drawing().get() && start.isPresent()) {
            event.consume();
            draw(event);
        }
    }

    private void release(MouseEvent event) {
        if (model.drawing().get() && start.isPresent()) {
            event.consume();
            ending = true;
            Point2D from = video.screenOf(start.get());
            if (from.distance(event.getX(), event.getY()) >= STILL) {
                draw(event);
                model.end();
            }
        }
    }

    private void click(MouseEvent event) {
        if (ending) {
            event.consume();
        }
    }

    private void draw(MouseEvent event) {
        Point2D from = start.orElseThrow();
        Point2D to = place(event);
        model.draw(new PictureLine(from.getX(), from.getY(), to.getX(), to.getY()));
    }

    private Point2D place(MouseEvent event) {
        return video.pictureOf(new Point2D(event.getX(), event.getY()));
    }
}
