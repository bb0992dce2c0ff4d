package org.posescope.app.stats;

import java.util.List;
import java.util.Locale;

import org.posescope.app.controls.Buttons;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The strip of figures at the bottom of the window, renewed once a second. FX thread. */
public final class StatsStrip extends HBox {
    private final Label fps = label("big-figure");
    private final Label latency = label("big-figure");
    private final Label tail = label("figure-name");
    private final Label dropped = label("figure-value");
    private final Label failed = label("figure-value");
    private final Label cpu = label("figure-value");
    private final Label memory = label("figure-value");
    private final SparkLine spark = new SparkLine();
    private final StageBars stages = new StageBars();
    private final ModeTable modes = new ModeTable();

    public StatsStrip(StatsModel model) {
        getStyleClass().add("stats");
        VBox history = section("Last 30 s", legend(model.history()), spark);
        VBox.setVgrow(spark, Priority.ALWAYS);
        HBox.setHgrow(history, Priority.ALWAYS);
        history.setMinWidth(120);
        VBox stageTimes = section("Stages", stages);
        stageTimes.setPrefWidth(216);
        stageTimes.setMinWidth(168);
        getChildren().addAll(fixed(124, section("Throughput", figure(fps, "fps"))),
                fixed(172, section("Latency", figure(latency, "ms p50"), tail)),
                fixed(140, section("Health",
                        row("dropped", "Frames of this source that were left out because newer ones came", dropped),
                        row("failed", "Frames of this source that gave no result", failed),
                        row("CPU", "100 % is one core", cpu),
                        row("memory", "What the program holds of the memory of this computer", memory))),
                fixed(176, section("Modes", modes)), history, stageTimes);
        model.figures().subscribe(this::show);
        model.history().subscribe(spark::show);
        model.modes().subscribe(modes::show);
    }

    private void show(LiveFigures now) {
        fps.setText(FigureText.of(now.fps()));
        latency.setText(FigureText.of(now.p50()));
        tail.setText(now.p50() > 0 ? "p95 " + FigureText.of(now.p95()) + "   p99 " + FigureText.of(now.p99()) : "");
        dropped.setText(Long.toString(now.dropped()));
        failed.setText(Long.toString(now.failed()));
        boolean measured = now.memoryMib() > 0;
        cpu.setText(measured ? String.format(Locale.ROOT, "%.0f %%", now.cpuPercent()) : FigureText.NOTHING);
        memory.setText(measured ? String.format(Locale.ROOT, "%.0f MB", now.memoryMib()) : FigureText.NOTHING);
        stages.show(now.stages());
    }

    private static VBox section(String title, Node... content) {
        Label heading = label("stats-title");
        heading.setText(title.toUpperCase(Locale.ROOT));
        VBox section = new VBox(heading);
        section.getChildren().addAll(content);
        section.getStyleClass().add("stats-section");
        return section;
    }

    private static VBox fixed(double width, VBox section) {
        section.setMinWidth(width);
        section.setMaxWidth(width);
        return section;
    }

    private static Node figure(Label number, String unit) {
        Label name = label("figure-unit");
        name.setText(unit);
        number.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(USE_PREF_SIZE);
        HBox figure = new HBox(number, name);
        figure.getStyleClass().add("figure");
        return figure;
    }

    private static Node row(String name, String meaning, Label value) {
        Label title = label("figure-name");
        title.setText(name);
        Buttons.hint(title, meaning);
        Buttons.hint(value, meaning);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(title, space, value);
    }

    /** Each line has a scale of its own from 0, whose end is told. */
    private static Node legend(ObservableValue<History> history) {
        Label rate = label("legend-fps");
        Label delay = label("legend-latency");
        history.subscribe(now -> {
            rate.setText(scale(most(now.fps()), "fps"));
            delay.setText(scale(most(now.latency()), "ms"));
        });
        Buttons.hint(rate, "Frames a second");
        Buttons.hint(delay, "Latency");
        FlowPane legend = new FlowPane(rate, delay);
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static String scale(double most, String unit) {
        return most > 0 ? "0 to " + FigureText.of(most) + " " + unit : "";
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
