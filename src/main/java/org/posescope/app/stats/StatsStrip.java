package org.posescope.app.stats;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.Label;
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
        VBox history = section("Last 30 s", legend(), spark);
        VBox.setVgrow(spark, Priority.ALWAYS);
        HBox.setHgrow(history, Priority.ALWAYS);
        history.setMinWidth(120);
        VBox stageTimes = section("Stages", stages);
        stageTimes.setPrefWidth(216);
        stageTimes.setMinWidth(168);
        getChildren().addAll(fixed(124, section("Throughput", figure(fps, "fps"))),
                fixed(164, section("Latency", figure(latency, "ms p50"), tail)),
                fixed(140, section("Health", row("dropped", dropped), row("failed", failed), row("CPU", cpu),
                        row("memory", memory))),
                fixed(176, section("Modes", modes)), history, stageTimes);
        model.figures().subscribe(this::show);
        model.history().subscribe(spark::show);
        model.modes().subscribe(modes::show);
    }

    private void show(LiveFigures now) {
        boolean known = now.p50() > 0;
        fps.setText(known ? String.format(Locale.ROOT, "%.1f", now.fps()) : "–");
        latency.setText(known ? String.format(Locale.ROOT, "%.1f", now.p50()) : "–");
        tail.setText(known ? String.format(Locale.ROOT, "p95 %.1f   p99 %.1f", now.p95(), now.p99()) : "");
        dropped.setText(Long.toString(now.dropped()));
        failed.setText(Long.toString(now.failed()));
        cpu.setText(String.format(Locale.ROOT, "%.0f %%", now.cpuPercent()));
        memory.setText(String.format(Locale.ROOT, "%.0f MB", now.memoryMib()));
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
        HBox figure = new HBox(number, name);
        figure.getStyleClass().add("figure");
        return figure;
    }

    private static Node row(String name, Label value) {
        Label title = label("figure-name");
        title.setText(name);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(title, space, value);
    }

    private static Node legend() {
        Label rate = label("legend-fps");
        rate.setText("fps");
        Label delay = label("legend-latency");
        delay.setText("latency");
        HBox legend = new HBox(rate, delay);
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
