package org.posescope.app.main;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.posescope.app.banner.Notice;
import org.posescope.app.firstrun.FinderFetch;
import org.posescope.app.player.CameraOpener;
import org.posescope.app.player.NewestSlot;
import org.posescope.app.player.Player;
import org.posescope.app.pulse.PulseProbe;
import org.posescope.app.pulse.StartTimes;
import org.posescope.app.research.ModelImport;
import org.posescope.app.scene3d.Scene3dPane;
import org.posescope.app.settings.DelayedSave;
import org.posescope.app.settings.Folders;
import org.posescope.app.settings.OpeningPlace;
import org.posescope.app.settings.Settings;
import org.posescope.app.settings.SettingsFile;
import org.posescope.app.settings.SettingsModel;
import org.posescope.app.settings.WindowPlace;
import org.posescope.app.toolbar.CameraModel;
import org.posescope.app.video.MeshView;
import org.posescope.app.video.VideoPane;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkThreads;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.importer.GraphImporter;
import org.posescope.model.install.ModelInstaller;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pose.Lens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window: makes its parts, knows which of them have to be closed, and closes them. FX thread. */
public final class MainWindow implements Commands.Shell {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final Duration SAVE_DELAY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Stage stage;
    private final Services services;
    private final Runnable closed;
    private final FileDialogs dialogs;
    private final WorkThreads works = new WorkThreads(Platform::runLater);
    private final NewestSlot newest = new NewestSlot();
    private final KeptClips kept;
    private final PulseProbe probe = new PulseProbe();
    private final StartTimes start = new StartTimes();
    private final DelayedSave saving;
    private final CameraInUse lens = new CameraInUse(Lens.DEFAULT);
    private final Player player;
    private final WindowModel model;
    private final ClipModels clips;
    private final VideoPane video;
    private final Scene3dPane scene;
    private final Pulse pulse;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final MainView view;
    private final PageViews pages;
    private boolean closing;

    /**
     * @param input  played as soon as the window is there; empty: the demo clip, else the user is asked for a video
     * @param closed told on the FX thread when the window is gone and everything is freed
     */
    public MainWindow(Stage stage, Services services, Optional<String> input, Runnable closed) {
        this.stage = stage;
        this.services = services;
        this.closed = closed;
        this.dialogs = new FileDialogs(stage, works.of(WorkKind.FILES));
        Theme.loadFonts();
        SettingsFile.Loaded loaded = services.settings().load();
        saving = new DelayedSave(services.settings()::save, SAVE_DELAY);
        Settings settings = loaded.settings();
        kept = new KeptClips(services.motion());
        CameraOpener opener = new CameraOpener(services.sources());
        player = new Player(opener, services.stages(), settings.plan(), settings.mode(), kept, newest,
                services.pool());
        model = new WindowModel(player, new SettingsModel(settings, saving::changed));
        model.settings().settings().map(Settings::camera).subscribe(opener::choose);
        model.video().identitiesFrom(kept::identity);
        player.listen(new PlayerEvents(model, Platform::runLater));
        // Models are loaded on the player's thread while the window is made.
        input.or(() -> services.demo().map(Path::toString)).ifPresentOrElse(model::open,
                () -> model.showPage(new Page.Welcome()));
        model.settings().settings().map(Settings::plan).subscribe(plan -> lens.use(plan.place().lens()));
        clips = new ClipModels(services, model, player, kept, works, lens, newest);
        newest.listen(clips.send()::accept);
        MeshView mesh = new MeshView(clips::bodies);
        video = new VideoPane(model.video(), mesh);
        clips.mirrored().subscribe(video::mirror);
        Commands commands = new Commands(model, clips, video::shown, dialogs, this);
        CameraModel cameras = new CameraModel(services.cameras(), works.of(WorkKind.CAMERAS));
        scene = new Scene3dPane(services.body(), clips.scene());
        pages = pages(commands);
        view = new MainView(model, commands, new MainView.Parts(video, mesh.available(), scene.node(), clips, cameras,
                services.models().catalog().presets(), new PresetFiles(services.models(), works.of(WorkKind.FILES))),
                pages);
        pulse = new Pulse(newest, model, video, scene, probe, start, clips, lens, player);
        dress(settings, commands);
        loaded.warning().ifPresent(warning -> model.notices().show(Notice.warning(warning)));
    }

    private PageViews pages(Commands commands) {
        ModelInstaller installer = new ModelInstaller(services.models(), services.npm(),
                new GraphImporter(services.models()));
        model.findersFrom(new FinderFetch(installer::install, works.of(WorkKind.FINDER), model.notices(),
                () -> model.choose(model.settings().get().plan()))::offer);
        return new PageViews(model, commands, new PageViews.Known(services.models(), installer::install,
                new ModelImport(services.models()), services.demo(), services.recordings(), dialogs::models,
                dialogs.forQueue(() -> model.settings().get().recent()),
                new Folders(services.recordings(), dialogs::recordings, clips::showFolder), clips::thumbnail),
                clips.exports(), dialogs, works);
    }

    private void dress(Settings settings, Commands commands) {
        Scene scene = OpeningPlace.open(stage, view, settings.window());
        Theme.style(scene);
        model.settings().settings().map(Settings::theme).subscribe(theme -> Theme.apply(theme, scene));
        KeyHandling.install(scene, view.areas(), () -> model.page().get().controlled(), view::beside,
                commands::perform);
        DropTarget.install(view, files -> clips.avatar().dropped(files, pages::dropped));
        model.source().subscribe(source -> stage.setTitle(SourceText.title(source)));
        stage.getIcons().setAll(Theme.icons());
        stage.setFullScreenExitHint("");
        stage.setOnCloseRequest(event -> {
            event.consume();
            closeUnlessBusy();
        });
    }

    /** Brings the window to the screen. */
    public void show() {
        stage.show();
        start.windowShown();
        pulse.start();
    }

    /** Shows one sentence about something that went wrong while the rest goes on. FX thread. */
    public void warn(String sentence) {
        model.warned(sentence);
    }

    /** Shows people as the figure of a file. FX thread. */
    public void wear(Path avatar) {
        clips.avatar().open(avatar);
    }

    /** Names where the last lines of the log come from. FX thread. */
    public void logFrom(Supplier<List<String>> lines) {
        pages.logFrom(lines);
    }

    /** The state behind the window. */
    WindowModel model() {
        return model;
    }

    /** People in 3D. */
    Scene3dPane scene() {
        return scene;
    }

    /** Measures the FX thread since the window was shown. */
    PulseProbe probe() {
        return probe;
    }

    @Override
    public void toggleFigures() {
        view.toggleFigures();
    }

    @Override
    public void togglePicture() {
        view.panes().togglePicture();
    }

    @Override
    public void toggleScene() {
        view.panes().toggleScene();
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void askForPlace() {
        view.askForPlace();
    }

    @Override
    public void nextButtons() {
        view.areas().next(stage.getScene());
    }

    private void closeUnlessBusy() {
        Optional<String> ends = clips.underWay().or(pages::underWay);
        if (ends.isPresent() && !closing) {
            model.notices().show(Notice.question(ends.get(),
                    List.of(new Notice.Answer("Close the window", this::close))));
        } else {
            close();
        }
    }

    /**
     * Hides the window, at once unless a recording has to be saved, and cancels what nobody will see the end of; what takes time is
     * ended on another thread. Again it only hides the window.
     */
    public void close() {
        if (closing) {
            stage.hide();
            return;
        }
        closing = true;
        model.settings().update(each -> each.withWindow(place()));
        pulse.stop();
        if (clips.record().recording().get() || clips.record().changing().get()) {
            model.notices().show(Notice.progress("Saving the recording; the window closes when that is done…"));
        } else {
            stage.hide();
        }
        Thread.ofPlatform().name("posescope-close")
                .uncaughtExceptionHandler((thread, error) -> LOG.error("the window did not end properly", error))
                .start(this::endEverything);
    }

    private WindowPlace place() {
        Scene scene = stage.getScene();
        return new WindowPlace(Math.max(WindowPlace.LEAST_WIDTH, scene.getWidth()),
                Math.max(WindowPlace.LEAST_HEIGHT, scene.getHeight()), stage.isMaximized(), view.panes().divider());
    }

    private void endEverything() {
        try {
            end();
        } finally {
            Platform.runLater(this::free);
        }
    }

    /** From the last to the first, whatever one of them throws. */
    private void free() {
        stage.hide();
        try (Closing _ = closed::run; Closing _ = services.pool()::close; Closing _ = scene::close) {
            video.close();
        }
    }

    /** A part that is closed. */
    @FunctionalInterface
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Ends recording and playing, cancels installations, imports and exports, and saves the settings, but frees nothing that the window
     * may still show: for the end of the program. Any thread but the FX thread; waits until it is done. Again it does nothing.
     */
    public void end() {
        if (ended.getAndSet(true)) {
            return;
        }
        LOG.info("{}; FX thread: {}", start, probe.report());
        try (Closing _ = newest::close;
                Closing _ = kept::close;
                Closing _ = clips::endThreads;
                Closing _ = player::close;
                Closing _ = clips.send()::close;
                Closing _ = clips.record()::close;
                Closing _ = this::endWork) {
            saving.close();
        }
    }

    private void endWork() {
        try {
            works.end(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
