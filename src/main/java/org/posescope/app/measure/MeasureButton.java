package org.posescope.app.measure;

import org.posescope.app.controls.Buttons;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Opens and closes the page of measured angles. FX thread. */
public final class MeasureButton extends HBox {
    public MeasureButton(MeasureModel model) {
        getStyleClass().add("lone-chip");
        setPickOnBounds(false);
        ToggleButton button = new ToggleButton("Measure");
        button.setId("measure-open");
        button.getStyleClass().add("chip");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.hint(button, "Angles over time and at the joints (G)");
        model.open().subscribe(button::setSelected);
        button.setOnAction(event -> model.toggle());
        getChildren().add(button);
    }
}
