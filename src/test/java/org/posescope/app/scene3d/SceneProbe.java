package org.posescope.app.scene3d;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.posescope.app.scene3d.camera.CameraDirector;
import org.posescope.app.scene3d.hardware.HardwareView;
import org.posescope.app.scene3d.posed.Bodies;
import org.posescope.app.scene3d.posed.PoseRequest;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.app.scene3d.posed.ScenePoser;
import org.posescope.app.scene3d.posed.Staging;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.Mannequin;
import org.posescope.pose.Person;

/**
 * Shows people in a window of its own and prints what was seen and how long it took, one {@code name=value} a line.
 * {@code SceneProbe pixels} or {@code SceneProbe times PEOPLE [BODY.npz]}.
 */
final class SceneProbe {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int MOMENTS = 240;

    private SceneProbe() {}

    public static void main(String[] args) throws Exception {
        SceneStage.startToolkit();
        boolean hardware = Platform.isSupported(ConditionalFeature.SCENE3D);
        System.out.println("hardware=" + hardware);
        if (args[0].equals("pixels")) {
            pixels(hardware, System.out);
        } else {
            BodyModel body = args.length > 2 ? BodyModelReader.read(Path.of(args[2])) : Mannequin.model();
            times(body, Integer.parseInt(args[1]), hardware, System.out);
        }
        Platform.exit();
    }

    private static void pixels(boolean hardware, PrintStream out) throws Exception {
        try (SceneStage stage = new SceneStage(Optional.of(Mannequin.model()), WIDTH, HEIGHT, hardware)) {
            out.println("empty=" + blue(stage));
            stage.show(Bodies.moment(0, Bodies.person(1, Bodies.walking(0, 0.4f, 3, 0.3))));
            out.println("mesh=" + blue(stage));
            stage.change(() -> {
                stage.model().meshProperty().set(false);
                stage.model().jointsProperty().set(true);
            });
            out.println("joints=" + blue(stage));
            stage.change(() -> stage.model().jointsProperty().set(false));
            out.println("nothing=" + blue(stage));
            stage.change(() -> stage.model().meshProperty().set(true));
            stage.change(stage.pane()::clear);
            out.println("cleared=" + blue(stage));
            out.println("notice=" + stage.model().noticeProperty().get());
        }
    }

    /** How many pixels of the scene have a person's colour, the id's tag above and the chips below left out. */
    private static long blue(SceneStage stage) throws Exception {
        stage.settle();
        WritableImage image = stage.picture();
        PixelReader pixels = image.getPixelReader();
        long count = 0;
        for (int y = HEIGHT / 4; y < HEIGHT - 50; y++) {
            for (int x = WIDTH / 4; x < 3 * WIDTH / 4; x++) {
                Color color = pixels.getColor(x, y);
                count += color.getSaturation() > 0.4 && Math.abs(color.getHue() - 205) < 25 ? 1 : 0;
            }
        }
        return count;
    }

    private static void times(BodyModel body, int people, boolean hardware, PrintStream out) throws Exception {
        try (SceneStage stage = new SceneStage(Optional.of(body), WIDTH, HEIGHT, hardware)) {
            stage.show(moment(people, 0));
            stage.settle();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long fx = SceneStage.onFx(() -> Thread.currentThread().threadId());
            ScenePoser poser = ScenePoser.forHardware();
            HardwareView view = SceneStage.onFx(() -> new HardwareView(new CameraDirector().orbit(),
                    stage.model().switches(), (moment, orbit) -> {}));
            double[] posing = new double[MOMENTS];
            double[] showing = new double[MOMENTS];
            for (int i = 0; i < MOMENTS; i++) {
                PoseRequest request = new PoseRequest(moment(people, i), new Staging(Optional.of(body), 0));
                long start = System.nanoTime();
                PosedScene posed = poser.pose(request);
                posing[i] = (System.nanoTime() - start) / 1e6;
                showing[i] = SceneStage.onFx(() -> {
                    long begun = System.nanoTime();
                    view.show(posed);
                    return (System.nanoTime() - begun) / 1e6;
                });
            }
            print(out, "posing off the FX thread, ms", posing);
            print(out, "showing on the FX thread, ms", showing);
            double before = threads.getThreadCpuTime(fx) / 1e6;
            for (int i = 0; i < MOMENTS; i++) {
                stage.show(moment(people, i));
                Thread.sleep(33);
            }
            out.printf(Locale.ROOT, "all of the FX thread's work a moment, ms of CPU: %.2f%n",
                    (threads.getThreadCpuTime(fx) / 1e6 - before) / MOMENTS);
        }
    }

    private static void print(PrintStream out, String what, double[] times) {
        Arrays.sort(times);
        out.printf(Locale.ROOT, "%s: median %.2f, p99 %.2f%n", what, times[times.length / 2],
                times[times.length * 99 / 100]);
    }

    private static SceneFrame moment(int people, int step) {
        Person[] all = new Person[people];
        for (int i = 0; i < people; i++) {
            all[i] = Bodies.person(i + 1, Bodies.walking(0.7f * i, 0.4f, 3, 0.4 * Math.sin(step / 6.0 + i)));
        }
        return Bodies.moment(step * 33_000L, all);
    }
}
