package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.video.MeshView;
import org.posescope.app.video.VideoModel;
import org.posescope.app.video.VideoPane;
import org.posescope.draw.Layers;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.length.PictureLine;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Camera;
import org.posescope.testkit.Fx;
import org.posescope.testkit.TestPictures;

import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** A picture of 640 x 360 pixels is shown at half its size. */
class LengthInputTest {
    private static final SourceInfo SOURCE = new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, 640, 360, 25, 100,
            4_000_000, true);

    private final LengthModel model = new LengthModel(Optional::empty, Optional.empty(), factor -> {},
            Optional.empty(), kept -> {});
    private final FramePool pool = new FramePool();
    private VideoPane video;
    private int clicks;

    @BeforeAll
    static void start() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void show() throws Exception {
        Fx.run(() -> {
            video = new VideoPane(new VideoModel(Layers.DEFAULT), new MeshView(camera -> Optional.empty()));
            video.resize(320, 180);
            LengthInput.install(model, video);
            video.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicks++);
            video.show(new ShownFrame(TestPictures.frame(pool, 640, 360, 1, 0), List.of(), SOURCE, 0));
            video.pulse();
            video.layout();
            model.placed(Place.DEFAULT);
            model.opened(Optional.of(SOURCE));
            model.shown(List.of(), new Camera(500, 320, 180));
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(video::close);
        pool.close();
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        mouse(type, x, y, MouseButton.PRIMARY);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, MouseButton button) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        video.fireEvent(new MouseEvent(type, x, y, x, y, button, 1, false, false, false, false,
                down && button == MouseButton.PRIMARY, false, down && button == MouseButton.SECONDARY, false, false,
                true, new PickResult(video, x, y)));
    }

    private void click(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, x, y);
        mouse(MouseEvent.MOUSE_CLICKED, x, y);
    }

    private Optional<PictureLine> line() {
        return model.drawn().get().map(DrawnLength::line);
    }

    @Test
    void dragging_draws_a_line_in_pixels_of_the_picture() throws Exception {
        Fx.run(() -> {
            model.toggleDrawing();
            assertThat(video.getCursor()).isEqualTo(Cursor.CROSSHAIR);
            mouse(MouseEvent.MOUSE_PRESSED, 50, 40);
            mouse(MouseEvent.MOUSE_DRAGGED, 60, 90);
            assertThat(line()).contains(new PictureLine(100, 80, 120, 180));
            assertThat(model.drawing().get()).isTrue();
            mouse(MouseEvent.MOUSE_DRAGGED, 50, 140);
            mouse(MouseEvent.MOUSE_RELEASED, 50, 140);
            mouse(MouseEvent.MOUSE_CLICKED, 50, 140);

            assertThat(line()).contains(new PictureLine(100, 80, 100, 280));
            assertThat(model.drawing().get()).isFalse();
            assertThat(video.getCursor()).isNull();
            assertThat(clicks).as("a line chooses nobody").isZero();
        });
    }

    @Test
    void two_clicks_draw_one_too_and_the_line_follows_between_them() throws Exception {
        Fx.run(() -> {
            model.toggleDrawing();
            click(50, 40);
            assertThat(model.drawing().get()).isTrue();
            mouse(MouseEvent.MOUSE_MOVED, 70, 60);
            assertThat(line()).contains(new PictureLine(100, 80, 140, 120));
            click(90, 40);

            assertThat(line()).contains(new PictureLine(100, 80, 180, 80));
            assertThat(model.drawing().get()).isFalse();
            assertThat(clicks).isZero();
        });
    }

    @Test
    void a_line_ends_at_the_edge_of_the_picture() throws Exception {
        Fx.run(() -> {
            model.toggleDrawing();
            mouse(MouseEvent.MOUSE_PRESSED, 50, 40);
            mouse(MouseEvent.MOUSE_RELEASED, 400, 300);
            assertThat(line()).contains(new PictureLine(100, 80, 640, 360));
        });
    }

    @Test
    void without_being_asked_for_nothing_is_drawn_and_clicks_are_the_pictures() throws Exception {
        Fx.run(() -> {
            click(50, 40);
            mouse(MouseEvent.MOUSE_DRAGGED, 90, 40);
            assertThat(line()).isEmpty();
            assertThat(clicks).isOne();

            model.toggleDrawing();
            mouse(MouseEvent.MOUSE_PRESSED, 50, 40, MouseButton.SECONDARY);
            mouse(MouseEvent.MOUSE_RELEASED, 90, 40, MouseButton.SECONDARY);
            assertThat(line()).as("the other button").isEmpty();
        });
    }

    @Test
    void a_line_that_was_given_up_does_not_begin_the_next_one() throws Exception {
        Fx.run(() -> {
            model.toggleDrawing();
            click(50, 40);
            model.toggleDrawing();
            model.toggleDrawing();
            mouse(MouseEvent.MOUSE_PRESSED, 100, 100);
            mouse(MouseEvent.MOUSE_RELEASED, 120, 100);
            assertThat(line()).contains(new PictureLine(200, 200, 240, 200));
            click(10, 10);
            assertThat(clicks).as("after the line").isOne();
        });
    }
}
