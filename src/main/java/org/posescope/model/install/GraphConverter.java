package org.posescope.model.install;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.posescope.model.ModelCard;

/** Turns a graph model of TensorFlow.js into files that run, in the model folder. */
@FunctionalInterface
public interface GraphConverter {
    /**
     * Converts a model, in the place of one of the same id.
     *
     * @param card     of the model
     * @param graph    its JSON file, beside which those of its weights lie
     * @param progress told what is being done, on this thread
     * @throws org.posescope.error.UserException when the files are damaged, or the model folder cannot be written
     */
    void convert(ModelCard card, Path graph, Consumer<String> progress);
}
