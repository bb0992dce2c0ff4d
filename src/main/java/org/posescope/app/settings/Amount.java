package org.posescope.app.settings;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** A number between two limits, told when the user lets go of it. FX thread. */
final class Amount extends HBox {
    private static final double WIDTH = 120;
    private static final double NUMBER = 56;

    private final Slider slider;

    /** Which numbers can be chosen. */
    record Range(double min, double max, double step) {
        double nearest(double value) {
            return Math.clamp(min + Math.rint((value - min) / step) * step, min, max);
        }
    }

    /** @param text of a value, for people */
    Amount(Range range, DoubleFunction<String> text, DoubleConsumer chosen) {
        slider = new Slider(range.min(), range.max(), range.min());
        slider.setBlockIncrement(range.step());
        slider.setMajorTickUnit(range.step());
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setMinWidth(WIDTH);
        slider.setMaxWidth(WIDTH);
        Label number = new Label();
        number.getStyleClass().add("setting-number");
        number.setMinWidth(NUMBER);
        slider.valueProperty().subscribe(value -> number.setText(text.apply(value.doubleValue())));
        slider.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                chosen.accept(range.nearest(slider.getValue()));
            }
        });
        slider.setOnMouseReleased(event -> chosen.accept(range.nearest(slider.getValue())));
        slider.setOnKeyReleased(event -> chosen.accept(range.nearest(slider.getValue())));
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(slider, number);
    }

    void show(double value) {
        if (!slider.isValueChanging()) {
            slider.setValue(value);
        }
    }
}
