package org.posescope.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.body.WorldFrame;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.RunProgress;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.console.Version;
import org.posescope.cli.option.InputOptions;
import org.posescope.cli.option.ModelChoice;
import org.posescope.cli.option.ModelFetcher;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.OutputOptions;
import org.posescope.cli.option.PipelineOptions;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.scene.Joints3dLayer;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.draw.scene.PosedBodies;
import org.posescope.draw.view.Composer;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.PeopleModels;
import org.posescope.pipeline.people.PeopleOptions;
import org.posescope.pipeline.people.Threads;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pose.Extrinsics;
import org.posescope.record.Coordinates;
import org.posescope.record.export.ExportSettings;
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
    private static final double MESH_OPACITY = 0.75;

    private final NpmClient npm;

    @Mixin
    private InputOptions input;
    @Mixin
    private ModelChoice choice;
    @Mixin
    private PipelineOptions pipeline;
    @Mixin
    private OutputOptions output;
    @Mixin
    private final ModelsOptions modelsOptions;
    @Spec
    private CommandSpec spec;

    public RunCommand(ModelsOptions modelsOptions, NpmClient npm) {
        this.npm = npm;
        this.modelsOptions = modelsOptions;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Layers layers = output.layers();
        Optional<Extrinsics> extrinsics = output.extrinsics();
        if (!output.noShow()) {
            err.println("posescope: run works without a window; 'posescope FILE' opens one");
        }
        try (FramePool pool = new FramePool(); CancelOnExit _ = CancelOnExit.ofThisThread()) {
            FrameSource source = input.open(pool, message -> err.println("posescope: " + message));
            PeopleModels networks = choice.resolve(modelsOptions.store(), new ModelFetcher(npm, err));
            try (RunProgress progress = new RunProgress(TerminalProgress.onConsole(), err, output.monitor(),
                    input.frames(source))) {
                return run(source, networks, layers, extrinsics, progress);
            }
        }
    }

    private int run(FrameSource source, PeopleModels networks, Layers layers, Optional<Extrinsics> extrinsics,
            RunProgress progress) throws InterruptedException {
        SourceInfo info = source.info();
        Mode mode = pipeline.mode(info.kind().live());
        Policy policy = info.kind().live() ? Policy.LIVE : Policy.EXACT;
        EngineOptions options = pipeline.engine(policy, mode);
        Threads threads = pipeline.threads();
        RunMeter meter = new RunMeter();
        PeopleOptions people = pipeline.people(choice.threshold(networks));
        if (networks.body().isPresent() && people.body().isPresent() && !people.body().get().isSmpl()) {
            spec.commandLine().getErr().println("posescope: " + people.body().get().name()
                    + " is not SMPL, so the shape that " + networks.body().get().card().id() + " sees is left out");
        }
        Optional<WorldFrame> world = extrinsics.map(camera -> new WorldFrame(camera, people.body()));
        try (Outputs outputs = new Outputs(output, info, input.path());
                Composer composer = composer(layers, people, world)) {
            ResultHandler handler = new ResultHandler(
                    output.pictures().isEmpty() ? Optional.empty() : Optional.of(composer), outputs, world,
                    output.raw() ? Optional.of(new RawResults(spec.commandLine().getOut())) : Optional.empty(),
                    progress, meter);
            Engine engine = new Engine(options, networks.stages(people, threads, mode),
                    new Playback(source, false, false), handler);
            boolean cancelled = false;
            try (engine) {
                engine.load();
                outputs.open(new ExportSettings(choice.preset(), networks.skeletons(), people.body(),
                        people.tracker().isPresent(), output.exportUnit(),
                        world.isPresent() ? Coordinates.WORLD : Coordinates.CAMERA));
                meter.started();
                engine.start();
                engine.awaitEnd();
            } catch (InterruptedException e) {
                cancelled = true;
            }
            MetricsSnapshot last = engine.snapshot();
            outputs.finish(last.counts().ended());
            source.warnings().forEach(progress::warn);
            outputs.warnings().forEach(progress::warn);
            handler.warnings(last.counts().failed() + last.counts().timedOut()).forEach(progress::warn);
            RunDescription description = new RunDescription(policy, choice.preset(), reported(networks, threads, mode),
                    options.requests(), threads.streams(), outputs.recording(), progress.warnings(),
                    Version.number());
            RunReport report = meter.report(last, description);
            output.report().ifPresent(file -> new ReportWriter().write(report, file));
            if (cancelled) {
                throw new InterruptedException();
            }
            engine.failure()
                    .ifPresent(cause -> spec.commandLine().getErr().println("posescope: " + cause.getMessage()));
            return engine.failure().isPresent() ? FAILED_WHILE_RUNNING : 0;
        }
    }

    private Composer composer(Layers layers, PeopleOptions people, Optional<WorldFrame> world) {
        Optional<PosedBodies> bodies = people.body().map(model -> new PosedBodies(model, people.lens()::camera));
        OverlayLayer mesh = bodies.<OverlayLayer>map(each -> new MeshLayer(each, MESH_OPACITY))
                .orElse((canvas, nobody, figures) -> {});
        Overlay overlay = Overlay.of(layers, mesh, new Joints3dLayer(people.lens()::camera));
        return new Composer(output.view(), () -> overlay, bodies, world);
    }

    private static List<RunReport.Model> reported(PeopleModels networks, Threads threads, Mode mode) {
        return networks.files().stream().map(file -> RunReport.Model.of(file.card(), threads.alone(mode))).toList();
    }
}
