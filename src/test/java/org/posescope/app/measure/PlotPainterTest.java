package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.posescope.app.controls.CanvasInk;
import org.posescope.app.timeline.Stretch;
import org.posescope.body.math.Rotation;
import org.posescope.frame.source.Span;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.series.CurveRuns;
import org.posescope.measure.series.ValueRange;
import org.posescope.testkit.Fx;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

class PlotPainterTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 500;
    private static final long SECOND = 1_000_000;
    private static final double MOST_MILLIS = 8;
    private static final int STRETCHES = 50;
    private static final int ROUNDS = 5;

    @BeforeAll
    static void start() throws InterruptedException {
        Fx.start();
    }

    private static AngleSeries series(int frames, long fps, List<Curve> curves) {
        List<FrameAngles> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            double knee = 60 + 50 * Math.sin(i / 9.0) + i % 7;
            all.add(FrameAngles.of(i * SECOND / fps,
                    List.of(BentPeople.bent(1, knee), BentPeople.bent(2, 170 - knee)), Rotation.IDENTITY));
        }
        return AngleSeries.of(all, curves, Rotation.IDENTITY);
    }

    /** The same is normal for all curves, but for one. */
    private record Alike(Optional<NormalBand> normal) implements PlotPainter.Normal {
        @Override
        public Optional<NormalBand> band(Curve curve) {
            return normal.filter(_ -> curve.angle() != PoseAngle.RIGHT_KNEE_FLEXION);
        }

        @Override
        public OptionalDouble outside(Curve curve) {
            return OptionalDouble.of(0.25);
        }
    }

    private static PlotPainter.Scene scene(AngleSeries series, Stretch seen, Optional<NormalBand> normal) {
        return new PlotPainter.Scene(series, seen, Span.WHOLE, id -> "#" + id,
                curve -> Optional.of(new ValueRange(0, 1, 0.5)), new Alike(normal));
    }

    @Test
    void eight_curves_over_ten_minutes_at_60_hz_take_less_than_8_ms_of_the_fx_thread() throws Exception {
        List<Curve> curves = Stream.of(PoseAngle.LEFT_KNEE_FLEXION, PoseAngle.RIGHT_KNEE_FLEXION,
                PoseAngle.LEFT_HIP_FLEXION, PoseAngle.RIGHT_HIP_FLEXION).map(each -> new Curve(0, each)).toList();
        AngleSeries series = series(36_000, 60, curves);
        double[] millis = new double[STRETCHES];
        Arrays.fill(millis, Double.POSITIVE_INFINITY);

        // The fastest round, so that neither the compiler nor others on the machine are measured.
        for (int round = 0; round < ROUNDS; round++) {
            Fx.run(() -> draw(series, millis));
        }

        Arrays.sort(millis);
        assertThat(series.degrees()).hasSize(8);
        assertThat(millis[STRETCHES - 1]).as("the slowest of %s", Arrays.toString(millis))
                .isLessThan(MOST_MILLIS);
    }

    /** Each time another part, from all of it to a second, as somebody who comes nearer sees it; notes the processor time where it is less. */
    private static void draw(AngleSeries series, double[] millis) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            long length = Math.round(600 * SECOND * Math.pow(1 / 600.0, stretch / (STRETCHES - 1.0)));
            long before = threads.getCurrentThreadCpuTime();
            new PlotPainter(canvas.getGraphicsContext2D(), new CanvasInk(Color.WHITE), WIDTH, HEIGHT)
                    .draw(scene(series, new Stretch(0, length), Optional.of(NormalBand.constant(0, 65))));
            millis[stretch] = Math.min(millis[stretch], (threads.getCurrentThreadCpuTime() - before) / 1e6);
            if (stretch % 10 == 0) {
                // As a pulse does, so that drawing begins with an empty buffer.
                WritableImage _ = canvas.snapshot(null, null);
            }
        }
    }

    @Test
    void a_curve_is_drawn_in_the_colour_of_the_side_where_its_values_are() throws Exception {
        Curve knee = new Curve(1, PoseAngle.LEFT_KNEE_FLEXION);
        AngleSeries series = AngleSeries.of(List.of(
                FrameAngles.of(0, List.of(BentPeople.bent(1, 20)), Rotation.IDENTITY),
                FrameAngles.of(SECOND / 4, List.of(BentPeople.bent(1, 20)), Rotation.IDENTITY),
                FrameAngles.of(SECOND / 2, List.of(), Rotation.IDENTITY)), List.of(knee), Rotation.IDENTITY);

        List<Color> colours = Fx.call(() -> {
            Canvas canvas = new Canvas(400, 200);
            new PlotPainter(canvas.getGraphicsContext2D(), new CanvasInk(Color.WHITE), 400, 200)
                    .draw(scene(series, new Stretch(0, SECOND), Optional.empty()));
            SnapshotParameters black = new SnapshotParameters();
            black.setFill(Color.BLACK);
            WritableImage image = canvas.snapshot(black, null);
            return columns(image.getPixelReader(), 400, 200);
        });

        Color line = CurveInk.of(knee, List.of(knee), new CanvasInk(Color.WHITE)).color();
        double way = 400 - PlotPainter.LEFT - PlotPainter.RIGHT;
        assertThat(colours.get((int) (PlotPainter.LEFT + way / 8)).getHue()).isCloseTo(line.getHue(), within(3.0));
        assertThat(colours.get((int) (PlotPainter.LEFT + way / 8)).getSaturation()).isGreaterThan(0.5);
        assertThat(colours.get((int) (PlotPainter.LEFT + way / 2)).getSaturation()).isLessThan(0.1);
        assertThat(CurveRuns.place(series.micros(), SECOND / 4)).isEqualTo(1);
    }

    @Test
    void the_plot_has_half_of_the_height_however_many_curves_there_are() {
        assertThat(PlotPainter.rows(4, 500)).isEqualTo(4);
        assertThat(PlotPainter.rows(12, 250)).isEqualTo(5);
        assertThat(PlotPainter.top(PlotPainter.rows(12, 250))).isLessThanOrEqualTo(125);
        assertThat(PlotPainter.rows(12, 20)).isEqualTo(1);
        assertThat(PlotPainter.rows(0, 500)).isZero();
    }

    /** The colour in each column that is farthest from grey, below the table. */
    private static List<Color> columns(PixelReader pixels, int width, int height) {
        List<Color> strongest = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            Optional<Color> best = Optional.empty();
            for (int y = (int) PlotPainter.top(1); y < height; y++) {
                Color now = pixels.getColor(x, y);
                if (best.isEmpty() || now.getSaturation() * now.getBrightness() > best.get().getSaturation()
                        * best.get().getBrightness()) {
                    best = Optional.of(now);
                }
            }
            strongest.add(best.orElseThrow());
        }
        return strongest;
    }
}
