package org.posescope.app.stats;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The time of each stage as a bar with a number; all bars have one scale, which shrinks slowly. */
final class StageBars extends Region {
    private static final double ROW = 16;
    /** Rows come closer together when there are more of them than fit. */
    private static final double LEAST_ROW = 13;
    private static final int USUAL_ROWS = 5;
    private static final double NAME = 52;
    private static final double NUMBER = 62;
    private static final double GAP = 8;
    private static final double BAR = 6;
    /** Of the scale in a second, so that bars do not jump when one frame took long. */
    private static final double SHRINK = 0.7;

    private final List<Row> rows = new ArrayList<>();
    private double scale = 1;

    private record Row(Label name, Region bar, Label number) {}

    void show(List<StageTime> stages) {
        if (!rows.stream().map(row -> row.name().getText()).toList()
                .equals(stages.stream().map(StageTime::name).toList())) {
            rebuild(stages);
        }
        double longest = stages.stream().mapToDouble(StageTime::millis).max().orElse(1);
        scale = Math.max(Math.max(1, longest), SHRINK * scale);
        for (int i = 0; i < stages.size(); i++) {
            rows.get(i).number().setText(text(stages.get(i).millis()));
            rows.get(i).bar().setUserData(stages.get(i).millis());
        }
        requestLayout();
    }

    private static String text(double millis) {
        return millis == 0 ? FigureText.NOTHING : FigureText.of(millis) + " ms";
    }

    private void rebuild(List<StageTime> stages) {
        rows.clear();
        getChildren().clear();
        scale = 1;
        for (StageTime stage : stages) {
            Row row = new Row(styled(new Label(stage.name()), "figure-name"), styled(new Region(), "stage-bar"),
                    styled(new Label(), "figure-value"));
            rows.add(row);
            getChildren().addAll(row.name(), row.bar(), row.number());
        }
    }

    private static <N extends Region> N styled(N node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_ROW * rows.size();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(ROW * Math.min(USUAL_ROWS, Math.max(1, rows.size())), LEAST_ROW * rows.size());
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - NAME - NUMBER - GAP);
        double height = Math.clamp(getHeight() / Math.max(1, rows.size()), LEAST_ROW, ROW);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double millis = row.bar().getUserData() instanceof Double value ? value : 0;
            row.name().resizeRelocate(0, i * height, NAME, height);
            row.bar().resizeRelocate(NAME + GAP, i * height + (height - BAR) / 2, Math.max(2, room * millis / scale),
                    BAR);
            row.number().resizeRelocate(getWidth() - NUMBER, i * height, NUMBER, height);
        }
    }
}
