package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.cli.option.NetworkSupply;
import org.posescope.error.UserException;
import org.posescope.model.CardFormat;
import org.posescope.pipeline.people.Networks.NamedModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models inspect}: says what a file of the user's is taken for. */
@Command(name = "inspect", description = {"Say what a model file is taken for, why, and print its card.",
    "The card can be changed and put beside the file as NAME.json, where it overrides what was recognized."})
final class ModelsInspectCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(paramLabel = "FILE", description = "A model file: .onnx, .tflite or TorchScript .pt.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new UserException("there is no model file " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        NetworkSupply supply = models.supply(spec.commandLine().getErr());
        NamedModel model = supply.ask(factory -> factory.named(file.toString(), Optional.empty()));
        out.println(model.recognition().map(recognized -> recognized.sentence() + ".")
                .orElse(file.getFileName() + " has a card, beside it or in the catalog."));
        out.println(CardFormat.write(model.card()).toPrettyString());
        out.flush();
        return 0;
    }
}
