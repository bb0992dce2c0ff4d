package org.posescope.app.sound;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Mute and volume; away where there is no sound. FX thread. */
public final class SoundControl extends HBox {
    private static final double LOUD = 0.5;

    private final SoundModel model;
    private final FontIcon icon;

    public SoundControl(SoundModel model) {
        this.model = model;
        setId("sound");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("sound");
        Button mute = Buttons.icon(Feather.VOLUME_2, "");
        mute.setId("mute");
        mute.setOnAction(event -> model.toggleMute());
        mute.getTooltip().textProperty().bind(model.state());
        mute.accessibleTextProperty().bind(model.state());
        icon = (FontIcon) mute.getGraphic();
        Slider volume = new Slider(0, 1, 0);
        volume.setId("volume");
        volume.setFocusTraversable(false);
        volume.setAccessibleText("Volume");
        Buttons.hint(volume, "Volume (Shift+↑ ↓)");
        model.choice().subscribe(choice -> volume.setValue(choice.muted() ? 0 : choice.volume()));
        volume.valueProperty().subscribe((before, value) -> {
            SoundChoice now = model.choice().get();
            if (value.doubleValue() != (now.muted() ? 0 : now.volume())) {
                model.setVolume(value.doubleValue());
            }
        });
        model.choice().subscribe(this::draw);
        model.state().subscribe(this::draw);
        getChildren().addAll(mute, volume);
        visibleProperty().bind(model.present());
        managedProperty().bind(visibleProperty());
    }

    private void draw() {
        boolean loud = model.choice().get().volume() >= LOUD;
        icon.setIconCode(!model.heard() ? Feather.VOLUME_X : loud ? Feather.VOLUME_2 : Feather.VOLUME_1);
    }
}
