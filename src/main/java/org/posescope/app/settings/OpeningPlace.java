package org.posescope.app.settings;

import java.util.List;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens a window as large as it was closed, but no larger than the screen that it is on, and inside of it. FX thread. */
public final class OpeningPlace {
    private OpeningPlace() {}

    /** Gives a stage that was not shown yet its scene, and the size that it opens with. */
    public static Scene open(Stage stage, Parent root, WindowPlace place) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(place.width(), room.getWidth()),
                Math.min(place.height(), room.getHeight()));
        stage.setScene(scene);
        stage.setMinWidth(Math.min(WindowPlace.LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.LEAST_HEIGHT, room.getHeight()));
        stage.setMaximized(place.maximized());
        // How much the frame around the scene takes is known from here on.
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            if (!stage.isMaximized() && !stage.isFullScreen()) {
                move(stage);
            }
        });
        return scene;
    }

    private static void move(Stage stage) {
        Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        List<Screen> screens = Screen.getScreensForRectangle(now);
        Screen screen = screens.isEmpty() ? Screen.getPrimary() : screens.getFirst();
        Rectangle2D wanted = within(now, screen.getVisualBounds());
        if (!wanted.equals(now)) {
            stage.setX(wanted.getMinX());
            stage.setY(wanted.getMinY());
            stage.setWidth(wanted.getWidth());
            stage.setHeight(wanted.getHeight());
        }
    }

    /** The same where it fits into the room; else cut and moved by as little as makes it fit. Logical pixels of the screens. */
    static Rectangle2D within(Rectangle2D window, Rectangle2D room) {
        double width = Math.min(window.getWidth(), room.getWidth());
        double height = Math.min(window.getHeight(), room.getHeight());
        return new Rectangle2D(Math.clamp(window.getMinX(), room.getMinX(), room.getMaxX() - width),
                Math.clamp(window.getMinY(), room.getMinY(), room.getMaxY() - height), width, height);
    }
}
