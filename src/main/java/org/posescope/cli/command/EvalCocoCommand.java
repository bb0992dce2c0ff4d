package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.posescope.cli.console.CocoTable;
import org.posescope.cli.option.BoxSource;
import org.posescope.cli.option.BoxSourceConverter;
import org.posescope.cli.option.NetworkOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.cli.option.PlanOptions.ThreadOptions;
import org.posescope.error.UserException;
import org.posescope.eval.coco.CocoAnnotations;
import org.posescope.eval.coco.CocoAnnotationsReader;
import org.posescope.eval.coco.CocoEvaluation;
import org.posescope.eval.coco.CocoResults;
import org.posescope.eval.coco.FoundPerson;
import org.posescope.pipeline.people.Networks;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Machine;
import org.posescope.record.OutputFile;
import org.posescope.report.CocoReport;
import org.posescope.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the points that a preset, or another program, finds in pictures annotated as those of COCO are. */
@Command(name = "coco", description = {
    "Measure the points that a preset finds in pictures with COCO keypoint annotations.",
    "Prints the ten numbers of the COCO keypoint challenge, and the mean similarity (OKS) of the nearest pose to people of whom "
            + "at least " + EvalCocoCommand.WELL_LABELLED
            + " points are labelled. Each picture is a world of its own: nothing is "
            + "tracked or smoothed. For speed alone, on made-up pictures: posescope bench --dummy WxH."})
final class EvalCocoCommand implements Callable<Integer> {
    /** More do not count by the protocol. */
    private static final int MOST_PEOPLE = 20;
    static final int WELL_LABELLED = 12;

    @ParentCommand
    private EvalCommand parent;

    @Option(names = "--annotations", paramLabel = "FILE", required = true,
            description = "where the points of people are, as person_keypoints_val2017.json of COCO")
    private Path annotations;

    @Option(names = "--images", paramLabel = "DIR", description = "the annotated pictures")
    private Path images;

    @Option(names = "--predictions", paramLabel = "FILE",
            description = "measure what another program found, in COCO's results format, in place of a preset")
    private Path predictions;

    @Option(names = "--boxes", paramLabel = "WHENCE", defaultValue = "detected", converter = BoxSourceConverter.class,
            description = "detected, or ground-truth to see the pose network apart from a detector "
                    + "(default: ${DEFAULT-VALUE})")
    private BoxSource boxes;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "32",
            description = "most people of a picture in one call of the pose network (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--limit", paramLabel = "N", description = "only the first so many pictures, by their ids")
    private Long limit;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "write what was found in COCO's results format")
    private Path output;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures as JSON")
    private Path json;

    @Mixin
    private NetworkOptions networks;
    @Mixin
    private ThreadOptions threads;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if ((images == null) == (predictions == null)) {
            throw new UserException("name either a folder of pictures with --images or a file with --predictions");
        }
        if (batch < 1 || (limit != null && limit < 1)) {
            throw new UserException("--batch-size and --limit are at least 1");
        }
        Stream.of(output, json).flatMap(Stream::ofNullable).forEach(OutputFile::at);
        CocoAnnotations truth = truth();
        CocoFindings findings = predictions == null
                ? run(truth)
                : new CocoFindings(CocoResults.read(predictions), List.of(), Optional.empty(), Optional.empty());
        findings.requireAny();
        List<FoundPerson> found = findings.people();
        if (output != null) {
            new ReportWriter().write(CocoResults.json(found), output);
        }
        CocoEvaluation evaluation = new CocoEvaluation(truth, found);
        CocoReport report = new CocoReport(truth.pictures().size(), truth.expected(), found.size(),
                evaluation.figures(), evaluation.meanSimilarity(WELL_LABELLED), findings.failures(),
                findings.settings(), findings.run());
        if (json != null) {
            new ReportWriter().write(report, json);
        }
        PrintWriter out = spec.commandLine().getOut();
        CocoTable.print(report, out);
        out.flush();
        if (!findings.failures().isEmpty()) {
            throw new UserException(
                    String.format(Locale.ROOT,
                            "%d of %d pictures could not be looked at, so that their people count as not found; the first: %s",
                            findings.failures().size(), report.pictures(), findings.failures().getFirst()));
        }
        return 0;
    }

    /** Of pictures each of which is a world of its own, for points alone. */
    static Plan ofStills(Plan asked, Machine machine) {
        return asked.withFollowing(asked.following().ofStills(MOST_PEOPLE)).withPlace(asked.place().withoutBodies())
                .withMachine(machine);
    }

    private CocoAnnotations truth() {
        CocoAnnotations all = CocoAnnotationsReader.read(annotations);
        CocoAnnotations chosen = limit == null ? all : all.limitedTo(limit);
        if (chosen.expected() == 0) {
            throw new UserException("nobody in the " + chosen.pictures().size() + " pictures of " + annotations
                    + " has labelled points that could be compared");
        }
        return chosen;
    }

    private CocoFindings run(CocoAnnotations truth) throws InterruptedException {
        CocoRun run = new CocoRun(truth, images, boxes);
        Plan plan = ofStills(networks.plan(), threads.machine().withBatch(batch));
        Networks found = new NetworkSupply(parent.models().store(), parent.npm(), spec.commandLine().getErr())
                .resolveForPoints(plan);
        return run.start(plan, found);
    }
}
