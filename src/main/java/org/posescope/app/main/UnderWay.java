package org.posescope.app.main;

import java.util.Optional;
import java.util.stream.Stream;

import javafx.beans.value.ObservableBooleanValue;

/**
 * What would end with the window.
 *
 * @param export    whether motion is exported
 * @param rendering whether a video of a clip is made
 * @param recording whether what plays is recorded
 */
record UnderWay(ObservableBooleanValue export, ObservableBooleanValue rendering, ObservableBooleanValue recording) {
    /** A sentence that tells the user what closing the window does; empty where nothing goes on. */
    Optional<String> sentence() {
        return Stream.of(sentence(export, "An export is under way; closing the window cancels it."),
                sentence(rendering, "A video is being rendered; closing the window cancels it."),
                sentence(recording, "A recording is under way; closing the window ends and saves it."))
                .flatMap(Optional::stream).reduce((first, second) -> first + " " + second);
    }

    private static Optional<String> sentence(ObservableBooleanValue goesOn, String text) {
        return goesOn.get() ? Optional.of(text) : Optional.empty();
    }
}
