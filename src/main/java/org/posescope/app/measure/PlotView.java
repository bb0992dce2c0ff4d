package org.posescope.app.measure;

import java.util.List;

import org.posescope.app.controls.CanvasInk;
import org.posescope.app.timeline.Stretch;
import org.posescope.draw.PersonNames;
import org.posescope.frame.source.Span;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The curves with a cursor where the video is. The wheel comes nearer at the pointer, with shift it goes along; click or drag seeks, a double
 * click shows all again. Curves are drawn when they change, the column of present values at each frame. FX thread.
 */
final class PlotView extends Region {
    private static final double STEP = 1.25;
    private static final double PAN = 0.1;

    private final MeasureModel model;
    private final BandModel bands;
    private final PersonNames names;
    private final Canvas canvas = new Canvas();
    private final Canvas now = new Canvas();
    /** Has the colour of text, which styles tell. */
    private final Label ink = new Label();
    private final Label hint = new Label();
    private final Region cursor = part("timeline-cursor");
    private final Region before = part("plot-outside");
    private final Region behind = part("plot-outside");

    PlotView(MeasureModel model, BandModel bands, PersonNames names) {
        this.model = model;
        this.bands = bands;
        this.names = names;
        setId("plot");
        getStyleClass().add("plot");
        ink.getStyleClass().add("timeline-ink");
        ink.setVisible(false);
        ink.setManaged(false);
        hint.getStyleClass().add("plot-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        canvas.setManaged(false);
        now.setManaged(false);
        now.setMouseTransparent(true);
        getChildren().addAll(ink, canvas, before, behind, cursor, now, hint);
        ink.textFillProperty().subscribe(this::draw);
        model.series().subscribe(this::draw);
        bands.bands().subscribe(this::draw);
        model.timeline().seen().subscribe(this::draw);
        model.transport().marks().span().subscribe(this::draw);
        model.people().subscribe(this::move);
        model.transport().position().subscribe(this::move);
        setOnScroll(this::scroll);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        now.setWidth(PlotPainter.FIGURE);
        now.setHeight(getHeight());
        now.relocate(getWidth() - PlotPainter.RIGHT - 4 * PlotPainter.FIGURE, 0);
        draw();
    }

    private List<Curve> curves() {
        return List.copyOf(model.series().get().degrees().keySet());
    }

    private double top() {
        return PlotPainter.top(PlotPainter.rows(curves().size(), getHeight()));
    }

    private CanvasInk inks() {
        return new CanvasInk(ink.getTextFill() instanceof Color known ? known : Color.GRAY);
    }

    private void draw() {
        if (getWidth() > 0 && model.open().get()) {
            new PlotPainter(canvas.getGraphicsContext2D(), inks(), getWidth(), getHeight())
                    .draw(new PlotPainter.Scene(model.series().get(), model.seen(), model.span(), names,
                            model::range, bands));
            hint.setText(model.hint());
            hint.autosize();
            hint.relocate(PlotPainter.LEFT, (getHeight() + top() - hint.getHeight()) / 2);
            place();
            move();
        }
    }

    private double way() {
        return Math.max(1, getWidth() - PlotPainter.LEFT - PlotPainter.RIGHT);
    }

    private double x(long micros) {
        return PlotPainter.LEFT + Math.clamp(model.seen().fraction(micros), 0, 1) * way();
    }

    private void place() {
        double top = top();
        Span span = model.span();
        double from = x(span.fromMicros());
        double to = x(Math.min(span.toMicros(), model.seen().to()));
        boolean marked = !span.equals(Span.WHOLE);
        before.setVisible(marked && from > PlotPainter.LEFT);
        behind.setVisible(marked && to < PlotPainter.LEFT + way());
        before.resizeRelocate(PlotPainter.LEFT, top, from - PlotPainter.LEFT, getHeight() - top);
        behind.resizeRelocate(to, top, PlotPainter.LEFT + way() - to, getHeight() - top);
    }

    /** A frame is shown: nothing is drawn anew but figures. */
    private void move() {
        if (getWidth() > 0 && model.open().get()) {
            double top = top();
            long position = model.transport().position().get();
            Stretch seen = model.seen();
            cursor.setVisible(position >= seen.from() && position <= seen.to());
            cursor.resizeRelocate(Math.rint(x(position)) - 1, top, 2, Math.max(0, getHeight() - top));
            new PlotPainter(now.getGraphicsContext2D(), inks(), PlotPainter.FIGURE, getHeight())
                    .now(curves().stream().map(model::now).toList());
        }
    }

    private double fraction(double x) {
        return (x - PlotPainter.LEFT) / way();
    }

    private void scroll(ScrollEvent event) {
        event.consume();
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.timeline().pan(-PAN * Math.signum(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()));
        } else if (event.getDeltaY() != 0) {
            model.timeline().zoom(event.getDeltaY() > 0 ? 1 / STEP : STEP, fraction(event.getX()));
        }
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            model.timeline().showAll();
        } else {
            drag(event);
        }
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getY() >= top()) {
            model.timeline().seek(fraction(event.getX()));
        }
    }

    /** What is seen of it now, on a background of its own. */
    WritableImage picture() {
        SnapshotParameters opaque = new SnapshotParameters();
        opaque.setFill(inks().text().getBrightness() > 0.5 ? Color.rgb(0x16, 0x1b, 0x22) : Color.WHITE);
        return snapshot(opaque, null);
    }
}
