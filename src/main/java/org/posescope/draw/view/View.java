package org.posescope.draw.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

/** What a recorded picture shows. */
public enum View {
    /** The annotated frame. */
    PICTURE("picture"),
    /** The annotated frame and the 3D scene beside it. */
    SIDE_BY_SIDE("side-by-side"),
    /** The 3D scene alone. */
    SCENE("3d");

    /** The 3D scene is drawn by this program itself: of a larger picture it takes seconds and gigabytes. */
    private static final int USUAL_SHORTER_SIDE = 1080;

    private final String optionName;

    View(String optionName) {
        this.optionName = optionName;
    }

    /**
     * The view of a name as written on the command line.
     *
     * @throws UserException when there is none
     */
    public static View of(String name) {
        return Arrays.stream(values()).filter(view -> view.optionName.equals(name)).findFirst()
                .orElseThrow(() -> new UserException(String.format(Locale.ROOT, "there is no view \"%s\"; use %s", name,
                        Arrays.stream(values()).map(View::toString).collect(Collectors.joining(", ")))));
    }

    boolean hasPicture() {
        return this != SCENE;
    }

    /** Whether it shows the 3D scene. */
    public boolean hasScene() {
        return this != PICTURE;
    }

    /** How wide a recording of frames of that width is, pixels. */
    public int width(int frameWidth) {
        return this == SIDE_BY_SIDE ? Math.multiplyExact(2, frameWidth) : frameWidth;
    }

    /** How high pictures of frames of a size are, unless somebody wants another height: with the 3D scene not as high as very large frames. */
    public int usualLines(int frameWidth, int frameHeight) {
        int shorter = Math.min(frameWidth, frameHeight);
        return hasScene() && shorter > USUAL_SHORTER_SIDE
                ? (int) Math.round((double) USUAL_SHORTER_SIDE * frameHeight / shorter)
                : frameHeight;
    }

    @Override
    public String toString() {
        return optionName;
    }
}
