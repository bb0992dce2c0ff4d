package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

import org.posescope.app.controls.CanvasInk;
import org.posescope.app.timeline.RulerTicks;
import org.posescope.app.timeline.Stretch;
import org.posescope.draw.PersonNames;
import org.posescope.frame.source.Span;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.series.CurveRuns;
import org.posescope.measure.series.ValueRange;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws curves over time, and above them a table that names them with their extremes. */
final class PlotPainter {
    static final double LEFT = 46;
    static final double RIGHT = 14;
    static final double ROW = 17;
    static final double FIGURE = 56;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;
    private static final double MARGIN = 12;
    private static final double SAMPLE = 22;
    private static final double TICK_ROOM = 84;
    private static final double LINE_ROOM = 13;
    private static final double GRID = 0.13;
    private static final double ZERO = 0.4;
    private static final double THICKNESS = 1.6;
    private static final Font FONT = Font.font("Inter", 11);

    private final GraphicsContext graphics;
    private final CanvasInk ink;
    private final double width;
    private final double height;

    /**
     * What is drawn.
     *
     * @param seen   of the time
     * @param span   that figures are of
     * @param names  of people
     * @param ranges extremes of curves
     * @param normal what is normal for them
     */
    record Scene(AngleSeries series, Stretch seen, Span span, PersonNames names,
            Function<Curve, Optional<ValueRange>> ranges, Normal normal) {
        List<Curve> curves() {
            return List.copyOf(series.degrees().keySet());
        }
    }

    /** What is normal for curves, and 0..1 for which part of the time they were outside of it. */
    interface Normal {
        Optional<NormalBand> band(Curve curve);

        OptionalDouble outside(Curve curve);
    }

    PlotPainter(GraphicsContext graphics, CanvasInk ink, double width, double height) {
        this.graphics = graphics;
        this.ink = ink;
        this.width = width;
        this.height = height;
    }

    /** Rows of the table in a pane of a height: the plot has half of it at least. */
    static int rows(int curves, double height) {
        return Math.clamp((int) (height / 2 / ROW) - 2, Math.min(1, curves), curves);
    }

    /** Where the plot begins below the table. */
    static double top(int rows) {
        return TOP + ROW * (rows + 1.5);
    }

    void draw(Scene scene) {
        graphics.clearRect(0, 0, width, height);
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        List<Curve> curves = scene.curves();
        table(scene, curves);
        if (height - BOTTOM > top(rows(curves.size(), height)) + ROW) {
            plot(scene, curves);
        }
    }

    private void table(Scene scene, List<Curve> curves) {
        text("now", column(3), TOP + ROW / 2, TextAlignment.RIGHT, ink.muted());
        text("least", column(2), TOP + ROW / 2, TextAlignment.RIGHT, ink.muted());
        text("most", column(1), TOP + ROW / 2, TextAlignment.RIGHT, ink.muted());
        text("range", column(0), TOP + ROW / 2, TextAlignment.RIGHT, ink.muted());
        boolean normal = curves.stream().anyMatch(curve -> scene.normal().band(curve).isPresent());
        if (normal) {
            text("outside", column(4), TOP + ROW / 2, TextAlignment.RIGHT, ink.muted());
        }
        int rows = rows(curves.size(), height);
        text((scene.span().equals(Span.WHOLE) ? "Degrees" : "Degrees, of the marked part")
                + (rows < curves.size() ? " · " + rows + " of " + curves.size() + " curves" : ""), MARGIN,
                TOP + ROW / 2,
                TextAlignment.LEFT, ink.muted());
        for (int i = 0; i < rows; i++) {
            double y = row(i);
            ink(curves.get(i), curves);
            graphics.strokeLine(MARGIN, y, MARGIN + SAMPLE, y);
            text(title(curves.get(i), scene.names()), MARGIN + SAMPLE + 8, y, TextAlignment.LEFT, ink.text());
            scene.ranges().apply(curves.get(i)).ifPresent(range -> {
                text(figure(range.low()), column(2), y, TextAlignment.RIGHT, ink.text());
                text(figure(range.high()), column(1), y, TextAlignment.RIGHT, ink.text());
                text(figure(range.width()), column(0), y, TextAlignment.RIGHT, ink.text());
            });
            scene.normal().outside(curves.get(i)).ifPresent(share -> text(percent(share), column(4), y,
                    TextAlignment.RIGHT, ink.text()));
        }
        graphics.setLineDashes();
    }

    /** What angle of whom. */
    static String title(Curve curve, PersonNames names) {
        return names.of(curve.person()) + " · " + curve.angle().title();
    }

    static double row(int curve) {
        return TOP + ROW * (curve + 1.5);
    }

    /** Right end of a column, counted from the right. */
    private double column(int place) {
        return width - RIGHT - place * FIGURE;
    }

    static String figure(double degrees) {
        return String.format(Locale.ROOT, "%.1f", degrees + 0.0);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Draws the column of what the curves are where the video is, on a canvas of its own as wide as that. */
    void now(List<OptionalDouble> values) {
        graphics.clearRect(0, 0, width, height);
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < rows(values.size(), height); i++) {
            double y = row(i);
            values.get(i).ifPresent(value -> text(figure(value), width, y, TextAlignment.RIGHT, ink.text()));
        }
    }

    private void plot(Scene scene, List<Curve> curves) {
        double top = top(rows(curves.size(), height));
        CurveRuns.Window window = new CurveRuns.Window(scene.seen().from(), scene.seen().to(), width - LEFT - RIGHT,
                AngleSeries.GAP_MICROS);
        Map<Curve, List<CurveRuns.Run>> runs = new LinkedHashMap<>();
        curves.forEach(curve -> runs.put(curve,
                CurveRuns.of(scene.series().micros(), scene.series().degrees().get(curve), window)));
        List<double[]> values = new ArrayList<>(
                runs.values().stream().flatMap(List::stream).map(CurveRuns.Run::values).toList());
        curves.forEach(curve -> scene.normal().band(curve).ifPresent(band -> {
            values.add(band.low().stream().mapToDouble(Double::doubleValue).toArray());
            values.add(band.high().stream().mapToDouble(Double::doubleValue).toArray());
        }));
        ValueAxis axis = ValueAxis.of(values);
        double tall = height - BOTTOM - top;
        grid(scene.seen(), axis, top, tall);
        graphics.save();
        graphics.beginPath();
        graphics.rect(LEFT, top, width - LEFT - RIGHT, tall);
        graphics.clip();
        bands(scene, curves, axis, new BandPainter(graphics, LEFT, top, width - LEFT - RIGHT, tall));
        runs.forEach((curve, own) -> {
            ink(curve, curves);
            own.forEach(run -> stroke(run, axis, top, tall));
        });
        graphics.restore();
    }

    /** A band that several curves have alike is shaded once. */
    private void bands(Scene scene, List<Curve> curves, ValueAxis axis, BandPainter painter) {
        Set<NormalBand> constant = new HashSet<>();
        for (Curve curve : curves) {
            scene.normal().band(curve).filter(band -> band.ofGait() || constant.add(band))
                    .ifPresent(band -> painter.draw(band, scene.series().cycles(curve), scene.seen(), axis,
                            CurveInk.of(curve, curves, ink).color()));
        }
    }

    private void ink(Curve curve, List<Curve> all) {
        CurveInk how = CurveInk.of(curve, all, ink);
        graphics.setStroke(how.color());
        graphics.setLineWidth(THICKNESS);
        graphics.setLineDashes(how.dashes().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void stroke(CurveRuns.Run run, ValueAxis axis, double top, double tall) {
        double[] x = run.x();
        double[] y = run.values();
        for (int i = 0; i < x.length; i++) {
            x[i] += LEFT;
            y[i] = top + tall * axis.fraction(y[i]);
        }
        if (x.length == 1) {
            graphics.setFill(graphics.getStroke());
            graphics.fillOval(x[0] - THICKNESS, y[0] - THICKNESS, 2 * THICKNESS, 2 * THICKNESS);
        } else {
            graphics.strokePolyline(x, y, x.length);
        }
    }

    private void grid(Stretch seen, ValueAxis axis, double top, double tall) {
        graphics.setLineWidth(1);
        double step = axis.step() * Math.max(1, Math.ceil((axis.high() - axis.low()) / axis.step() * LINE_ROOM / tall));
        for (double value = axis.low(); value <= axis.high() + step / 2; value += step) {
            double y = Math.rint(top + tall * axis.fraction(value)) + 0.5;
            graphics.setStroke(ink.faded(Math.abs(value) < step / 2 ? ZERO : GRID));
            graphics.strokeLine(LEFT, y, width - RIGHT, y);
            text(String.format(Locale.ROOT, "%.0f°", value + 0.0), LEFT - 6, y, TextAlignment.RIGHT, ink.muted());
        }
        double wide = width - LEFT - RIGHT;
        for (RulerTicks.Tick tick : RulerTicks.of(seen, (int) Math.max(1, wide / TICK_ROOM))) {
            double x = Math.rint(LEFT + wide * seen.fraction(tick.micros())) + 0.5;
            graphics.setStroke(ink.faded(GRID));
            graphics.strokeLine(x, top, x, top + tall);
            text(tick.text(), x, height - BOTTOM / 2, TextAlignment.CENTER, ink.muted());
        }
    }

    private void text(String content, double x, double y, TextAlignment side, Color color) {
        graphics.setTextAlign(side);
        graphics.setFill(color);
        graphics.fillText(content, x, y);
    }
}
