package org.posescope.app.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.CanvasInk;
import org.posescope.app.pulse.FxThread;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.video.VideoModel;
import org.posescope.frame.source.Span;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The lanes of a clip below a ruler. The wheel comes nearer at the pointer, with shift it goes along, over the names it goes through them;
 * click or drag seeks, a double click shows all again, on a name it renames. What is drawn on the canvas is drawn when it changes; the cursor lies above. FX
 * thread.
 */
public final class TimelineView extends Region {
    private static final double STEP = 1.25;
    private static final int MOST_ROWS = 8;
    private static final double SHARE = 0.2;
    private static final double EDGE = 4;

    private final TimelineModel model;
    private final TransportModel transport;
    private final PeopleModel people;
    private final VideoModel selection;
    private final Canvas canvas = new Canvas();
    /** Has the colour of text, which styles tell. */
    private final Label ink = new Label();
    private final Region cursor = part("timeline-cursor");
    private final Region before = part("timeline-outside");
    private final Region behind = part("timeline-outside");
    private final Button fold = Buttons.icon(Feather.CHEVRON_DOWN, "Lanes of people, or the ruler alone (N)");
    private final NameField name;
    private Optional<ContextMenu> menu = Optional.empty();
    private DoubleSupplier room = () -> Double.POSITIVE_INFINITY;
    private int first;
    private int laidOut = -1;

    /** @param selection of the picture */
    public TimelineView(TimelineModel model, TransportModel transport, PeopleModel people,
            VideoModel selection) {
        this.model = model;
        this.selection = selection;
        name = new NameField(people);
        this.transport = transport;
        this.people = people;
        setId("timeline");
        getStyleClass().add("timeline");
        ink.getStyleClass().add("timeline-ink");
        ink.setVisible(false);
        ink.setManaged(false);
        canvas.setManaged(false);
        fold.setId("timeline-fold");
        fold.getStyleClass().add("timeline-fold");
        fold.setManaged(false);
        fold.setOnAction(event -> model.toggle());
        getChildren().addAll(ink, canvas, before, behind, cursor, fold, name);
        ink.textFillProperty().subscribe(this::draw);
        model.lanes().subscribe(this::resized);
        model.open().subscribe(this::resized);
        model.seen().subscribe(this::moved);
        selection.selected().subscribe(this::draw);
        transport.position().subscribe(this::place);
        transport.marks().span().subscribe(this::place);
        setOnScroll(this::scroll);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        visibleProperty().bind(model.available());
        managedProperty().bind(visibleProperty());
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    private void resized() {
        ((FontIcon) fold.getGraphic()).setIconCode(model.open().get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        scrollTo(first);
        // Lanes change some times a second, how many are seen seldom: that alone is worth a layout of the window.
        if (rows() != laidOut) {
            requestLayout();
        }
        draw();
    }

    /**
     * Names how high it may be, in logical pixels, for what stands around it; where that is too little for any lane, the ruler is seen alone.
     * {@link #refit} is to be called when that changes.
     */
    public void roomFrom(DoubleSupplier newRoom) {
        FxThread.require();
        room = newRoom;
        resized();
    }

    /** Shows as many lanes as there is room for now. */
    public void refit() {
        FxThread.require();
        resized();
    }

    private void moved() {
        draw();
        place();
    }

    private int rows() {
        double height = getScene() == null ? 0 : getScene().getHeight();
        double lanes = Math.min(SHARE * height, room.getAsDouble() - LanePainter.RULER - EDGE);
        int most = Math.clamp((int) (lanes / LanePainter.ROW), 0, MOST_ROWS);
        return model.open().get() ? Math.min(most, model.lanes().get().people().size()) : 0;
    }

    private void scrollTo(int row) {
        first = Math.clamp(row, 0, Math.max(0, model.lanes().get().people().size() - rows()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return LanePainter.RULER + rows() * LanePainter.ROW + EDGE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        laidOut = rows();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        fold.resizeRelocate(6, 0, LanePainter.RULER, LanePainter.RULER);
        draw();
        place();
    }

    private void draw() {
        if (getWidth() > 0 && isVisible()) {
            Color color = ink.getTextFill() instanceof Color known ? known : Color.GRAY;
            new LanePainter(canvas.getGraphicsContext2D(), new CanvasInk(color)).draw(
                    new LanePainter.Scene(model.lanes().get(),
                            model.seen().get(), first, selection.selected().get(), people::name, people::hidden),
                    getWidth(),
                    getHeight());
        }
    }

    private double way() {
        return Math.max(1, getWidth() - LanePainter.GUTTER - LanePainter.MARGIN);
    }

    private double x(long micros) {
        return LanePainter.GUTTER + Math.clamp(model.seen().get().fraction(micros), 0, 1) * way();
    }

    /** Sets places directly: a pulse with a new frame needs no layout of the window. */
    private void place() {
        double height = getHeight();
        cursor.resizeRelocate(Math.rint(x(transport.position().get())) - 1, 0, 2, height);
        Span span = transport.marks().span().get();
        double from = x(span.fromMicros());
        double to = x(Math.min(span.toMicros(), transport.duration().get() - 1) + 1);
        before.resizeRelocate(LanePainter.GUTTER, 0, from - LanePainter.GUTTER, height);
        behind.resizeRelocate(to, 0, LanePainter.GUTTER + way() - to, height);
        before.setVisible(from > LanePainter.GUTTER);
        behind.setVisible(span.toMicros() < Span.WHOLE.toMicros() && to < LanePainter.GUTTER + way());
    }

    private double fraction(double x) {
        return (x - LanePainter.GUTTER) / way();
    }

    private void scroll(ScrollEvent event) {
        event.consume();
        if (event.getX() < LanePainter.GUTTER) {
            scrollTo(first - (int) Math.signum(event.getDeltaY()));
            draw();
        } else if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(-0.1 * Math.signum(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()));
        } else if (event.getDeltaY() != 0) {
            model.zoom(event.getDeltaY() > 0 ? 1 / STEP : STEP, fraction(event.getX()));
        }
    }

    private void press(MouseEvent event) {
        menu.ifPresent(ContextMenu::hide);
        if (event.getButton() == MouseButton.SECONDARY) {
            laneAt(event.getY()).ifPresent(lane -> openMenu(lane, event));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            point(event);
        }
    }

    private void point(MouseEvent event) {
        if (event.getX() < LanePainter.GUTTER) {
            laneAt(event.getY()).ifPresent(lane -> pointAtName(lane, event));
        } else if (event.getClickCount() == 2) {
            model.showAll();
        } else {
            model.seek(fraction(event.getX()));
        }
    }

    private void pointAtName(Lane lane, MouseEvent event) {
        if (event.getX() < LanePainter.MARGIN + LanePainter.SWATCH + 4) {
            people.toggleHidden(lane.id());
            draw();
        } else if (event.getClickCount() == 2) {
            rename(lane);
        } else {
            selection.select(lane.id() == selection.selected().get() ? 0 : lane.id());
        }
    }

    private void rename(Lane lane) {
        int row = model.lanes().get().people().indexOf(lane) - first;
        double left = LanePainter.MARGIN + LanePainter.SWATCH + 2;
        name.ask(lane.id(), left, LanePainter.RULER + (row + 0.5) * LanePainter.ROW, LanePainter.GUTTER - left);
    }

    private void openMenu(Lane lane, MouseEvent event) {
        ContextMenu opened = LaneMenu.of(lane, model.lanes().get().people(), people, () -> rename(lane));
        menu = Optional.of(opened);
        opened.show(this, event.getScreenX(), event.getScreenY());
    }

    private Optional<Lane> laneAt(double y) {
        int row = first + (int) Math.floor((y - LanePainter.RULER) / LanePainter.ROW);
        List<Lane> all = model.lanes().get().people();
        return y < LanePainter.RULER || row >= all.size() ? Optional.empty() : Optional.of(all.get(row));
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getX() >= LanePainter.GUTTER) {
            model.seek(fraction(event.getX()));
        }
    }
}
