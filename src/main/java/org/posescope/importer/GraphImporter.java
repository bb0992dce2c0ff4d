package org.posescope.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.posescope.error.WriteException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelStore;
import org.posescope.model.Origin;
import org.posescope.model.install.GraphConverter;
import org.posescope.network.graph.Graph;
import org.posescope.network.tensorflow.js.TfJsReader;

/** Converts graph models of TensorFlow.js for every engine; they are imported models then, with the origin of their card. */
public final class GraphImporter implements GraphConverter {
    private final ModelStore store;

    public GraphImporter(ModelStore store) {
        this.store = store;
    }

    @Override
    public void convert(ModelCard card, Path graph, Consumer<String> progress) {
        progress.accept("reading " + graph.getFileName());
        Graph network = card.origin() instanceof Origin.NpmGraph origin
                ? TfJsReader.read(graph, origin.outputs())
                : TfJsReader.read(graph);
        ModelShelf shelf = new ModelShelf(store.imported(), Trial.ofThisMachine(), progress);
        try {
            shelf.put(folder -> new ModelShelf.Written(card, GraphFiles.writeExact(network, card.id(), folder)));
        } catch (IOException e) {
            throw WriteException.of(card.id() + " cannot be written into " + store.folder()
                    + "; check that the folder can be written and has room", e);
        }
    }
}
