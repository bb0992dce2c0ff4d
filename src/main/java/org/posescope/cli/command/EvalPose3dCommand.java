package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.Pose3dTable;
import org.posescope.cli.option.InputOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.cli.option.PlanOptions;
import org.posescope.error.UserException;
import org.posescope.eval.JointSource;
import org.posescope.eval.Pose3dEvaluation;
import org.posescope.eval.Pose3dFigures;
import org.posescope.eval.PoseSet;
import org.posescope.eval.PosedHuman;
import org.posescope.eval.file.PoseFiles;
import org.posescope.frame.FramePool;
import org.posescope.frame.StepListener;
import org.posescope.frame.source.Sources;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.record.OutputFile;
import org.posescope.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the 3D joints of a clip whose truth is known, smoothed and as the networks give them, or those of another program. */
@Command(name = "pose3d", description = {
    "Measure 3D joints against the truth: those that a preset finds in a clip, or those that another program wrote to a file.",
    "MPJPE: mean distance of joints relative to the hips. PA-MPJPE: the same after rotation, scale and translation are taken "
            + "out. PVE: mean distance of the vertices of the body relative to the hips. Acceleration: error of second "
            + "differences. Lag: the delay at which found and true motion agree best. A second table has knee flexion, "
            + "forward lean of the torso and ratios of limb lengths, found and true, a third the error of each joint angle of "
            + "the bodies (docs/angles.md).",
    "Layouts of files, joints and units: docs/pose3d-files.md. For speed alone: posescope bench --dummy WxH."})
final class EvalPose3dCommand implements Callable<Integer> {
    @ParentCommand
    private EvalCommand parent;

    @Option(names = {"-i", "--input"}, paramLabel = "VIDEO",
            description = "the clip; its truth has to say where joints are in the picture, as that of the demo does")
    private String input;

    @Option(names = "--predictions", paramLabel = "FILE",
            description = "joints found by another program, in place of a clip, in any layout of the truth")
    private Path predictions;

    @Option(names = "--truth", paramLabel = "FILE", required = true,
            description = "where joints truly are: the truth of the demo (.json), a Human3.6M-style .npz, or a folder of "
                    + "the Panoptic Studio's body3DScene_*.json")
    private Path truth;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures as JSON")
    private Path json;

    @Mixin
    private PlanOptions planned;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if ((input == null) == (predictions == null)) {
            throw new UserException("name either a clip with -i or a file with --predictions");
        }
        Optional.ofNullable(json).ifPresent(OutputFile::at);
        PoseSet known = PoseFiles.read(truth);
        List<Pose3dTable.Row> rows = predictions == null
                ? rows(known)
                : List.of(new Pose3dTable.Row(false, compare(known, PoseFiles.read(predictions))));
        if (rows.stream().allMatch(row -> row.figures().found() == 0)) {
            throw new UserException("nobody of " + truth + " was found, so that there is nothing to measure");
        }
        PrintWriter out = spec.commandLine().getOut();
        Pose3dTable.print(rows, out);
        out.flush();
        if (json != null) {
            new ReportWriter().write(rows, json);
        }
        return 0;
    }

    private Pose3dFigures compare(PoseSet known, PoseSet found) {
        Pose3dEvaluation evaluation = new Pose3dEvaluation("predictions",
                supply().ask(factory -> factory.body(planned.plan())));
        known.with(found).forEach(pair -> evaluation.frame(pair.truth(), pair.other().people()));
        return evaluation.figures();
    }

    private List<Pose3dTable.Row> rows(PoseSet known) throws InterruptedException {
        if (known.frames().stream().flatMap(frame -> frame.people().stream())
                .anyMatch(human -> human.keypoints().isEmpty())) {
            throw new UserException(truth + " does not say where joints are in the picture of a clip; compare it with "
                    + "joints in a file, --predictions");
        }
        Plan plan = planned.plan();
        Networks networks = supply().resolve(plan);
        Optional<BodyModel> body = supply().ask(factory -> factory.body(plan));
        List<Pose3dTable.Row> rows = new ArrayList<>();
        try (FramePool pool = new FramePool(); CancelOnExit _ = CancelOnExit.ofThisThread()) {
            if (plan.following().smooths()) {
                measure(known, networks, plan, body, pool).forEach(each -> rows.add(new Pose3dTable.Row(true, each)));
            }
            measure(known, networks, plan.withFollowing(plan.following().withSmoothing(false)), body, pool)
                    .forEach(each -> rows.add(new Pose3dTable.Row(false, each)));
        }
        return rows;
    }

    /** Joints of a source, and their evaluation. */
    private record Measurement(JointSource source, Pose3dEvaluation evaluation) {}

    private NetworkSupply supply() {
        return new NetworkSupply(parent.models().store(), parent.npm(), spec.commandLine().getErr());
    }

    private List<Pose3dFigures> measure(PoseSet known, Networks networks, Plan plan, Optional<BodyModel> fitted,
            FramePool pool) throws InterruptedException {
        Measurement landmarks = new Measurement(JointSource.landmarks(),
                new Pose3dEvaluation(JointSource.landmarks().label(), Optional.empty()));
        List<Measurement> measurements = Stream.concat(Stream.of(landmarks), fitted.stream().map(body -> {
            JointSource source = JointSource.body(body);
            return new Measurement(source, new Pose3dEvaluation(source.label(), fitted));
        })).toList();
        Mode mode = planned.mode(false);
        EngineListener listener = (FrameResult result, StepListener steps) -> {
            long index = result.frame().index();
            if (result.outcome() == Outcome.RESULT && index < known.frames().size()) {
                measurements.forEach(each -> each.evaluation.frame(known.frames().get((int) index), result.people()
                        .stream().map(person -> PosedHuman.of(person, each.source)).toList()));
            }
        };
        Engine engine = new Engine(EngineOptions.of(Policy.EXACT, mode, plan.machine().framesInFlight()),
                networks.stages(plan, fitted, mode),
                new Playback(Sources.open(input, InputOptions.decoding(), pool), false, false), listener);
        EngineRun.whole(engine,
                cause -> new UserException("the clip could not be measured: " + cause.getMessage(), cause));
        return measurements.stream().map(each -> each.evaluation.figures()).toList();
    }
}
