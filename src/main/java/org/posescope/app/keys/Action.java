package org.posescope.app.keys;

import java.util.Arrays;
import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Everything that a key does, with the key. */
public enum Action {
    PLAY(KeyCode.SPACE, Held.NOTHING, "Play or pause"),
    STEP_BACK(KeyCode.LEFT, Held.NOTHING, "One frame back"),
    STEP_ON(KeyCode.RIGHT, Held.NOTHING, "One frame on"),
    JUMP_BACK(KeyCode.LEFT, Held.SHIFT, "Five seconds back"),
    JUMP_ON(KeyCode.RIGHT, Held.SHIFT, "Five seconds on"),
    START(KeyCode.HOME, Held.NOTHING, "To the start"),
    END(KeyCode.END, Held.NOTHING, "To the end"),
    FASTER(KeyCode.UP, Held.NOTHING, "Faster"),
    SLOWER(KeyCode.DOWN, Held.NOTHING, "Slower"),
    MUTE(KeyCode.M, Held.NOTHING, "Sound on or off"),
    LOUDER(KeyCode.UP, Held.SHIFT, "Louder"),
    QUIETER(KeyCode.DOWN, Held.SHIFT, "Quieter"),
    BACK(KeyCode.J, Held.NOTHING, "One second back"),
    STOP(KeyCode.K, Held.NOTHING, "Stop"),
    ON(KeyCode.L, Held.NOTHING, "Play, again: faster"),
    MARK_IN(KeyCode.I, Held.NOTHING, "Mark the begin of a part, again: no mark"),
    MARK_OUT(KeyCode.O, Held.NOTHING, "Mark its end"),
    GO_TO(KeyCode.G, Held.SHORTCUT, "Go to a time or frame"),
    LOOP(KeyCode.L, Held.SHIFT, "Start again at the end"),
    MODE(KeyCode.TAB, Held.NOTHING, "Min latency or async"),
    OPEN(KeyCode.O, Held.SHORTCUT, "Open a video or picture"),
    FOLDER(KeyCode.O, Held.SHORTCUT_SHIFT, "Open a folder of pictures"),
    ADDRESS(KeyCode.L, Held.SHORTCUT, "Open an address or stream"),
    CAMERA(KeyCode.C, Held.NOTHING, "Open the first camera"),
    RECORD(KeyCode.R, Held.NOTHING, "Start or stop recording"),
    SNAPSHOT(KeyCode.S, Held.NOTHING, "Save a picture"),
    RENDER(KeyCode.R, Held.SHORTCUT, "Render a video of the clip, or the marked part"),
    COPY(KeyCode.C, Held.SHORTCUT, "Copy the picture"),
    EXPORT(KeyCode.E, Held.NOTHING, "Export motion"),
    QUEUE(KeyCode.E, Held.SHIFT, "Queue of several videos"),
    ANALYSE(KeyCode.A, Held.NOTHING, "Analyse the whole clip"),
    BOXES(KeyCode.DIGIT1, Held.NOTHING, "Boxes"),
    SKELETON(KeyCode.DIGIT2, Held.NOTHING, "Skeleton"),
    MESH(KeyCode.DIGIT3, Held.NOTHING, "Mesh"),
    IDS(KeyCode.DIGIT4, Held.NOTHING, "Identities"),
    LABELS(KeyCode.DIGIT5, Held.NOTHING, "Names of joints"),
    HANDS(KeyCode.DIGIT6, Held.NOTHING, "Hands"),
    FACE(KeyCode.DIGIT7, Held.NOTHING, "Faces"),
    PICTURE_ONLY(KeyCode.P, Held.NOTHING, "Picture alone"),
    SCENE_ONLY(KeyCode.D, Held.NOTHING, "3D view alone"),
    FIGURES(KeyCode.F, Held.NOTHING, "Figures at the bottom"),
    TIMELINE(KeyCode.N, Held.NOTHING, "Lanes of people over time"),
    MEASURE(KeyCode.G, Held.NOTHING, "Angles over time"),
    UNDO(KeyCode.Z, Held.SHORTCUT, "Take back what was done to people"),
    REDO(KeyCode.Z, Held.SHORTCUT_SHIFT, "Do it again"),
    FULL_SCREEN(KeyCode.F11, Held.NOTHING, "Full screen"),
    THEME(KeyCode.T, Held.NOTHING, "Dark or light"),
    FOCUS(KeyCode.F6, Held.NOTHING, "To the next group of buttons; there ← → and Space"),
    SETTINGS(KeyCode.COMMA, Held.SHORTCUT, "Settings"),
    ABOUT(KeyCode.F12, Held.NOTHING, "Version, licences, log"),
    KEYS(KeyCode.F1, Held.NOTHING, "This list"),
    DISMISS(KeyCode.ESCAPE, Held.NOTHING, "Close what is open");

    private final KeyCode key;
    private final Held held;
    private final String description;

    /** Which other key is held down. */
    private enum Held {
        NOTHING, SHIFT,
        /** Control, on a Mac the command key. */
        SHORTCUT, SHORTCUT_SHIFT
    }

    Action(KeyCode key, Held held, String description) {
        this.key = key;
        this.held = held;
        this.description = description;
    }

    private KeyCombination combination() {
        return switch (held) {
            case NOTHING -> new KeyCodeCombination(key);
            case SHIFT -> new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
            case SHORTCUT -> new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
            case SHORTCUT_SHIFT -> new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN,
                    KeyCombination.SHIFT_DOWN);
        };
    }

    /** What the pressed key does, if anything. */
    public static Optional<Action> of(KeyEvent event) {
        // The question mark is on another key on every keyboard.
        if ("?".equals(event.getText())) {
            return Optional.of(KEYS);
        }
        return Arrays.stream(values()).filter(action -> action.combination().match(event)).findFirst();
    }

    public String description() {
        return description;
    }

    /** The key as it is written on keyboards. */
    public String keyName() {
        return this == KEYS ? "?" : combination().getDisplayText();
    }
}
