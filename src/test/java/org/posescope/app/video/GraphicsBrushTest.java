package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.draw.Brush;
import org.posescope.draw.FlatLayer;
import org.posescope.draw.HudFigures;
import org.posescope.draw.Layer;
import org.posescope.draw.OverlayScene;
import org.posescope.draw.People;
import org.posescope.draw.PictureFit;
import org.posescope.draw.PixelBrush;
import org.posescope.draw.Sizes;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.Typeface;
import org.posescope.testkit.Fx;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

/** What is drawn in the window looks as what is drawn on pixels. */
class GraphicsBrushTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 480;
    private static final int GROUND = 0xFF707070;
    /** Of a channel; more than what two ways of smoothing an edge differ by. */
    private static final int TOLERANCE = 48;

    @BeforeAll
    static void loadFonts() throws Exception {
        Fx.start();
        for (String weight : List.of("500", "700")) {
            Fx.run(() -> loadFont("/org/posescope/app/fonts/inter-latin-" + weight + "-normal.woff"));
        }
    }

    private static void loadFont(String resource) {
        try (InputStream in = GraphicsBrushTest.class.getResourceAsStream(resource)) {
            assertThat(javafx.scene.text.Font.loadFont(in, 12)).isNotNull();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int[] onPixels(Consumer<Brush> drawing) {
        TestPicture picture = new TestPicture(WIDTH, HEIGHT, GROUND);
        drawing.accept(new PixelBrush(picture.canvas()));
        return picture.pixels();
    }

    private static int[] inTheWindow(Consumer<Brush> drawing) throws Exception {
        return Fx.call(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            drawing.accept(new GraphicsBrush(canvas.getGraphicsContext2D()));
            SnapshotParameters ground = new SnapshotParameters();
            ground.setFill(Color.rgb(Argb.red(GROUND), Argb.green(GROUND), Argb.blue(GROUND)));
            int[] pixels = new int[WIDTH * HEIGHT];
            canvas.snapshot(ground, null).getPixelReader().getPixels(0, 0, WIDTH, HEIGHT,
                    PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            return pixels;
        });
    }

    /** The part 0..1 of what is drawn on that looks another way. */
    private static double differing(Consumer<Brush> drawing) throws Exception {
        int[] wanted = onPixels(drawing);
        int[] window = inTheWindow(drawing);
        long drawn = Arrays.stream(wanted).filter(pixel -> pixel != GROUND).count();
        assertThat(drawn).isGreaterThan(500);
        return (double) IntStream.range(0, wanted.length).filter(i -> distance(wanted[i], window[i]) > TOLERANCE)
                .count() / drawn;
    }

    private static int distance(int a, int b) {
        return Math.max(Math.abs(Argb.red(a) - Argb.red(b)),
                Math.max(Math.abs(Argb.green(a) - Argb.green(b)), Math.abs(Argb.blue(a) - Argb.blue(b))));
    }

    @Test
    void figures_are_the_same() throws Exception {
        assertThat(differing(brush -> {
            brush.fillRectangle(20, 30, 150, 50, 12, 0xFF14B485);
            brush.strokeRectangle(20.5, 100.5, 350, 320, 30, 3, 0xFF4CB4F5);
            brush.line(40.5, 160, 300, 300.25, 9, 0xFFEB5A2B);
            brush.disc(200.25, 240, 40, 0x80FFFFFF);
        })).isLessThan(0.005);
    }

    @Test
    void a_text_has_its_place_and_its_length() throws Exception {
        Font font = new Font(Typeface.bold(), 40);
        Consumer<Brush> drawing = brush -> {
            double end = brush.text(font, "left ", 20, 100.4, Argb.WHITE);
            brush.text(font, "elbow", end, 100.4, 0xFFFFFF00);
        };

        assertThat(extent(inTheWindow(drawing))).containsExactly(extent(onPixels(drawing)), within(1.0));
    }

    /** First and last column, first and last row that something light is in. */
    private static double[] extent(int[] picture) {
        int[] light = IntStream.range(0, picture.length).filter(i -> Argb.green(picture[i]) > 0xB0).toArray();
        IntUnaryOperator column = i -> i % WIDTH;
        return IntStream.of(Arrays.stream(light).map(column).min().orElseThrow(),
                Arrays.stream(light).map(column).max().orElseThrow(), light[0] / WIDTH,
                light[light.length - 1] / WIDTH).asDoubleStream().toArray();
    }

    /** Figures of JavaFX are not all of one width, which moves letters by a pixel. */
    @ParameterizedTest
    @CsvSource({"BOXES, 0.005", "SKELETON, 0.005", "LABELS, 0.15", "IDS, 0.15", "HUD, 0.15"})
    void every_layer_looks_the_same(Layer layer, double most) throws Exception {
        OverlayScene scene = new OverlayScene(List.of(People.walking(960, 0.9f)),
                new HudFigures("min latency", 61.8, 16.4, 0), 1, PictureFit.of(800, 960, WIDTH, HEIGHT), Sizes.WINDOW);

        assertThat(differing(brush -> FlatLayer.all().get(layer).draw(brush, scene))).isLessThan(most);
    }
}
