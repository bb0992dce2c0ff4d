package org.posescope.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

class ActionTest {
    private static KeyEvent pressed(String text, KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({"SPACE, false, PLAY", "TAB, false, MODE", "LEFT, false, STEP_BACK", "LEFT, true, JUMP_BACK",
        "R, false, RECORD", "S, false, SNAPSHOT", "DIGIT3, false, MESH", "F11, false, FULL_SCREEN"})
    void a_key_does_what_the_list_says(KeyCode code, boolean shift, Action action) {
        assertThat(Action.of(pressed("", code, shift))).contains(action);
    }

    @Test
    void a_question_mark_shows_the_list_whatever_key_it_is_on() {
        assertThat(Action.of(pressed("?", KeyCode.SLASH, true))).contains(Action.KEYS);
        assertThat(Action.of(pressed("?", KeyCode.UNDEFINED, true))).contains(Action.KEYS);
    }

    @Test
    void a_key_that_does_nothing_is_left_to_others() {
        assertThat(Action.of(pressed("q", KeyCode.Q, false))).isEmpty();
    }

    @Test
    void no_two_actions_share_a_key() {
        assertThat(Arrays.stream(Action.values()).map(Action::keyName)).doesNotHaveDuplicates();
    }
}
