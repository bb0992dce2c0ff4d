package org.posescope.app.live;

import java.util.List;

import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Cards;
import org.posescope.app.controls.Choice;
import org.posescope.app.controls.MenuCard;
import org.posescope.record.live.SendTarget;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Opens a small card where the user says what is sent to whom, and begins and ends it; says itself whether something is sent. FX thread. */
public final class SendButton extends HBox {
    private static final double WIDTH = 330;

    private final SendModel model;
    private final MenuButton menu = new MenuButton("Send");
    private final Choice<SendTarget.Kind> kind;
    private final TextField address = new TextField();
    private final Button action = new Button();
    private final Label hint = Cards.text("");
    private final Label figures = Cards.text("");

    public SendButton(SendModel model) {
        this.model = model;
        getStyleClass().add("lone-chip");
        setPickOnBounds(false);
        menu.setId("send");
        menu.getStyleClass().addAll("chip", "send-chip");
        menu.setFocusTraversable(false);
        menu.setMinWidth(USE_PREF_SIZE);
        Buttons.hint(menu, "Send motion to another program while it is found");
        kind = new Choice<>(List.of(new Choice.Named<>(SendTarget.Kind.VMC, "Avatars (VMC)"),
                new Choice.Named<>(SendTarget.Kind.OSC, "Angles (OSC)"),
                new Choice.Named<>(SendTarget.Kind.WS, "JSON (WebSocket)")), this::choose);
        kind.setId("send-kind");
        kind.show(model.choice().kind());
        address.setId("send-address");
        action.setId("send-action");
        action.setFocusTraversable(false);
        action.setOnAction(event -> model.toggle(kind.getValue().value(), address.getText().strip()));
        address.setOnAction(event -> action.fire());
        figures.setId("send-figures");
        HBox.setHgrow(address, javafx.scene.layout.Priority.ALWAYS);
        MenuCard card = new MenuCard(WIDTH, kind, hint, new HBox(8, address, action), figures);
        menu.getItems().add(card.item());
        menu.setOnShowing(event -> show(model.state().get()));
        getChildren().add(menu);
        choose(model.choice().kind());
        address.setText(model.choice().address());
        model.state().subscribe(this::show);
    }

    private void choose(SendTarget.Kind chosen) {
        address.setText(SendChoice.usual(chosen).address());
        hint.setText(switch (chosen) {
            case VMC -> "Moves a VRM avatar in VSeeFace, Warudo, Unity, Unreal or Blender: where they listen.";
            case OSC -> "All angles of everybody as plain messages: where the other program listens.";
            case WS -> "Programs on this machine connect here and get each frame as JSON.";
        });
    }

    private void show(SendState state) {
        boolean off = state instanceof SendState.Off;
        action.setText(off ? "Send" : "Stop");
        action.setDisable(state instanceof SendState.Opening || (off && !model.possible()));
        kind.setDisable(!off);
        address.setDisable(!off);
        figures.setText(state.text());
        figures.setManaged(!state.text().isEmpty());
        menu.setText(state instanceof SendState.Sending sending
                ? "Sending · " + Math.round(sending.frames()) + " fps"
                : "Send");
    }
}
