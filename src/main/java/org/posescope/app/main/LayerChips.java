package org.posescope.app.main;

import java.util.List;

import org.posescope.app.controls.Buttons;
import org.posescope.app.video.VideoModel;
import org.posescope.draw.Layer;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Small switches over the picture, one for each layer, with its key. FX thread. */
final class LayerChips extends FlowPane {
    private record Chip(Layer layer, String text, String hint) {}

    private static final List<Chip> CHIPS = List.of(new Chip(Layer.BOXES, "Boxes", "Boxes around people (1)"),
            new Chip(Layer.SKELETON, "Skeleton", "Joints and bones (2)"),
            new Chip(Layer.MESH, "Mesh", "Posed body over the picture (3)"),
            new Chip(Layer.IDS, "IDs", "Identity and score of each person (4)"),
            new Chip(Layer.LABELS, "Labels", "Names of the joints (5)"),
            new Chip(Layer.HANDS, "Hands", "Fingers, with the preset Whole body (6)"),
            new Chip(Layer.FACE, "Face", "Outlines of faces, with the preset Whole body (7)"));

    /** @param meshAvailable whether there is a body model to draw */
    LayerChips(VideoModel model, boolean meshAvailable) {
        getStyleClass().add("chips");
        setPickOnBounds(false);
        CHIPS.forEach(chip -> {
            ToggleButton button = new ToggleButton(chip.text());
            button.setId("layer-" + chip.layer().optionName());
            button.getStyleClass().add("chip");
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            Buttons.hint(button, chip.hint());
            button.setDisable(chip.layer() == Layer.MESH && !meshAvailable);
            model.layers().subscribe(
                    layers -> button.setSelected(layers.contains(chip.layer()) && !button.isDisabled()));
            button.setOnAction(event -> model.toggle(chip.layer()));
            getChildren().add(button);
        });
    }
}
