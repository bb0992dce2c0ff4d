package org.posescope.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.InstallProgressLines;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models install}: brings models to this machine. */
@Command(name = "install", description = "Fetch models with npm, check them and put them into the model folder.")
final class ModelsInstallCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(paramLabel = "ID|PRESET", defaultValue = ModelCatalog.DEFAULT_PRESET,
            description = "Models, and presets for all their models; default: ${DEFAULT-VALUE}.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ModelStore store = models.store();
        try (CancelOnExit _ = CancelOnExit.ofThisThread();
                InstallProgressLines progress = new InstallProgressLines(out, TerminalProgress.onConsole())) {
            models.installer(store).install(store.expand(ids), progress);
        }
        out.println("In place: " + String.join(", ", ids));
        out.flush();
        return 0;
    }
}
