package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.posescope.cli.console.TextTable;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models verify}: reads model files again and compares their checksums. */
@Command(name = "verify",
        description = "Check the files of models; the exit status is 1 when one is not as it should be.")
final class ModelsVerifyCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(arity = "0..*", paramLabel = "ID|PRESET", description = "Models; default: all that are installed.")
    private List<String> ids = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ModelStore store = models.store();
        TextTable table = new TextTable("MODEL", "STATE", "FILE");
        boolean allRight = true;
        for (ModelCard card : chosen(store).stream().flatMap(model -> store.files(model).stream()).toList()) {
            ModelState state = store.verify(card);
            allRight &= state == ModelState.INSTALLED;
            table.add(card.id(), state == ModelState.INSTALLED ? "ok" : state.name().toLowerCase(Locale.ROOT),
                    store.locate(card).map(Path::toString).orElse("-"));
        }
        PrintWriter out = spec.commandLine().getOut();
        table.print(out);
        out.flush();
        return allRight ? 0 : 1;
    }

    private List<ModelCard> chosen(ModelStore store) {
        return ids.isEmpty()
                ? store.cards().stream().filter(card -> store.locate(card).isPresent()).toList()
                : store.expand(ids);
    }
}
