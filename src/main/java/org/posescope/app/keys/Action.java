package org.posescope.app.keys;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Arrays;
import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Everything that a key does, with the key. */
public enum Action {
    PLAY(new KeyCodeCombination(KeyCode.SPACE), "Play or pause"),
    STEP_BACK(new KeyCodeCombination(KeyCode.LEFT), "One frame back"),
    STEP_ON(new KeyCodeCombination(KeyCode.RIGHT), "One frame on"),
    JUMP_BACK(new KeyCodeCombination(KeyCode.LEFT, SHIFT_DOWN), "Five seconds back"),
    JUMP_ON(new KeyCodeCombination(KeyCode.RIGHT, SHIFT_DOWN), "Five seconds on"),
    START(new KeyCodeCombination(KeyCode.HOME), "To the start"),
    FASTER(new KeyCodeCombination(KeyCode.UP), "Faster"),
    SLOWER(new KeyCodeCombination(KeyCode.DOWN), "Slower"),
    LOOP(new KeyCodeCombination(KeyCode.L), "Start again at the end"),
    MODE(new KeyCodeCombination(KeyCode.TAB), "Min latency or async"),
    OPEN(new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN), "Open a video or picture"),
    CAMERA(new KeyCodeCombination(KeyCode.C), "Open the first camera"),
    RECORD(new KeyCodeCombination(KeyCode.R), "Start or stop recording"),
    SNAPSHOT(new KeyCodeCombination(KeyCode.S), "Save a picture"),
    BOXES(new KeyCodeCombination(KeyCode.DIGIT1), "Boxes"),
    SKELETON(new KeyCodeCombination(KeyCode.DIGIT2), "Skeleton"),
    MESH(new KeyCodeCombination(KeyCode.DIGIT3), "Mesh"),
    IDS(new KeyCodeCombination(KeyCode.DIGIT4), "Identities"),
    LABELS(new KeyCodeCombination(KeyCode.DIGIT5), "Names of joints"),
    PICTURE_ONLY(new KeyCodeCombination(KeyCode.P), "Picture alone"),
    SCENE_ONLY(new KeyCodeCombination(KeyCode.D), "3D view alone"),
    FULL_SCREEN(new KeyCodeCombination(KeyCode.F11), "Full screen"),
    THEME(new KeyCodeCombination(KeyCode.T), "Dark or light"),
    SETTINGS(new KeyCodeCombination(KeyCode.COMMA, SHORTCUT_DOWN), "Settings"),
    KEYS(new KeyCodeCombination(KeyCode.F1), "This list"),
    DISMISS(new KeyCodeCombination(KeyCode.ESCAPE), "Close what is open");

    private final KeyCombination key;
    private final String description;

    Action(KeyCombination key, String description) {
        this.key = key;
        this.description = description;
    }

    /** What the pressed key does, if anything. */
    public static Optional<Action> of(KeyEvent event) {
        // The question mark is on another key on every keyboard.
        if ("?".equals(event.getText())) {
            return Optional.of(KEYS);
        }
        return Arrays.stream(values()).filter(action -> action.key.match(event)).findFirst();
    }

    public String description() {
        return description;
    }

    /** The key as it is written on keyboards. */
    public String keyName() {
        return this == KEYS ? "?" : key.getDisplayText();
    }
}
