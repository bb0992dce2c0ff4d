package org.posescope.network.architecture;

import java.util.Optional;
import java.util.function.Function;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.weights.Weights;

/**
 * A network that weights were recognised as.
 *
 * @param id       for example {@code hrnet-w32-256x192}
 * @param title    for people
 * @param input    how pixels enter it
 * @param decoder  which decoder reads its outputs
 * @param skeleton id of the skeleton whose points it finds, if any
 * @param license  of the code and weights that the authors publish
 * @param construction builds the network; see {@link #build}
 */
public record Blueprint(String id, String title, Task task, InputSpec input, String decoder, Optional<String> skeleton,
        String license, Function<Weights, Graph> construction) {
    /**
     * The network around its weights.
     *
     * @throws org.posescope.error.UserException when a weight is missing, left over or of another shape
     */
    public Graph build(Weights weights) {
        return construction.apply(weights);
    }
}
