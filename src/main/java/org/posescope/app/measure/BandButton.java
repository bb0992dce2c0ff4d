package org.posescope.app.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Cards;
import org.posescope.app.controls.MenuCard;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBand;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** A small card on which the user says what is normal for the angles that are looked at. FX thread. */
final class BandButton extends MenuButton {
    private static final double WIDTH = 360;
    private static final double FIELD = 62;

    private final BandModel bands;
    private final MeasureModel model;
    private final VBox rows = new VBox(4);

    BandButton(BandModel bands, MeasureModel model) {
        super("Normal");
        this.bands = bands;
        this.model = model;
        setId("normal");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "What is normal for the angles, shaded behind the curves");
        Button file = new Button("From a file…");
        file.setId("normal-file");
        file.setOnAction(event -> {
            hide();
            ask();
        });
        Button none = new Button("Clear");
        none.setId("normal-none");
        none.setOnAction(event -> bands.clear());
        Label failure = Cards.message(bands.failure());
        failure.setId("normal-failure");
        MenuCard card = new MenuCard(WIDTH,
                Cards.text("From and to how many degrees is normal? A file may say it for each part of the gait "
                        + "cycle."),
                rows, new HBox(8, file, none), failure);
        getItems().add(card.item());
        setOnShowing(event -> fill());
        bands.bands().subscribe(now -> fill());
        bands.failure().subscribe(why -> {
            if (!why.isEmpty()) {
                show();
            }
        });
    }

    private void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("What is normal");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Tables and JSON", "*.csv", "*.json"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .ifPresent(file -> bands.read(file.toPath()));
    }

    private void fill() {
        List<PoseAngle> angles = model.wanted().curves().get().stream().map(Curve::angle).distinct().toList();
        rows.getChildren().setAll(angles.stream().map(this::row).toList());
    }

    private HBox row(PoseAngle angle) {
        Optional<NormalBand> known = bands.bands().get().of(angle);
        Label name = new Label(angle.title());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (known.filter(NormalBand::ofGait).isPresent()) {
            Label gait = new Label("by gait cycle");
            gait.getStyleClass().add("card-detail");
            Button forget = new Button("Forget");
            forget.setOnAction(event -> bands.set(angle, Optional.empty()));
            return row(name, gait, forget);
        }
        TextField low = field(known.map(band -> band.low(0)));
        low.setId("normal-low-" + angle.id());
        TextField high = field(known.map(band -> band.high(0)));
        high.setId("normal-high-" + angle.id());
        for (TextField field : List.of(low, high)) {
            field.setOnAction(event -> take(angle, low, high));
            field.focusedProperty().subscribe((before, now) -> {
                if (before && !now) {
                    take(angle, low, high);
                }
            });
        }
        return row(name, low, high);
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(6, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static TextField field(Optional<Double> degrees) {
        TextField field = new TextField(
                degrees.map(value -> String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value))
                        .orElse(""));
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.setPromptText("°");
        return field;
    }

    private void take(PoseAngle angle, TextField low, TextField high) {
        OptionalDouble from = number(low);
        OptionalDouble to = number(high);
        boolean whole = from.isPresent() && to.isPresent() && from.getAsDouble() <= to.getAsDouble();
        boolean none = low.getText().isBlank() && high.getText().isBlank();
        for (TextField field : List.of(low, high)) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER,
                    !whole && !none && !low.getText().isBlank() && !high.getText().isBlank());
        }
        if (whole || none) {
            Optional<NormalBand> band = none
                    ? Optional.empty()
                    : Optional.of(NormalBand.constant(from.getAsDouble(), to.getAsDouble()));
            if (!band.equals(bands.bands().get().of(angle))) {
                bands.set(angle, band);
            }
        }
    }

    private static OptionalDouble number(TextField field) {
        try {
            double value = Double.parseDouble(field.getText().strip().replace(',', '.'));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
