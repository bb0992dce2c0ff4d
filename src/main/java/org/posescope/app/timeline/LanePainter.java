package org.posescope.app.timeline;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import org.posescope.app.controls.CanvasInk;
import org.posescope.draw.Palette;
import org.posescope.draw.PersonNames;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws ruler, names and bars. */
final class LanePainter {
    static final double GUTTER = 148;
    static final double RULER = 20;
    static final double ROW = 18;
    static final double MARGIN = 12;
    static final double SWATCH = 10;
    private static final double BAR = 10;
    private static final double TICK_ROOM = 88;
    private static final double LEAST_OPACITY = 0.3;
    private static final double TRACK = 0.09;
    private static final double CHOSEN = 0.12;
    private static final double HIDDEN = 0.35;
    private static final int LONGEST = 13;
    private static final Font FONT = Font.font("Inter", 11);

    private final GraphicsContext graphics;
    private final CanvasInk ink;

    /**
     * What is drawn.
     *
     * @param first    row, from the top, that is seen
     * @param selected identity of the person that stands out; 0: nobody
     * @param names    of people
     * @param hidden   whether somebody is left out of pictures
     */
    record Scene(Lanes lanes, Stretch seen, int first, int selected, PersonNames names,
            IntPredicate hidden) {}

    LanePainter(GraphicsContext graphics, CanvasInk ink) {
        this.graphics = graphics;
        this.ink = ink;
    }

    void draw(Scene scene, double width, double height) {
        graphics.clearRect(0, 0, width, height);
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.CENTER);
        ruler(scene, width, height);
        List<Lane> people = scene.lanes().people();
        for (int row = scene.first(); row < people.size(); row++) {
            double top = RULER + (row - scene.first()) * ROW;
            if (top + ROW > height + 1) {
                break;
            }
            lane(scene, people.get(row), top, width);
        }
    }

    private static double x(Stretch seen, long micros, double width) {
        return GUTTER + seen.fraction(micros) * (width - GUTTER - MARGIN);
    }

    private void ruler(Scene scene, double width, double height) {
        int most = (int) Math.max(1, (width - GUTTER - MARGIN) / TICK_ROOM);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (RulerTicks.Tick tick : RulerTicks.of(scene.seen(), most)) {
            double x = Math.rint(x(scene.seen(), tick.micros(), width)) + 0.5;
            graphics.setStroke(ink.faded(TRACK * 2));
            graphics.strokeLine(x, RULER / 2, x, height);
            graphics.setFill(ink.muted());
            graphics.fillText(tick.text(), x + 4, RULER / 2);
        }
        graphics.setFill(ink.muted());
        bars(scene.lanes().looked(), scene.seen(), width, RULER - 3, 2, bar -> ink.faded(0.35));
        int count = scene.lanes().people().size();
        graphics.setFill(ink.muted());
        graphics.fillText(count == 1 ? "1 person" : count == 0 ? "Nobody yet" : count + " people", 34, RULER / 2);
    }

    private void lane(Scene scene, Lane lane, double top, double width) {
        if (lane.id() == scene.selected()) {
            graphics.setFill(ink.faded(CHOSEN));
            graphics.fillRect(0, top, width, ROW);
        }
        Color own = ink.seen(Palette.person(lane.id()));
        boolean hidden = scene.hidden().test(lane.id());
        swatch(own, hidden, top + (ROW - SWATCH) / 2);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(hidden ? ink.muted() : ink.text());
        graphics.fillText(shortened(scene.names().of(lane.id())), MARGIN + SWATCH + 8, top + ROW / 2);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(ink.muted());
        graphics.fillText(String.format(Locale.ROOT, "%,d", lane.frames()), GUTTER - 12, top + ROW / 2);
        graphics.setFill(ink.faded(TRACK));
        graphics.fillRect(GUTTER, top + (ROW - BAR) / 2, Math.max(0, width - GUTTER - MARGIN), BAR);
        bars(lane.bars(), scene.seen(), width, top + (ROW - BAR) / 2, BAR,
                bar -> own.deriveColor(0, 1, 1,
                        (LEAST_OPACITY + (1 - LEAST_OPACITY) * bar.sureness()) * (hidden ? HIDDEN : 1)));
    }

    /** Of those who are hidden only the outline. */
    private void swatch(Color color, boolean hidden, double top) {
        if (hidden) {
            graphics.setStroke(color);
            graphics.strokeRoundRect(MARGIN + 0.5, top + 0.5, SWATCH - 1, SWATCH - 1, 4, 4);
        } else {
            graphics.setFill(color);
            graphics.fillRoundRect(MARGIN, top, SWATCH, SWATCH, 4, 4);
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    @FunctionalInterface
    private interface Ink {
        Color of(Bar bar);
    }

    /** Bars that are not a pixel wide together are drawn as one. */
    private void bars(List<Bar> bars, Stretch seen, double width, double top, double height, Ink colors) {
        double right = Math.max(GUTTER, width - MARGIN);
        double drawn = GUTTER;
        for (Bar bar : bars) {
            double from = Math.max(drawn, x(seen, bar.from(), width));
            double to = Math.min(right, Math.max(from + 1, x(seen, bar.to(), width)));
            if (x(seen, bar.to(), width) > drawn && from < right) {
                graphics.setFill(colors.of(bar));
                graphics.fillRect(from, top, to - from, height);
                drawn = to;
            }
        }
    }
}
