package org.posescope.importer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.infer.Sessions;
import org.posescope.model.Conversion;
import org.posescope.model.ImportedModel;
import org.posescope.model.ImportedModels;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.RuntimeChoice;
import org.posescope.network.graph.Graph;
import org.posescope.network.tensorflow.lite.TfLiteReader;
import org.posescope.pose.blazepose.BlazePose;

/**
 * Lets networks that are made for TensorFlow Lite run on the other runtimes: converts each once, without the outputs that nobody reads, and
 * finds it again by the content of its file.
 */
public final class RuntimeConverter {
    private final ModelStore store;
    private final Consumer<String> news;
    private final Consumer<String> progress;

    /**
     * Both are called on the thread that converts.
     *
     * @param news     told in one sentence that something is converted, or that another runtime takes the place of one
     * @param progress told what is being done
     */
    public RuntimeConverter(ModelStore store, Consumer<String> news, Consumer<String> progress) {
        this.store = store;
        this.news = news;
        this.progress = progress;
    }

    /**
     * The file to run. A network for TensorFlow Lite stays as it is where that works on this system and no other runtime is chosen;
     * networks for other runtimes stay as they are always.
     *
     * @throws UserException when the network cannot be converted, or not for that runtime and precision
     */
    public ModelFile onRuntime(ModelFile original, RuntimeChoice choice) {
        if (original.card().runtime() != NetworkRuntime.TFLITE
                || choice.runtime().equals(Optional.of(NetworkRuntime.TFLITE))) {
            return original;
        }
        if (choice.runtime().isPresent()) {
            return converted(original, choice);
        }
        if (Sessions.isAvailable(NetworkRuntime.TFLITE)) {
            return original;
        }
        news.accept("TensorFlow Lite does not work on this system, so " + original.card().id()
                + " runs on ONNX Runtime");
        return converted(original, RuntimeChoice.of(Optional.of(NetworkRuntime.ONNXRUNTIME), choice.precision()));
    }

    /** The network on every runtime that works here, the one that it is made for first. */
    public List<ModelFile> onEveryRuntime(ModelFile original) {
        if (original.card().runtime() != NetworkRuntime.TFLITE) {
            return List.of(original);
        }
        ImportedModel model = converted(original);
        Stream<ModelFile> conversions = model.conversions().stream().map(each -> file(model, each));
        return Stream.concat(Stream.of(original).filter(any -> Sessions.isAvailable(NetworkRuntime.TFLITE)),
                conversions).toList();
    }

    private ModelFile converted(ModelFile original, RuntimeChoice choice) {
        ImportedModel model = converted(original);
        return file(model, model.choose(choice));
    }

    private ModelFile file(ImportedModel model, Conversion conversion) {
        return new ModelFile(model.card(conversion),
                store.converted().folder(model.card().id()).resolve(conversion.file()));
    }

    private ImportedModel converted(ModelFile original) {
        String content = store.sha256(original.path());
        return store.converted().find(original.card().id()).filter(model -> isSound(model, content))
                .orElseGet(() -> convert(original, content));
    }

    private boolean isSound(ImportedModel model, String content) {
        return model.card().origin() instanceof Origin.Imported origin && origin.sha256().equals(content)
                && model.conversions().stream().map(each -> file(model, each)).allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(ModelFile file) {
        return file.path().toFile().isFile()
                && file.card().sha256().filter(store.sha256(file.path())::equals).isPresent();
    }

    private ImportedModel convert(ModelFile original, String content) {
        ModelCard card = original.card();
        news.accept("converting " + card.id() + " for ONNX Runtime and PyTorch, once");
        Graph graph = TfLiteReader.read(original.path()).without(BlazePose.unreadOutputs(card));
        Origin origin = new Origin.Imported(original.path().getFileName().toString(), content);
        ModelCard own = new ModelCard(card.id(), card.title(), card.task(), card.runtime(), card.file(), card.input(),
                card.decoder(), card.skeleton(), card.precision(), card.license(), origin, card.sha256(), card.bytes());
        ImportedModels place = store.converted();
        try {
            return new ModelShelf(place, Trial.ofThisMachine(), progress).put(folder -> new ModelShelf.Written(own,
                    GraphFiles.writeExact(graph, card.id(), folder)));
        } catch (IOException e) {
            throw new UserException(card.id() + " cannot be converted into " + place.folder(card.id())
                    + "; check that the folder can be written and has room", e);
        }
    }
}
