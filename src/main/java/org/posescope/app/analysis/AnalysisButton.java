package org.posescope.app.analysis;

import java.time.Duration;
import java.util.Locale;

import org.posescope.app.controls.Buttons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Begins and cancels the analysis, and says how far it is. FX thread. */
public final class AnalysisButton extends HBox {
    private static final double BAR_WIDTH = 90;

    private final Button button = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final Label figures = new Label();

    public AnalysisButton(AnalysisModel model) {
        getStyleClass().add("analysis");
        setAlignment(Pos.CENTER_RIGHT);
        setPickOnBounds(false);
        button.setId("analyse");
        button.getStyleClass().add("chip");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.hint(button, "Look at every frame of the clip and keep what is found (A)");
        button.setOnAction(event -> model.toggle());
        bar.setPrefWidth(BAR_WIDTH);
        figures.setId("analysis-figures");
        figures.getStyleClass().add("card-detail");
        figures.setMinWidth(USE_PREF_SIZE);
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());
        getChildren().addAll(figures, bar, button);
        model.state().subscribe(this::show);
    }

    private void show(AnalysisState state) {
        button.setText(switch (state) {
            case AnalysisState.Running _ -> "Cancel";
            case AnalysisState.Done _ -> "Analysed";
            default -> "Analyse clip";
        });
        button.setDisable(state instanceof AnalysisState.Impossible);
        boolean running = state instanceof AnalysisState.Running;
        bar.setVisible(running);
        bar.setManaged(running);
        figures.setText(text(state));
        if (state instanceof AnalysisState.Running now) {
            bar.setProgress(now.fraction());
        }
    }

    /** Figures for people; empty while nothing goes on. */
    static String text(AnalysisState state) {
        if (!(state instanceof AnalysisState.Running now)) {
            return "";
        }
        String frames = now.all() > 0
                ? String.format(Locale.ROOT, "%,d of %,d frames", now.frames(), Math.max(now.frames(), now.all()))
                : String.format(Locale.ROOT, "%,d frames", now.frames());
        return now.left().map(left -> frames + " · " + spoken(left) + " left").orElse(frames);
    }

    private static String spoken(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
