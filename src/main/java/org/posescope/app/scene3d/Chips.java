package org.posescope.app.scene3d;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.app.scene3d.camera.CameraPreset;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The rows of small switches in the lower corners of the pane. Tab stays the window's, so they are not traversed. */
final class Chips {
    private final ChipRow switches = new ChipRow();
    private final ChipRow presets = new ChipRow();
    private final ToggleButton unfold = chip("View", "Switches and directions of this view");
    private final Map<CameraPreset, ToggleButton> byPreset = new EnumMap<>(CameraPreset.class);

    /** @param choose called with each preset that is pressed, also with the present one */
    Chips(Scene3dModel model, Consumer<CameraPreset> choose) {
        switches.getChildren().addAll(chip("Mesh", "Bodies as surfaces", model.meshProperty()),
                chip("Joints", "Joints and bones", model.jointsProperty()),
                chip("Floor", "Floor with a line each metre", model.floorProperty()),
                chip("Trail", "The last second of hands, feet and head", model.trailProperty()),
                chip("Camera", "Where the picture was taken from", model.sourceCameraProperty()),
                chip("Together", "Everybody at the place of who is selected, turned alike, to compare them",
                        model.togetherProperty()));
        ToggleButton avatar = chip("Avatar", "People as the figure that was dropped here", model.avatarShownProperty());
        avatar.visibleProperty().bind(model.avatarProperty().map(Optional::isPresent));
        avatar.managedProperty().bind(avatar.visibleProperty());
        switches.getChildren().add(avatar);
        for (CameraPreset preset : List.of(CameraPreset.FRONT, CameraPreset.SIDE, CameraPreset.TOP,
                CameraPreset.FOLLOW)) {
            ToggleButton chip = chip(preset.label(), preset.hint());
            chip.setOnAction(pressed -> {
                choose.accept(preset);
                mark(preset);
            });
            byPreset.put(preset, chip);
            presets.getChildren().add(chip);
        }
    }

    /** What is to be seen. */
    Region switches() {
        return switches;
    }

    /** From where. */
    Region presets() {
        return presets;
    }

    /** Shows the others where there is little room. */
    ToggleButton unfold() {
        return unfold;
    }

    /** Shows which preset is the present one. */
    void mark(CameraPreset chosen) {
        byPreset.forEach((preset, chip) -> chip.setSelected(preset == chosen));
    }

    private static ToggleButton chip(String label, String hint, BooleanProperty value) {
        ToggleButton chip = chip(label, hint);
        chip.selectedProperty().bindBidirectional(value);
        return chip;
    }

    private static ToggleButton chip(String label, String hint) {
        ToggleButton chip = new ToggleButton(label);
        chip.getStyleClass().setAll("scene-chip");
        chip.setId("scene-" + label.toLowerCase(Locale.ROOT));
        chip.setTooltip(new Tooltip(hint));
        chip.setFocusTraversable(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
