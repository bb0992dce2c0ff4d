package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.PeopleTable;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.option.NetworkOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.record.OutputFile;
import org.posescope.cli.option.ThreadOptions;
import org.posescope.error.UserException;
import org.posescope.eval.people.ClipCount;
import org.posescope.eval.people.CountedFile;
import org.posescope.eval.people.CountedFiles;
import org.posescope.eval.people.PictureCount;
import org.posescope.eval.people.PictureTally;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.people.Networks;
import org.posescope.plan.Plan;
import org.posescope.report.PeopleReport;
import org.posescope.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope eval people}: how many people are found in pictures and clips. */
@Command(name = "people",
        description = "Count the people found in pictures and clips whose people were counted by eye.")
public final class EvalPeopleCommand implements Callable<Integer> {
    @ParentCommand
    private EvalCommand parent;

    @Option(names = "--pictures", paramLabel = "TSV",
            description = "table of pictures: file, kind, people, separated by tabulators, below a line of names")
    private Path pictures;

    @Option(names = "--clips", paramLabel = "TSV", description = "table of clips: file, people in a frame, likewise")
    private Path clips;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures, and those of each file, as JSON")
    private Path json;

    @Mixin
    private NetworkOptions networks;
    @Mixin
    private ThreadOptions threads;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (pictures == null && clips == null) {
            throw new UserException("name a table of pictures with --pictures, one of clips with --clips, or both");
        }
        List<CountedFile> still = pictures == null ? List.of() : CountedFiles.pictures(pictures);
        List<CountedFile> moving = clips == null ? List.of() : CountedFiles.clips(clips);
        if (json != null) {
            OutputFile.at(json);
        }
        PeopleReport report = report(still, moving);
        if (json != null) {
            new ReportWriter().write(report, json);
        }
        PrintWriter out = spec.commandLine().getOut();
        PeopleTable.print(report, out);
        out.flush();
        if (!report.failures().isEmpty()) {
            throw new UserException("%d pictures or clips could not be looked at as they should; the first: %s"
                    .formatted(report.failures().size(), report.failures().getFirst()));
        }
        return 0;
    }

    private PeopleReport report(List<CountedFile> still, List<CountedFile> moving) throws InterruptedException {
        Plan asked = networks.plan();
        Plan plan = asked.withPlace(asked.place().withoutBodies()).withMachine(threads.machine());
        Networks found = new NetworkSupply(parent.models().store(), parent.npm(), spec.commandLine().getErr())
                .resolveForPoints(plan);
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole()) {
            PeopleRun run = new PeopleRun(plan, found, pool, progress);
            List<PictureCount> counted = still.isEmpty() ? List.of() : run.pictures(still);
            List<ClipCount> clipped = run.clips(moving);
            return new PeopleReport(PictureTally.tables(counted), counted, clipped, run.failures(), plan);
        }
    }
}
