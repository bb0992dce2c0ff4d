package org.posescope;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.posescope.app.Window;
import org.posescope.app.WindowOptions;
import org.posescope.app.about.RecentLog;
import org.posescope.app.main.DemoClip;
import org.posescope.batch.ParentWatch;
import org.posescope.batch.ThisProgram;
import org.posescope.cli.ClassArchive;
import org.posescope.cli.Cli;
import org.posescope.cli.batch.BatchCommand;
import org.posescope.cli.command.BenchCommand;
import org.posescope.cli.command.BodyCommand;
import org.posescope.cli.command.CamerasCommand;
import org.posescope.cli.command.EvalCommand;
import org.posescope.cli.command.ModelsCommand;
import org.posescope.cli.command.QuantizeCommand;
import org.posescope.cli.command.RunCommand;
import org.posescope.cli.command.WindowCommand;
import org.posescope.cli.console.LibraryLogs;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.infer.OpenMpThreads;
import org.posescope.infer.memory.HeapBound;
import org.posescope.model.ModelCatalog;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.Engine;
import org.posescope.workshop.command.BodyBuildCommand;
import org.posescope.workshop.command.DemoCommand;
import org.posescope.workshop.command.TrainCommand;
import org.posescope.workshop.command.WorkshopCommand;

import picocli.CommandLine;

/** Command line of PoseScope; puts the sub-commands together. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Libraries ask for it wherever they turn case or write numbers; the program speaks English to everybody.
        Locale.setDefault(Locale.ROOT);
        ParentWatch.begin(System.getenv());
        OpenMpThreads.sleepWhenIdle();
        HeapBound.watch(HeapBound.RUN_BYTES, System::gc);
        LibraryLogs.direct(System.getProperties(), List.of(args).contains("--debug"));
        PrintWriter results = writer(System.out);
        // Whatever a library prints, and however.
        System.setOut(System.err);
        int status = commandLine(System.getenv(), System.getProperties())
                .writingTo(results, writer(System.err)).run(args);
        if (results.checkError() && status == 0) {
            System.err.println("posescope: standard output could not be written");
            end(1);
        }
        if (status == 0 && Engine.leftBehind().isEmpty()) {
            ClassArchive.keep(System.getProperties());
        }
        end(status);
    }

    /** In the encoding of the terminal. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    /**
     * Ends the program. A network call that was given up because it did not come back still runs in its library, which an orderly exit
     * would take apart under it.
     */
    private static void end(int status) {
        if (!Engine.leftBehind().isEmpty()) {
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    static Cli commandLine(Map<String, String> environment, Properties properties) {
        ModelsOptions models = new ModelsOptions(ModelCatalog.bundled(), environment, properties);
        NpmClient npm = NpmClient.find(environment);
        WindowCommand window = new WindowCommand(
                (input, avatar, folder) -> {
                    RecentLog log = new RecentLog(System.err, System.err.charset());
                    System.setErr(new PrintStream(log, true, System.err.charset()));
                    Window.open(
                            new WindowOptions(input, avatar, models.store(folder), npm, environment, properties,
                                    log::lines));
                },
                () -> Window.hasDisplay(environment, properties) ? Optional.empty() : DemoClip.find(properties));
        return new Cli(
                List.of(new RunCommand(models, npm),
                        new BatchCommand(models, () -> new CommandLine(new RunCommand(models, npm)),
                                ThisProgram::command),
                        new BenchCommand(models, npm), new ModelsCommand(models, npm),
                        new QuantizeCommand(models, npm),
                        new CamerasCommand(),
                        new CommandLine(new BodyCommand()).addSubcommand(new BodyBuildCommand(npm)),
                        new EvalCommand(models, npm),
                        new DemoCommand(),
                        new CommandLine(new WorkshopCommand()).addSubcommand(new TrainCommand(models))),
                Optional.of(window));
    }
}
