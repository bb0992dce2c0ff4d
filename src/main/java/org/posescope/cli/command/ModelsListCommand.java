package org.posescope.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.cli.console.Int8Text;
import org.posescope.cli.console.ProgressUnit;
import org.posescope.cli.console.TextTable;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.CardFormat;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.Precision;
import org.posescope.model.Preset;
import org.posescope.model.RuntimeChoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models list}: the models and presets of the catalog, and which of them are here. */
@Command(name = "list", description = "List the models and presets, and which models are installed.")
final class ModelsListCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Option(names = "--long", description = "Print all that is known of each model, and the tensors of those that are "
            + "installed (-1 is any length).")
    private boolean detailed;

    @Option(names = "--json", description = "Print all that is known as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ModelStore store = models.store();
        if (json) {
            out.println(everything(store).toPrettyString());
        } else if (detailed) {
            store.cards().forEach(card -> printAll(card, store, out));
        } else {
            printTables(store, out);
        }
        out.flush();
        return 0;
    }

    private static void printTables(ModelStore store, PrintWriter out) throws IOException {
        TextTable cards = new TextTable("MODEL", "STATE", "SIZE", "TITLE");
        for (ModelCard card : store.cards()) {
            cards.add(card.id(), lowerCase(store.state(card)), size(card, store), card.title());
        }
        TextTable presets = new TextTable("PRESET", "MODELS", "TITLE");
        for (Preset preset : store.catalog().presets()) {
            presets.add(preset.id(), String.join(", ", preset.models()), preset.title());
        }
        cards.print(out);
        out.println();
        presets.print(out);
        out.println();
        out.println("Models are installed to " + store.folder());
    }

    private static String size(ModelCard card, ModelStore store) throws IOException {
        Optional<Path> path = store.locate(card);
        long bytes = path.isPresent() ? Files.size(path.get()) : card.bytes();
        return bytes < 0 ? "-" : ProgressUnit.BYTES.format(bytes);
    }

    private static void printAll(ModelCard card, ModelStore store, PrintWriter out) {
        printField("state", lowerCase(store.state(card)), out);
        store.locate(card).ifPresent(path -> printField("path", path.toString(), out));
        for (Map.Entry<String, JsonNode> field : CardFormat.write(card).properties()) {
            JsonNode value = field.getValue();
            printField(field.getKey(), value.isTextual() ? value.textValue() : value.toString(), out);
        }
        store.imported().find(card.id()).ifPresent(model -> printConversions(model, out));
        if (store.state(card) == ModelState.INSTALLED) {
            // The card's own runtime: of a converted network that is ONNX Runtime, whose files tell their outputs.
            printTensors(store.require(card.id(),
                    RuntimeChoice.of(Optional.of(card.runtime()),
                            Precision.ofLabel(card.precision()).orElse(Precision.FP32))),
                    out);
        }
        out.println();
    }

    private static void printConversions(ImportedModel model, PrintWriter out) {
        model.conversions().forEach(each -> printField("conversion",
                each.runtime().label() + " " + each.precision().label() + " " + each.file(), out));
        model.timings().forEach(each -> printField("timing", String.format(Locale.ROOT, "%s %s %.1f ms on %s",
                each.runtime().label(), each.precision().label(), each.millis(), each.machine()), out));
        model.int8().ifPresent(int8 -> printField("int8", Int8Text.record(int8), out));
    }

    private static void printTensors(ModelFile file, PrintWriter out) {
        try (Session session = Sessions.open(file, SessionOptions.onCpu(1))) {
            session.inputs().forEach(each -> printField("takes", each.name() + " " + each.shape(), out));
            session.outputs().forEach(each -> printField("gives", each.name() + " " + each.shape(), out));
        }
    }

    private static void printField(String name, String value, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-10s %s", name, value));
    }

    private static ObjectNode everything(ModelStore store) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("folder", store.folder().toString());
        for (ModelCard card : store.cards()) {
            ObjectNode entry = root.withArray("models").addObject().put("state", lowerCase(store.state(card)));
            store.locate(card).ifPresent(path -> entry.put("path", path.toString()));
            entry.set("card", CardFormat.write(card));
        }
        for (Preset preset : store.catalog().presets()) {
            ObjectNode entry = root.withObjectProperty("presets").putObject(preset.id());
            entry.put("title", preset.title());
            preset.detector().ifPresent(detector -> entry.put("detector", detector));
            preset.finder().ifPresent(finder -> entry.put("finder", finder));
            entry.put("pose", preset.pose());
            preset.body().ifPresent(body -> entry.put("body", body));
            preset.details().ifPresent(details -> entry.putObject("details").put("handRegion", details.handRegion())
                    .put("hand", details.hand()).put("faceDetector", details.faceDetector())
                    .put("face", details.face()));
        }
        return root;
    }

    private static String lowerCase(ModelState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
