package org.posescope.app.settings;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import atlantafx.base.theme.Styles;
import javafx.scene.control.TextField;

/** A focal length or another measure, or nothing when it is not known; told when Enter is pressed or the field is left. FX thread. */
final class FocalField extends TextField {
    private static final double WIDTH = 96;

    private final Range range;

    /** From the least to the greatest number. */
    record Range(double least, double most) {
        /** Of focal lengths. */
        static final Range ANY = new Range(Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /**
     * A field for a number.
     *
     * @param range  of numbers that are taken
     * @param chosen told of the number, 0 for none
     */
    FocalField(Range range, DoubleConsumer chosen) {
        this.range = range;
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setPromptText("not known");
        textProperty().subscribe(text -> pseudoClassStateChanged(Styles.STATE_DANGER, parse(text).isEmpty()));
        setOnAction(event -> parse(getText()).ifPresent(chosen));
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                parse(getText()).ifPresent(chosen);
            }
        });
    }

    /** 0 for an empty field; nothing for what is no such number. */
    OptionalDouble parse(String text) {
        if (text.isBlank()) {
            return OptionalDouble.of(0);
        }
        try {
            double value = Double.parseDouble(text.strip());
            return value >= range.least() && value <= range.most() ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    void show(double focal) {
        if (!isFocused()) {
            setText(focal == 0 ? "" : String.format(Locale.ROOT, focal == Math.rint(focal) ? "%.0f" : "%.2f", focal));
        }
    }
}
