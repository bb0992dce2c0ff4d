package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.PeopleTable;
import org.posescope.cli.console.Version;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.cli.option.PlanOptions;
import org.posescope.error.UserException;
import org.posescope.eval.people.ClipFinding;
import org.posescope.eval.people.CountedClip;
import org.posescope.eval.people.CountedPicture;
import org.posescope.eval.people.PeopleCounts;
import org.posescope.eval.people.PictureFinding;
import org.posescope.eval.sheet.AnnotatedFrames;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.plan.Plan;
import org.posescope.record.OutputFile;
import org.posescope.report.PeopleReport;
import org.posescope.report.ReportWriter;
import org.posescope.report.RunDescription;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how many of the people in pictures and clips are found, against what somebody counted. */
@Command(name = "people", description = {
    "Measure how many of the people in pictures and clips are found, against what somebody counted.",
    "Heads are counted, not places compared: found are, picture by picture, no more than are expected; the rest is too many. "
            + "In clips the mean number of people in a frame counts, and how many ids they got. "
            + "People are found as by 'posescope run', without bodies."})
final class EvalPeopleCommand implements Callable<Integer> {
    @ParentCommand
    private EvalCommand parent;

    @Option(names = "--pictures", paramLabel = "TSV",
            description = "table of pictures, with a header and columns separated by tabs: file (beside the table or in "
                    + "pictures/), kind, people; art and mosaic do not count, empty and legsonly have nobody to find")
    private Path pictures;

    @Option(names = "--clips", paramLabel = "TSV",
            description = "table of clips, likewise: file (beside the table or in clips/), people in a frame (mean)")
    private Path clips;

    @Option(names = "--limit", paramLabel = "N", description = "only the first so many pictures and clips")
    private Long limit;

    @Option(names = "--json", paramLabel = "FILE",
            description = "write the figures as JSON, with what was found in each file")
    private Path json;

    @Option(names = "--sheet", paramLabel = "DIR",
            description = "write the annotated pictures, six frames of each clip, and contact sheets of them")
    private Path sheet;

    @Mixin
    private PlanOptions planned;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (pictures == null && clips == null) {
            throw new UserException("name a table of pictures with --pictures, one of clips with --clips, or both");
        }
        if (limit != null && limit < 1) {
            throw new UserException("--limit is at least 1");
        }
        Plan plan = plan();
        Optional.ofNullable(json).ifPresent(OutputFile::at);
        List<CountedPicture> counted = pictures == null ? List.of() : limited(PeopleCounts.pictures(pictures));
        List<CountedClip> countedClips = clips == null ? List.of() : limited(PeopleCounts.clips(clips));
        PeopleReport report = measure(plan, counted, countedClips);
        if (json != null) {
            new ReportWriter().write(report, json);
        }
        PrintWriter out = spec.commandLine().getOut();
        PeopleTable.print(report, out);
        out.flush();
        if (!report.failures().isEmpty()) {
            throw new UserException(String.format(Locale.ROOT, "not all of the %d files could be looked at as a whole",
                    counted.size() + countedClips.size()));
        }
        return 0;
    }

    private Plan plan() {
        Plan plan = planned.plan();
        if (plan.place().body().isPresent()) {
            throw new UserException("no bodies are fitted to count people; leave --body out");
        }
        if (!plan.following().track()) {
            throw new UserException("without identities there is nothing to count in clips; leave --no-track out");
        }
        return plan.withPlace(plan.place().withoutBodies());
    }

    private <T> List<T> limited(List<T> all) {
        return limit == null ? all : all.stream().limit(limit).toList();
    }

    private PeopleReport measure(Plan plan, List<CountedPicture> counted, List<CountedClip> countedClips)
            throws InterruptedException {
        NetworkSupply supply = new NetworkSupply(parent.models().store(), parent.npm(), spec.commandLine().getErr());
        Networks networks = supply.resolveForPoints(plan);
        Mode mode = planned.mode(false);
        try (CancelOnExit _ = CancelOnExit.ofThisThread();
                AnnotatedFrames drawn = sheet == null ? null : new AnnotatedFrames(sheet)) {
            PeopleRun run = new PeopleRun(plan, networks, mode, Optional.ofNullable(drawn));
            List<PictureFinding> seen = counted.isEmpty() ? List.of() : run.pictures(counted, pictures);
            List<ClipFinding> seenClips = countedClips.isEmpty() ? List.of() : run.clips(countedClips, clips);
            run.failures().forEach(supply::tell);
            return new PeopleReport(Optional.of(seen).filter(each -> !each.isEmpty()).map(PeopleReport.Pictures::of),
                    Optional.of(seenClips).filter(each -> !each.isEmpty()).map(PeopleReport.Clips::of), run.failures(),
                    RunDescription.of(plan, networks, Policy.EXACT, mode, Version.number()).models(), plan);
        }
    }
}
