package org.posescope.app.banner;

import java.util.Locale;
import java.util.Optional;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** Shows the notice with a button to dismiss it and, one for each thing that may be done about it. FX thread. */
public final class Banner extends HBox {
    private static final Duration INFO_STAYS = Duration.seconds(6);
    private static final Duration ANSWERS_STAY = Duration.minutes(1);

    private final Label text = new Label();
    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final HBox answers = new HBox();
    private final NoticeModel model;
    private final PauseTransition hideInfo = new PauseTransition(INFO_STAYS);

    public Banner(NoticeModel model) {
        this.model = model;
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        text.setId("banner-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        answers.getStyleClass().add("banner-answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        answers.setMinWidth(USE_PREF_SIZE);
        Button dismiss = Buttons.icon(Feather.X, "Dismiss (Esc)");
        dismiss.setOnAction(event -> model.dismiss());
        getChildren().addAll(icon, text, answers, dismiss);
        hideInfo.setOnFinished(event -> model.dismiss());
        model.notice().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        hideInfo.stop();
        setVisible(notice.isPresent());
        notice.ifPresent(each -> {
            text.setText(each.text());
            answers.getChildren().setAll(each.answers().stream().map(this::button).toList());
            icon.setIconCode(switch (each.kind()) {
                case INFO -> Feather.INFO;
                case QUESTION -> Feather.HELP_CIRCLE;
                case PROGRESS -> Feather.DOWNLOAD;
                case WARNING, ERROR -> Feather.ALERT_TRIANGLE;
            });
            getStyleClass().setAll("banner", "banner-" + each.kind().name().toLowerCase(Locale.ROOT));
            if (each.kind() == Notice.Kind.INFO) {
                hideInfo.setDuration(each.answers().isEmpty() ? INFO_STAYS : ANSWERS_STAY);
                hideInfo.playFromStart();
            }
        });
    }

    private Button button(Notice.Answer answer) {
        Button button = new Button(answer.label());
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.choose(answer));
        return button;
    }
}
