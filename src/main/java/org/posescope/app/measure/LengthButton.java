package org.posescope.app.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Cards;
import org.posescope.app.controls.Choice;
import org.posescope.app.controls.MenuCard;
import org.posescope.measure.length.LengthPlane;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A small card that draws a line into the picture and takes how long it is; says itself what is known of it. FX thread. */
final class LengthButton extends MenuButton {
    private static final double WIDTH = 340;
    private static final double FIELD = 90;

    private final LengthModel model;
    private final Button draw = new Button();
    private final Choice<LengthPlane> plane;
    private final Label sentence = Cards.text("");
    private final TextField metres = new TextField();
    private final VBox line;

    LengthButton(LengthModel model) {
        super("Length");
        this.model = model;
        setId("length");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Measure a line in the picture, or say how long it is");
        draw.setId("length-draw");
        draw.setOnAction(event -> {
            model.toggleDrawing();
            hide();
        });
        plane = new Choice<>(List.of(new Choice.Named<>(LengthPlane.PERSON, "As far away as the person next to it"),
                new Choice.Named<>(LengthPlane.FLOOR, "On the floor")), model::lies);
        plane.setId("length-plane");
        plane.setMinWidth(WIDTH - 20);
        metres.setId("length-metres");
        metres.setPromptText("metres");
        metres.setPrefWidth(FIELD);
        Button use = new Button("Use this length");
        use.setId("length-use");
        use.setOnAction(event -> use());
        metres.setOnAction(event -> use());
        metres.textProperty().subscribe(text -> metres.pseudoClassStateChanged(Styles.STATE_DANGER, false));
        Button remove = new Button("Remove");
        remove.setId("length-remove");
        remove.setOnAction(event -> model.remove());
        line = new VBox(8, plane, sentence, new HBox(8, metres, use, remove));
        MenuCard card = new MenuCard(WIDTH,
                Cards.text("Draw a line from one point of the picture to another. Where you know how long it is, "
                        + "sizes, distances and speeds get the scale of it."),
                draw, line);
        getItems().add(card.item());
        model.drawn().subscribe(this::tell);
        model.drawing().subscribe(now -> tell(model.drawn().get()));
        model.drawing().addListener((property, before, now) -> {
            if (!now && model.drawn().get().isPresent()) {
                show();
            }
        });
    }

    private void use() {
        boolean taken;
        try {
            taken = model.know(Double.parseDouble(metres.getText().strip().replace(',', '.')));
        } catch (NumberFormatException _) {
            taken = false;
        }
        metres.pseudoClassStateChanged(Styles.STATE_DANGER, !taken);
    }

    private void tell(Optional<DrawnLength> drawn) {
        boolean drawing = model.drawing().get();
        draw.setText(drawing ? "Do not draw" : "Draw a line");
        line.setVisible(drawn.isPresent() && !drawing);
        line.setManaged(line.isVisible());
        drawn.ifPresent(each -> {
            plane.show(each.plane());
            sentence.setText(each.sentence());
            if (each.known().isPresent() && !metres.isFocused()) {
                metres.setText(String.format(Locale.ROOT, "%.2f", each.known().getAsDouble()));
            }
        });
        setText(drawing
                ? "Draw a line…"
                : drawn.map(each -> each.known().isPresent() ? "= " + each.text() : each.text())
                        .filter(text -> !text.isEmpty()).orElse("Length"));
    }
}
