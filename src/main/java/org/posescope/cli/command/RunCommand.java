package org.posescope.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.posescope.batch.ProgressFile;
import org.posescope.body.BodyModel;
import org.posescope.body.WorldFrame;
import org.posescope.body.floor.Ground;
import org.posescope.body.math.Rotation;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.RunProgress;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.console.Version;
import org.posescope.cli.length.LengthLook;
import org.posescope.cli.length.LengthOptions;
import org.posescope.cli.option.InputOptions;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.cli.option.OutputOptions;
import org.posescope.cli.option.PartOptions;
import org.posescope.cli.option.PictureOptions;
import org.posescope.cli.option.PlanOptions;
import org.posescope.draw.Overlay;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.angle.AngleLayer;
import org.posescope.draw.angle.AngleReading;
import org.posescope.draw.angle.ArcChoice;
import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarBodies;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.Joints3dLayer;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.draw.scene.PosedBodies;
import org.posescope.draw.view.Composer;
import org.posescope.error.Cleanup;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.length.KnownLength;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.Coordinates;
import org.posescope.record.export.ExportSettings;
import org.posescope.report.CameraReport;
import org.posescope.report.ReportWriter;
import org.posescope.report.RunDescription;
import org.posescope.report.RunMeter;
import org.posescope.report.RunReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds the people of a video and writes what was found. */
@Command(name = "run",
        description = "Find people in a video, an image, a folder or a camera; write annotated pictures and motion.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final int FAILED_WHILE_RUNNING = 1;

    private final NpmClient npm;

    @Mixin
    private InputOptions input;
    @Mixin
    private PartOptions part;
    @Mixin
    private PlanOptions planned;
    @Mixin
    private LengthOptions length;
    @Mixin
    private OutputOptions output;
    @Mixin
    private final ModelsOptions models;
    @Spec
    private CommandSpec spec;

    /** What people are found with, and what they are put into space by. */
    private record Means(Plan plan, Networks networks, Optional<BodyModel> body, Optional<WorldFrame> world,
            Optional<Avatar> avatar) {}

    public RunCommand(ModelsOptions models, NpmClient npm) {
        this.npm = npm;
        this.models = models;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        output.layers();
        output.arcs();
        output.normal();
        output.files().require(input.path());
        Optional<Avatar> avatar = output.avatar();
        Plan plan = planned.plan();
        Optional<KnownLength> known = length.known(plan.place());
        Optional<Extrinsics> extrinsics = output.extrinsics();
        if (output.pictures().isEmpty()) {
            PictureOptions.requireNone(spec.commandLine().getParseResult());
        }
        try (FramePool pool = new FramePool(); CancelOnExit cancel = CancelOnExit.ofThisThread()) {
            FrameSource whole = input.open(pool, message -> err.println("posescope: " + message));
            FrameSource source = Cleanup.onFailure(() -> part.of(whole, input.loops()), whole::close);
            NetworkSupply supply = new NetworkSupply(models.store(), npm, err);
            Networks networks = supply.resolve(plan);
            Optional<BodyModel> body = supply.ask(factory -> factory.body(plan));
            body.filter(model -> networks.body().isPresent() && !model.isSmpl())
                    .ifPresent(model -> err.println("posescope: " + model.name() + " is not SMPL, so the shape that "
                            + networks.body().get().card().id() + " sees is left out"));
            Plan sized = known.isEmpty()
                    ? plan
                    : new LengthLook(plan, networks, body).sized(known.get(), source.info(),
                            () -> input.open(pool, supply::tell), supply::tell);
            try (RunProgress progress = new RunProgress(TerminalProgress.onConsole(), err, output.monitor(),
                    part.frames(source.info(), input.frames(source)), ProgressFile.of(System.getenv()))) {
                return run(source, new Means(sized, networks, body, extrinsics.map(each -> new WorldFrame(each, body)),
                        avatar), progress, cancel);
            }
        }
    }

    private int run(FrameSource source, Means means, RunProgress progress, CancelOnExit cancel)
            throws InterruptedException {
        SourceInfo info = source.info();
        Mode mode = planned.mode(info.kind().live());
        Policy policy = info.kind().live() ? Policy.LIVE : Policy.EXACT;
        output.smaller(info).ifPresent(progress::warn);
        RunMeter meter = new RunMeter();
        CameraInUse camera = new CameraInUse(means.plan.place().lens());
        SceneWatch scene = new SceneWatch(camera, means.body, means.world.isEmpty());
        try (Outputs outputs = new Outputs(output, source);
                Composer composer = composer(means, camera, scene, output.lines(info))) {
            outputs.check(exportSettings(means));
            ResultHandler handler = new ResultHandler(
                    output.pictures().isEmpty() ? Optional.empty() : Optional.of(composer), outputs, means.world,
                    output.raw() ? Optional.of(new RawResults(spec.commandLine().getOut())) : Optional.empty(),
                    progress, meter, scene, means.networks.lifts());
            Engine engine = new Engine(EngineOptions.of(policy, mode, means.plan.machine().framesInFlight()),
                    means.networks.stages(means.plan, means.body, mode), new Playback(source, false, false), handler);
            EngineRun run = EngineRun.of(engine, () -> {
                outputs.open(exportSettings(means));
                if (!output.tellsAnything()) {
                    spec.commandLine().getErr()
                            .println("posescope: nothing of this run is written; -o, --json, --export and "
                                    + "--report FILE, --send ADDRESS, --raw and --monitor give results, and 'posescope FILE' opens a window");
                }
                meter.started();
            }, () -> {});
            Counts counts = run.figures().counts();
            // A file that cannot be finished costs neither the others nor the report.
            cancel.write(output.files().finishing(counts.ended()), spec.commandLine().getErr(),
                    () -> Cleanup.all(() -> outputs.finish(counts.ended()), () -> {
                        Stream.of(source.warnings(), DroppedFrames.sentences(counts), outputs.warnings(),
                                handler.warnings()).flatMap(List::stream)
                                .forEach(progress::warn);
                        RunReport report = meter.report(run.figures(), RunDescription
                                .of(means.plan, means.networks, policy, mode, Version.number())
                                .with(outputs.recording(), progress.warnings()).withCamera(
                                        scene.facts().map(facts -> CameraReport.of(facts, estimatesLens(means)))));
                        output.report().ifPresent(file -> new ReportWriter().write(report, file));
                    }));
            run.requireNotCancelled();
            run.failure().ifPresent(cause -> spec.commandLine().getErr().println("posescope: " + cause.getMessage()));
            return run.failure().isPresent() ? FAILED_WHILE_RUNNING : 0;
        }
    }

    private static boolean estimatesLens(Means means) {
        return means.plan.place().estimatesLens();
    }

    private ExportSettings exportSettings(Means means) {
        return new ExportSettings(means.plan.networks().preset(), means.networks.skeletons(), means.body,
                means.plan.following().track(), output.exportUnit(),
                means.world.isPresent() ? Coordinates.WORLD : Coordinates.CAMERA, output.normal());
    }

    /** As exports have them: in the world where that is known, else by the floor as far as it is. */
    private static List<AngleReading> readings(ArcChoice arcs, Person person, Means means, SceneWatch scene) {
        return means.world.map(world -> arcs.of(world.people(List.of(person)).getFirst(), Rotation.IDENTITY))
                .orElseGet(() -> arcs.of(person,
                        scene.facts().flatMap(CameraFacts::ground).map(Ground::upright).orElse(Rotation.IDENTITY)));
    }

    private Composer composer(Means means, CameraInUse lens, SceneWatch scene, int lines) {
        OverlayLayer mesh = bodies(means, lens).<OverlayLayer>map(each -> new MeshLayer(each, MeshLayer.OPACITY))
                .orElse((canvas, nobody, micros, figures) -> {});
        Overlay layers = Overlay.of(output.layers(), mesh, new Joints3dLayer(lens));
        Overlay overlay = output.arcs()
                .map(arcs -> layers.with(new AngleLayer(person -> readings(arcs, person, means, scene))))
                .orElse(layers).mirrored(output.mirror());
        return new Composer(output.view(), () -> overlay, bodies(means, lens), means.world, lines);
    }

    /** For the picture or for the 3D scene: what swings swings in each for itself. */
    private static Optional<BodyMeshes> bodies(Means means, CameraInUse lens) {
        return means.body.map(model -> new AvatarBodies(new PosedBodies(model, lens), () -> means.avatar));
    }
}
