package org.posescope.app.recent;

import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/**
 * Something that was opened before.
 *
 * @param input as the user named it
 */
public record RecentFile(String input) {
    private static final double WIDTH = 80;
    private static final double HEIGHT = 45;

    /** The last part of the name. */
    public String name() {
        int slash = lastSlash();
        return slash < 0 ? input : input.substring(slash + 1);
    }

    /** Where it lies; empty where the name is all. */
    public String place() {
        int slash = lastSlash();
        return slash < 0 ? "" : input.substring(0, slash);
    }

    private int lastSlash() {
        int slash = Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\'));
        return input.contains("://") || slash == input.length() - 1 ? -1 : slash;
    }

    /**
     * Its picture, which comes when it was read, and else an empty place of the same size. FX thread.
     *
     * @param addresses of pictures by input
     */
    public Node picture(Function<String, String> addresses) {
        ImageView view = new ImageView(new Image(addresses.apply(input), 2 * WIDTH, 2 * HEIGHT, true, true, true));
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setPrefSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        return frame;
    }
}
