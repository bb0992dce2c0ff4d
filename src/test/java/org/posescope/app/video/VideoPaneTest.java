package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.NewestSlot;
import org.posescope.app.player.ShownFrame;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.testkit.Fx;

import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** Pictures of 2000 x 1000 pixels in a pane of 200 x 100. */
class VideoPaneTest {
    private static final int WIDTH = 2000;
    private static final int HEIGHT = 1000;
    private static final SourceInfo SOURCE = new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, WIDTH, HEIGHT, 25, 100,
            4_000_000, true);

    private final FramePool pool = new FramePool();
    private final NewestSlot newest = new NewestSlot();
    private final VideoModel model = new VideoModel(Layers.DEFAULT);
    private VideoPane pane;

    /** Nobody is there. */
    private static final class NoBodies implements BodyMeshes {
        @Override
        public PinholeCamera camera(int width, int height) {
            throw new AssertionError("there is nobody to be drawn");
        }

        @Override
        public List<Mesh> of(List<Person> people, long ptsMicros) {
            return List.of();
        }
    }

    @BeforeAll
    static void start() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            pane = new VideoPane(model, new MeshView(camera -> Optional.of(new NoBodies())));
            pane.resize(200, 100);
            pane.layout();
            newest.prepare(pane.preparation());
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(pane::close);
        newest.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** Columns of pixels are black and of a grey in turn. */
    private Frame striped(int index, int grey) {
        Frame frame = new Frame(pool.acquire(WIDTH, HEIGHT), index, index, 0);
        for (long pixel = 0; pixel < (long) WIDTH * HEIGHT; pixel++) {
            frame.pixels().setAtIndex(ValueLayout.JAVA_INT, pixel,
                    0xFF << 24 | (pixel % 2 == 0 ? 0 : grey << 16 | grey << 8 | grey));
        }
        return frame;
    }

    private void play(Frame frame) throws Exception {
        newest.put(new ShownFrame(frame, List.of(), SOURCE, frame.index()));
        Fx.run(() -> {
            pane.show(newest.take().orElseThrow());
            pane.pulse();
            pane.layout();
        });
    }

    private ImageView picture() {
        return (ImageView) pane.getChildrenUnmodifiable().getFirst();
    }

    private Image image() throws Exception {
        return Fx.call(() -> picture().getImage());
    }

    private void zoom(double factor) throws Exception {
        Fx.run(() -> pane.zoom(new PictureZoom(factor, 0.5, 0.5)));
    }

    @Test
    void a_picture_that_is_seen_small_is_rendered_from_a_copy_of_means() throws Exception {
        play(striped(0, 200));

        assertThat(image().getWidth()).isEqualTo(250);
        assertThat(image().getHeight()).isEqualTo(125);
        assertThat(Fx.call(() -> picture().getImage().getPixelReader().getArgb(100, 60))).isEqualTo(0xFF646464);
        assertThat(Fx.call(() -> picture().getFitWidth())).isEqualTo(200);
    }

    @Test
    void it_is_sharp_at_once_when_one_comes_nearer_while_nothing_plays() throws Exception {
        play(striped(0, 200));
        zoom(3);

        assertThat(image().getWidth()).isEqualTo(WIDTH);
        assertThat(Fx.call(() -> picture().getImage().getPixelReader().getArgb(1001, 60))).isEqualTo(0xFFC8C8C8);
        assertThat(Fx.call(() -> picture().getFitWidth())).isCloseTo(600, within(1e-9));
        play(striped(1, 100));
        assertThat(image().getWidth()).isEqualTo(1000);
        zoom(1);
        play(striped(2, 100));
        assertThat(image().getWidth()).isEqualTo(250);
    }

    @Test
    void a_larger_pane_makes_it_sharp_too() throws Exception {
        play(striped(0, 200));
        Fx.run(() -> {
            pane.resize(1200, 700);
            pane.layout();
        });

        assertThat(image().getWidth()).isEqualTo(WIDTH);
    }

    @Test
    void places_are_those_of_the_picture_and_not_of_its_copy() throws Exception {
        play(striped(0, 200));

        assertThat(Fx.call(() -> pane.pictureOf(new Point2D(50, 25)))).isEqualTo(new Point2D(500, 250));
        assertThat(Fx.call(() -> pane.screenOf(new Point2D(1500, 1000)))).isEqualTo(new Point2D(150, 100));
        zoom(4);
        assertThat(Fx.call(() -> pane.pictureOf(new Point2D(100, 50)))).isEqualTo(new Point2D(1000, 500));
        assertThat(Fx.call(() -> pane.pictureOf(new Point2D(0, 50)))).isEqualTo(new Point2D(750, 500));
    }

    @Test
    void whoever_copies_or_saves_what_is_shown_gets_the_whole_picture() throws Exception {
        play(striped(0, 200));

        try (ShownFrame shown = Fx.call(() -> pane.shown()).orElseThrow()) {
            assertThat(shown.frame().width()).isEqualTo(WIDTH);
            assertThat(shown.frame().pixels().get(ValueLayout.JAVA_INT, Integer.BYTES)).isEqualTo(0xFFC8C8C8);
        }
    }

    @Test
    void a_large_picture_that_was_replaced_is_given_back_at_once() throws Exception {
        play(striped(0, 200));
        play(striped(1, 100));

        assertThat(pool.lent()).isEqualTo(1);
    }

    @Test
    void a_picture_that_is_seen_with_all_its_pixels_is_copied_so_that_its_frame_can_go() throws Exception {
        Fx.run(() -> {
            pane.resize(WIDTH, HEIGHT);
            pane.layout();
        });
        play(striped(0, 200));
        play(striped(1, 100));

        assertThat(image().getWidth()).isEqualTo(WIDTH);
        assertThat(Fx.call(() -> picture().getImage().getPixelReader().getArgb(1001, 60))).isEqualTo(0xFF646464);
        assertThat(pool.lent()).isEqualTo(1);
    }

    @Test
    void what_was_made_ready_and_never_shown_is_given_back() throws Exception {
        newest.put(new ShownFrame(striped(0, 200), List.of(), SOURCE, 0));
        newest.put(new ShownFrame(striped(1, 200), List.of(), SOURCE, 1));

        try (ShownFrame taken = newest.take().orElseThrow()) {
            assertThat(taken.small()).hasValueSatisfying(copy -> assertThat(copy.width()).isEqualTo(250));
            assertThat(pool.lent()).isEqualTo(1);
        }
    }

    @Test
    void bodies_have_the_pixels_of_what_is_seen_and_more_when_one_comes_nearer_while_nothing_plays() throws Exception {
        Fx.run(() -> model.toggle(Layer.MESH));
        play(striped(0, 200));
        awaitBodies(250);

        zoom(4);
        awaitBodies(1000);
        zoom(8);
        awaitBodies(WIDTH);
        assertThat(image().getWidth()).isEqualTo(WIDTH);
    }

    private void awaitBodies(int width) throws Exception {
        ImageView bodies = (ImageView) pane.getChildrenUnmodifiable().get(1);
        Fx.await("bodies of " + width + " pixels", () -> {
            pane.pulse();
            return bodies.isVisible() && bodies.getImage().getWidth() == width;
        });
    }

    @Test
    void the_model_knows_where_the_picture_is_from_when_it_is_on_the_screen() throws Exception {
        newest.put(new ShownFrame(striped(0, 200), List.of(), SOURCE, 0));
        Fx.run(() -> pane.show(newest.take().orElseThrow()));
        assertThat(Fx.call(() -> model.origin().get())).isEmpty();

        Fx.run(() -> pane.pulse());

        assertThat(Fx.call(() -> model.origin().get())).map(VideoModel.Origin::source).contains(SOURCE);
    }
}
