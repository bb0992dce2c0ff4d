package org.posescope.app.transport;

import org.posescope.app.controls.Buttons;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** Where the user writes a time or a frame to go to; it goes when that is done, or the keyboard goes elsewhere. FX thread. */
final class PlaceField extends TextField {
    PlaceField(TransportModel model) {
        setId("go-to");
        setPromptText("frame or m:ss");
        setPrefColumnCount(8);
        setMinWidth(USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        Buttons.hint(this, "A frame (120) or a time (1:02.5, 12 s); Enter goes there");
        setOnAction(event -> {
            boolean there = model.goTo(getText());
            pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), !there);
            if (there) {
                getScene().getRoot().requestFocus();
            }
        });
        focusedProperty().subscribe(focused -> setVisible(focused));
    }

    void ask() {
        clear();
        setVisible(true);
        requestFocus();
    }
}
