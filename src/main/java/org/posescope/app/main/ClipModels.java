package org.posescope.app.main;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.app.banner.Notice;
import org.posescope.app.analysis.AnalysisModel;
import org.posescope.app.export.ClipRun;
import org.posescope.app.export.ExportModel;
import org.posescope.app.export.Exporter;
import org.posescope.app.live.SendModel;
import org.posescope.app.measure.MeasureModel;
import org.posescope.app.measure.Measuring;
import org.posescope.app.player.LookBack;
import org.posescope.app.player.NewestSlot;
import org.posescope.app.player.Player;
import org.posescope.app.recent.Thumbnails;
import org.posescope.app.record.OutputNames;
import org.posescope.app.record.PictureStyle;
import org.posescope.app.record.RecordModel;
import org.posescope.app.record.Recorder;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.render.RenderModel;
import org.posescope.app.render.Renderer;
import org.posescope.app.scene3d.AvatarModel;
import org.posescope.app.scene3d.Scene3dModel;
import org.posescope.app.settings.Settings;
import org.posescope.app.settings.ThemeChoice;
import org.posescope.app.sound.SoundModel;
import org.posescope.app.sound.SoundPlayer;
import org.posescope.app.timeline.PeopleModel;
import org.posescope.app.timeline.TimelineModel;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkThreads;
import org.posescope.body.BodyModel;
import org.posescope.draw.PersonNames;
import org.posescope.draw.avatar.AvatarBodies;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.PosedBodies;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.band.NormalBands;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.kept.MotionKey;
import org.posescope.plan.Plan;
import org.posescope.record.Coordinates;
import org.posescope.record.live.LiveFacts;
import org.posescope.record.live.LiveOutput;
import org.posescope.record.live.SendTarget;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/** What is done with the clip that is open besides playing it: recorded, rendered, exported, analysed, and its people over time. FX thread. */
final class ClipModels {
    private final Services services;
    private final WindowModel model;
    private final KeptClips kept;
    private final CameraInUse lens;
    private final RecordModel record;
    private final RenderModel render;
    private final ExportModel exports;
    private final AnalysisModel analysis;
    private final TimelineModel timeline;
    private final PeopleModel people;
    private final MeasureModel measure;
    private final Measuring measuring;
    private final SendModel send;
    private final Scene3dModel scene = new Scene3dModel();
    private final AvatarModel avatar;
    /** For any thread. */
    private final Supplier<RecordingChoice> choice;
    private final OutputNames names;
    /** That people have by the plan that is in effect; for any thread. */
    private final AtomicReference<Optional<BodyModel>> body;
    private final SoundPlayer speaker = SoundPlayer.ofSystem();
    private final SoundModel sound;
    private final LookBack lookBack;
    private final FileManager folders;
    private final Optional<Thumbnails> thumbnails;

    ClipModels(Services services, WindowModel model, Player player, KeptClips kept, WorkThreads works,
            CameraInUse lens, NewestSlot newest) {
        this.services = services;
        body = new AtomicReference<>(services.body());
        this.model = model;
        this.kept = kept;
        this.lens = lens;
        folders = new FileManager(works.of(WorkKind.FILES), model.notices());
        thumbnails = services.thumbnails()
                .map(folder -> new Thumbnails(folder, services.pool(), works.of(WorkKind.FILES)));
        thumbnails.ifPresent(each -> newest.listen(each::seen));
        lookBack = new LookBack(newest, services.pool());
        newest.listen(lookBack::seen);
        model.transport().lookBackBy(lookBack);
        model.video().namesFrom(this::name);
        choice = model.settings().now(Settings::recording);
        scene.namesProperty().set(this::name);
        model.settings().settings().map(Settings::theme)
                .subscribe(theme -> scene.lightProperty().set(theme == ThemeChoice.LIGHT));
        avatar = new AvatarModel(scene, works.of(WorkKind.AVATAR), why -> model.notices().show(Notice.error(why)));
        names = new OutputNames(() -> choice.get().folder(services.recordings()));
        Recorder recorder = recorder();
        record = new RecordModel(player, recorder, model.notices(), works, Platform::runLater);
        record.foldersBy(this::showFolder);
        ClipRun runs = new ClipRun(services.sources(), services.stages(), kept, player.pictures());
        analysis = new AnalysisModel(runs::analyse, kept::isWhole, () -> model.settings().get().plan(),
                model.notices(), works.of(WorkKind.ANALYSIS), System::nanoTime);
        render = new RenderModel(new Renderer(runs, recorder, model.settings().now(Settings::plan)), model.notices(),
                works.of(WorkKind.RENDERING), System::nanoTime, this::showFolder);
        people = new PeopleModel(kept, model.transport(), scene::renamed, player::lookAgain);
        timeline = new TimelineModel(model.transport(),
                new TimelineModel.Motion(kept::changes, (source, plan) -> kept.attendance(source,
                        MotionKey.of(plan, services.stages()))),
                works.of(WorkKind.TIMELINE));
        // What is on the screen was found when less of the clip was known.
        analysis.whenDone(player::lookAgain);
        timeline.whenKnown(() -> {
            if (model.video().outdated()) {
                player.lookAgain();
            }
        });
        measure = new MeasureModel(model.transport(), timeline,
                new MeasureModel.Found(kept::changes, (source, plan) -> kept.found(source,
                        MotionKey.of(plan, services.stages()))),
                services.body(), works.of(WorkKind.MEASURING));
        measuring = Measuring.of(measure, works.of(WorkKind.FILES), services.body(), model.settings().get().measure(),
                this::scale, change -> model.settings().update(each -> each.withMeasure(change.apply(each.measure()))));
        send = new SendModel((address, facts) -> LiveOutput.open(SendTarget.of(address), facts),
                works.of(WorkKind.SENDING), new SendModel.Memory(model.settings().get().send(),
                        chosen -> model.settings().update(each -> each.withSend(chosen)),
                        why -> model.notices().show(Notice.warning(why))));
        exports = ExportModel.of(exporter(runs), () -> model.settings().get().plan(), model.notices(),
                works.of(WorkKind.EXPORT));
        sound = SoundModel.of(speaker, model.transport(), model.notices(), model.settings().get().sound(),
                Platform::runLater);
        sound.choice().subscribe(choice -> model.settings().update(each -> each.withSound(choice)));
    }

    /** Whether what plays is shown as a mirror shows it. */
    ObservableValue<Boolean> mirrored() {
        return model.source().flatMap(source -> model.settings().settings().map(settings -> settings.camera().mirrored()
                && source.filter(info -> info.kind() == SourceInfo.Kind.CAMERA).isPresent()));
    }

    private Recorder recorder() {
        AtomicReference<PictureStyle> style = new AtomicReference<>();
        mirrored().flatMap(mirror -> model.video().layers().map(layers -> new PictureStyle(layers, mirror)))
                .subscribe(style::set);
        return new Recorder(services.pool(), names,
                new Recorder.Drawn(choice, style::get, this::bodies, lens,
                        person -> measure.arcs().apply(person), this::name));
    }

    /** Shows a folder, or where a file lies. */
    void showFolder(Path file) {
        folders.show(file);
    }

    private Exporter exporter(ClipRun runs) {
        AtomicReference<NormalBands> normal = new AtomicReference<>();
        measuring.bands().bands().subscribe(normal::set);
        Exporter exporter = new Exporter(runs, names, services.stages(), services.body(), normal::get);
        exporter.foldersBy(this::showFolder);
        return exporter;
    }

    private void scale(double factor) {
        Plan plan = model.settings().get().plan();
        model.choose(plan.withPlace(plan.place().withScale(factor)));
    }

    /** For one thread that draws. */
    Optional<BodyMeshes> bodies(CameraInUse seenBy) {
        return services.body().map(plain -> new AvatarBodies(
                new PosedBodies(() -> body.get().orElse(plain), seenBy), avatar::worn));
    }

    /** What somebody is called. Any thread. */
    String name(int id) {
        return id == 0 ? PersonNames.NUMBERS.of(id) : kept.edits().name(id);
    }

    /**
     * Keeps in step with what is open and how people are looked for.
     *
     * @param shown told whenever people may have another body
     */
    void follow(Consumer<Optional<BodyModel>> shown) {
        model.source().subscribe(source -> useBody(shown));
        model.settings().settings().map(Settings::plan).subscribe(plan -> useBody(shown));
        model.source().subscribe(record::sourceChanged);
        model.source().subscribe(sound::changed);
        model.source().subscribe(source -> offerExports());
        model.transport().marks().span().subscribe(span -> offerExports());
        model.source().subscribe(analysis::changed);
        model.source().subscribe(source -> people.opened());
        model.source().subscribe(source -> send.plays(source.map(this::facts)));
        model.source().subscribe(measuring.length()::opened);
        model.source().subscribe(source -> measure.changed(source, model.settings().get().plan()));
        model.source().subscribe(source -> timeline.changed(source, model.settings().get().plan()));
        model.settings().settings().map(Settings::plan)
                .subscribe(plan -> {
                    analysis.changed(model.source().get());
                    timeline.changed(model.source().get(), plan);
                    measure.changed(model.source().get(), plan);
                    measuring.length().placed(plan.place());
                    send.plays(model.source().get().map(this::facts));
                });
        record.last().subscribe(span -> offerExports());
    }

    private void offerExports() {
        exports.offer(model.source().get(), model.transport().marks().marked(), record.last().get());
    }

    /** What is read for it was read for the stages of what plays. */
    private void useBody(Consumer<Optional<BodyModel>> shown) {
        if (model.source().get().isPresent()) {
            body.set(services.stages().body(model.settings().get().plan()).or(services::body));
            shown.accept(body.get());
        }
    }

    /** What closing the window would end; empty: nothing. */
    Optional<String> underWay() {
        return new UnderWay(exports.running(), render.running(), record.recording()).sentence();
    }

    /** The address of a picture of what was opened by a name, which need not be there. */
    String thumbnail(String input) {
        return thumbnails.map(each -> each.address(input)).orElse("file:missing");
    }

    RecordModel record() {
        return record;
    }

    RenderModel render() {
        return render;
    }

    ExportModel exports() {
        return exports;
    }

    AnalysisModel analysis() {
        return analysis;
    }

    private LiveFacts facts(SourceInfo source) {
        Plan plan = model.settings().get().plan();
        return new LiveFacts(source, plan.networks().preset(), services.stages().skeletons(plan), body.get(),
                Coordinates.CAMERA);
    }

    /** What the 3D view shows and how. */
    Scene3dModel scene() {
        return scene;
    }

    AvatarModel avatar() {
        return avatar;
    }

    SendModel send() {
        return send;
    }

    MeasureModel measure() {
        return measure;
    }

    /** What the page Measure works with. */
    Measuring measuring() {
        return measuring;
    }

    TimelineModel timeline() {
        return timeline;
    }

    PeopleModel people() {
        return people;
    }

    SoundModel sound() {
        return sound;
    }

    /** Falls silent and looks back no more, for good. Any thread. */
    void endThreads() {
        speaker.close();
        lookBack.close();
    }
}
