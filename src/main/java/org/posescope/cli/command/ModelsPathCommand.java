package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.posescope.model.ModelStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models path}: where models lie. */
@Command(name = "path", description = "Print the model folder, or the file of one model.")
final class ModelsPathCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A model.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ModelStore store = models.store();
        Path path = id == null ? store.folder() : store.require(id).path();
        PrintWriter out = spec.commandLine().getOut();
        out.println(path);
        out.flush();
        return 0;
    }
}
