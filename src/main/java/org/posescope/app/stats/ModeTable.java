package org.posescope.app.stats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.posescope.pipeline.metrics.Mode;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The last figures of both modes side by side. FX thread. */
final class ModeTable extends GridPane {
    private static final List<String> ROWS = List.of("fps", "p50 ms", "p95 ms");

    private final Map<Mode, List<Label>> columns = new EnumMap<>(Mode.class);

    ModeTable() {
        getStyleClass().add("mode-table");
        addColumn(0, cell("", "figure-name"), cell(ROWS.get(0), "figure-name"), cell(ROWS.get(1), "figure-name"),
                cell(ROWS.get(2), "figure-name"));
        column(1, Mode.MIN_LATENCY, "latency");
        column(2, Mode.ASYNC, "async");
    }

    private void column(int index, Mode mode, String name) {
        List<Label> values = ROWS.stream().map(row -> cell(FigureText.NOTHING, "figure-value")).toList();
        columns.put(mode, values);
        add(cell(name, "figure-name"), index, 0);
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i), index, i + 1);
        }
    }

    private static Label cell(String text, String styleClass) {
        Label cell = new Label(text);
        cell.getStyleClass().add(styleClass);
        cell.setMinWidth(USE_PREF_SIZE);
        setHalignment(cell, styleClass.equals("figure-value") ? HPos.RIGHT : HPos.LEFT);
        return cell;
    }

    void show(Map<Mode, ModeFigures> figures) {
        columns.forEach((mode, column) -> {
            ModeFigures each = figures.getOrDefault(mode, ModeFigures.NOTHING);
            column.get(0).setText(FigureText.of(each.fps()));
            column.get(1).setText(FigureText.of(each.p50()));
            column.get(2).setText(FigureText.of(each.p95()));
        });
    }
}
