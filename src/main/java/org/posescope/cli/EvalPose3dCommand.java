package org.posescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.error.UserException;
import org.posescope.eval.JointSource;
import org.posescope.eval.Pose3dEvaluation;
import org.posescope.eval.Pose3dFigures;
import org.posescope.eval.PoseTruth;
import org.posescope.frame.FramePool;
import org.posescope.frame.Sources;
import org.posescope.infer.StepListener;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.FrameResult;
import org.posescope.pipeline.Mode;
import org.posescope.pipeline.Outcome;
import org.posescope.pipeline.Playback;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.people.PeopleOptions;
import org.posescope.pipeline.people.PeopleModels;
import org.posescope.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the 3D joints of a clip whose truth is known, smoothed and as the networks give them. */
@Command(name = "pose3d", mixinStandardHelpOptions = true, description = {
    "Measure the 3D joints that a preset finds in a clip whose truth is known.",
    "MPJPE: mean distance of joints relative to the hips. PA-MPJPE: the same after rotation, scale and translation are taken "
            + "out. Acceleration: error of second differences. Lag: the delay at which found and true motion agree best."})
final class EvalPose3dCommand implements Callable<Integer> {
    @ParentCommand
    private EvalCommand parent;

    @Option(names = {"-i", "--input"}, paramLabel = "VIDEO", required = true, description = "the clip")
    private String input;

    @Option(names = "--truth", paramLabel = "FILE", required = true,
            description = "where its joints truly are (docs/demo-truth.schema.json)")
    private Path truth;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures as JSON")
    private Path json;

    @Mixin
    private ModelChoice choice;
    @Mixin
    private PipelineOptions pipeline;
    @Spec
    private CommandSpec spec;

    /** One row of the result. */
    private record Row(boolean smoothed, Pose3dFigures figures) {}

    @Override
    public Integer call() throws InterruptedException {
        PoseTruth known = PoseTruth.read(truth);
        PeopleModels models = choice.resolve(parent.models().store(),
                new ModelFetcher(parent.npm(), spec.commandLine().getErr()));
        PeopleOptions people = pipeline.people(choice.threshold(models));
        List<Row> rows = new ArrayList<>();
        try (FramePool pool = new FramePool(); CancelOnExit _ = CancelOnExit.ofThisThread()) {
            if (people.smoothing().isPresent()) {
                measure(known, models, people, pool).forEach(figures -> rows.add(new Row(true, figures)));
            }
            measure(known, models, people.withSmoothing(Optional.empty()), pool)
                    .forEach(figures -> rows.add(new Row(false, figures)));
        }
        print(rows);
        if (json != null) {
            new ReportWriter().write(rows, json);
        }
        return 0;
    }

    private List<Pose3dFigures> measure(PoseTruth known, PeopleModels models, PeopleOptions people, FramePool pool)
            throws InterruptedException {
        List<Pose3dEvaluation> evaluations = new ArrayList<>();
        evaluations.add(new Pose3dEvaluation(known, JointSource.landmarks()));
        people.body().ifPresent(body -> evaluations.add(new Pose3dEvaluation(known, JointSource.body(body))));
        Mode mode = pipeline.mode(false);
        EngineListener listener = (FrameResult result, StepListener steps) -> {
            if (result.outcome() == Outcome.RESULT) {
                evaluations.forEach(each -> each.frame(result.frame().index(), result.people()));
            }
        };
        Engine engine = new Engine(pipeline.engine(Policy.EXACT, mode), models.stages(people, pipeline.threads(), mode),
                new Playback(Sources.open(input, InputOptions.decoding(), pool), false, false), listener);
        try (engine) {
            engine.load();
            engine.start();
            engine.awaitEnd();
        }
        engine.failure().ifPresent(cause -> {
            throw new UserException("the clip could not be measured: " + cause.getMessage(), cause);
        });
        return evaluations.stream().map(Pose3dEvaluation::figures).toList();
    }

    private void print(List<Row> rows) {
        TextTable table = new TextTable("joints", "smoothed", "found", "MPJPE mm", "PA-MPJPE mm", "accel mm/frame2",
                "lag frames");
        for (Row row : rows) {
            Pose3dFigures figures = row.figures;
            table.add(figures.joints(), row.smoothed ? "yes" : "no",
                    "%d of %d (%.1f%%)".formatted(figures.found(), figures.expected(),
                            100.0 * figures.found() / Math.max(1, figures.expected())),
                    number(figures.mpjpeMm()), number(figures.paMpjpeMm()), number(figures.acceleration()),
                    number(figures.lagFrames()));
        }
        table.print(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
