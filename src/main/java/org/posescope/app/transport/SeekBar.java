package org.posescope.app.transport;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A line with the part that was played and a thumb; click or drag seeks. FX thread. */
final class SeekBar extends Region {
    private static final double LINE = 4;
    private static final double THUMB = 12;
    private static final double HEIGHT = 24;

    private final TransportModel model;
    private final Region line = part("seek-line");
    private final Region played = part("seek-played");
    private final Region thumb = part("seek-thumb");
    private double dragged = -1;

    SeekBar(TransportModel model) {
        this.model = model;
        setId("seek");
        getStyleClass().add("seek-bar");
        getChildren().addAll(line, played, thumb);
        disableProperty().bind(model.seekable().not());
        thumb.visibleProperty().bind(model.seekable());
        model.position().subscribe(this::place);
        model.duration().subscribe(this::place);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> {
            dragged = -1;
            place();
        });
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    private void drag(MouseEvent event) {
        dragged = Math.clamp((event.getX() - THUMB / 2) / Math.max(1, getWidth() - THUMB), 0, 1);
        model.seekTo(dragged);
        place();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    /** Sets sizes and places directly: a pulse with a new frame needs no layout of the window. */
    private void place() {
        double way = Math.max(0, getWidth() - THUMB);
        long duration = model.duration().get();
        double fraction = dragged >= 0 ? dragged : duration == 0 ? 0 : (double) model.position().get() / duration;
        double middle = getHeight() / 2;
        line.resizeRelocate(THUMB / 2, middle - LINE / 2, way, LINE);
        played.resizeRelocate(THUMB / 2, middle - LINE / 2, way * fraction, LINE);
        thumb.resizeRelocate(way * fraction, middle - THUMB / 2, THUMB, THUMB);
    }
}
