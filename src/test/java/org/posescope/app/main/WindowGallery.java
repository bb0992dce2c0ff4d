package org.posescope.app.main;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.posescope.app.settings.SettingsFile;
import org.posescope.app.settings.ThemeChoice;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.source.Sources;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.Fx;
import org.posescope.testkit.ScriptedStages;

import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/**
 * Takes pictures of the window to be looked at, in both themes and several sizes, with eight made-up people, nobody, nothing and while
 * something is opened: {@code WindowGallery CLIP FOLDER [NUMBER]}, where
 * a number chooses one of the sizes. Needs no models.
 */
final class WindowGallery {
    private static final int PEOPLE = 8;
    private static final List<int[]> SIZES = List.of(new int[] {900, 600}, new int[] {1280, 720},
            new int[] {1920, 1080}, new int[] {2560, 1440});
    private static final List<double[]> FIGURE = List.of(new double[] {0, -0.44}, new double[] {0.02, -0.46},
            new double[] {-0.02, -0.46}, new double[] {0.04, -0.45}, new double[] {-0.04, -0.45},
            new double[] {0.1, -0.33}, new double[] {-0.1, -0.33}, new double[] {0.14, -0.18},
            new double[] {-0.14, -0.18}, new double[] {0.15, -0.04}, new double[] {-0.15, -0.04},
            new double[] {0.06, 0}, new double[] {-0.06, 0}, new double[] {0.07, 0.22}, new double[] {-0.06, 0.22},
            new double[] {0.08, 0.45}, new double[] {-0.07, 0.45});

    private final Path clip;
    private final Path folder;

    private WindowGallery(Path clip, Path folder) throws Exception {
        this.clip = clip;
        this.folder = Files.createDirectories(folder);
    }

    public static void main(String[] args) throws Exception {
        Fx.start();
        WindowGallery gallery = new WindowGallery(Path.of(args[0]), Path.of(args[1]));
        int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        for (int[] size : SIZES.subList(first, args.length > 2 ? first + 1 : SIZES.size())) {
            gallery.shoot(size[0], size[1]);
        }
        Platform.exit();
    }

    /** Everybody is there for a part of the clip. */
    private static final class Crowd implements Stage {
        @Override
        public void process(Job job) {
            double second = job.frame().positionMicros() / 1e6;
            List<Person> people = new ArrayList<>();
            for (int id = 1; id <= PEOPLE; id++) {
                if (Math.sin(0.7 * second + id) > -0.6) {
                    people.add(person(id, job.frame().width(), job.frame().height(), second));
                }
            }
            job.people(people);
        }

        private static Person person(int id, int width, int height, double second) {
            double x = width * (id - 0.5 + 0.2 * Math.sin(second + id)) / PEOPLE;
            double y = height * (0.5 + 0.05 * Math.sin(id));
            double tall = 0.6 * height;
            List<Keypoint> points = FIGURE.stream().map(
                    at -> new Keypoint((float) (x + tall * at[0]), (float) (y + tall * at[1]), 0.9f)).toList();
            return new Person(id, 0.9f, Box.around(points), List.of(new Keypoints(Skeletons.COCO17, points)),
                    Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private void shoot(int width, int height) throws Exception {
        FramePool pool = new FramePool();
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch opens = new CountDownLatch(1);
        Path settings = Files.writeString(folder.resolve("settings.json"), String.format(Locale.ROOT,
                "{\"window\":{\"width\":%d,\"height\":%d},\"recent\":[\"%s\",\"/videos/a long name of a clip.mp4\"]}",
                width, height, clip));
        Services services = new Services(
                new ModelStore(ModelCatalog.bundled(),
                        new ModelFolders(folder.resolve("models"), Optional.empty())),
                new NpmClient(Optional.empty(), Duration.ofSeconds(1)), pool,
                (input, wanted, news) -> {
                    if (input.equals("slow")) {
                        await(opens);
                        throw new UserException("slow was cut off before its index; record or copy it again");
                    }
                    return Sources.openLasting(input, wanted, pool, news);
                }, new ScriptedStages(plan -> List.of(),
                        plan -> List.of(new StageSpec("find", 1, plan.following().smooth() ? Crowd::new : Empty::new))),
                List::of, Optional.empty(), new SettingsFile(settings), Optional.of(clip),
                folder.resolve("recordings"), Optional.empty(), Optional.of(folder.resolve("thumbnails")));
        MainWindow window = Fx
                .call(() -> new MainWindow(new javafx.stage.Stage(), services, Optional.of(clip.toString()),
                        closed::countDown));
        Fx.run(window::show);
        WindowModel model = window.model();
        Fx.await("people", () -> !model.video().people().get().isEmpty());
        TimeUnit.SECONDS.sleep(4);
        Fx.run(() -> model.transport().seekTo(0.4));
        TimeUnit.SECONDS.sleep(2);
        String size = width + "x" + height + "-";
        Map<String, Page> pages = Map.of("playing", new Page.None(), "settings", new Page.Preferences(), "keys",
                new Page.Keys(), "about", new Page.About(), "export", new Page.Export(), "queue", new Page.Queue(),
                "welcome", new Page.Welcome());
        for (ThemeChoice theme : ThemeChoice.values()) {
            Fx.run(() -> model.settings().update(each -> each.withTheme(theme)));
            for (Map.Entry<String, Page> page : pages.entrySet()) {
                Fx.run(() -> model.showPage(page.getValue()));
                save(size + theme.name().toLowerCase(Locale.ROOT) + "-" + page.getKey());
            }
            Fx.run(() -> model.showPage(new Page.None()));
        }
        Fx.run(() -> model.choose(model.settings().get().plan()
                .withFollowing(model.settings().get().plan().following().withSmoothing(false))));
        TimeUnit.SECONDS.sleep(6);
        save(size + "nobody");
        Fx.run(() -> model.open("slow"));
        save(size + "opening");
        opens.countDown();
        Fx.await("the error", () -> model.opening().get().isEmpty());
        save(size + "error");
        Fx.run(window::close);
        closed.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees nobody. */
    private static final class Empty implements Stage {
        @Override
        public void process(Job job) {
            job.people(List.of());
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private void save(String name) throws Exception {
        TimeUnit.MILLISECONDS.sleep(700);
        WritableImage image = Fx.call(() -> javafx.stage.Window.getWindows().getFirst().getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
    }
}
