package org.posescope.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.model.Conversion;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.architecture.Hmr;
import org.posescope.network.graph.Graph;
import org.posescope.network.weights.Weights;
import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

/** Finds out what network a checkpoint holds and writes it in every format that some runtime executes. */
final class Converter {
    private static final int KEYS_SHOWN = 3;

    private final Architectures architectures = new Architectures();

    /** What was recognised, and the files that were written. */
    record Converted(Blueprint blueprint, List<Conversion> conversions) {}

    /**
     * Converts a checkpoint.
     *
     * @param additions tensors out of files that belong to it
     * @param folder    that the files are written to
     * @throws UserException when the checkpoint cannot be read, is of an unknown network or does not fit it
     * @throws IOException   when a file cannot be written
     */
    Converted convert(Path checkpoint, Map<String, NdArray> additions, Path folder) throws IOException {
        String fileName = checkpoint.getFileName().toString();
        Blueprint blueprint;
        Graph graph;
        try (WeightFile open = WeightFile.open(checkpoint)) {
            NamedTensors state = open.tensors();
            blueprint = architectures.recognise(state, fileName).orElseThrow(() -> unknown(state));
            requireMeanBody(blueprint, state, additions);
            graph = blueprint.build(new Weights(blueprint.title(), state, additions));
        }
        return new Converted(blueprint, GraphFiles.write(graph, blueprint.id(), folder));
    }

    private static void requireMeanBody(Blueprint blueprint, NamedTensors state, Map<String, NdArray> additions) {
        boolean needed = blueprint.decoder().equals(Hmr.DECODER);
        if (needed && !state.names().contains(Hmr.MEAN_POSE) && !additions.containsKey(Hmr.MEAN_POSE)) {
            throw new UserException(
                    state.file() + " has no mean body to start from; name smpl_mean_params.npz (of SPIN) or "
                            + "neutral_smpl_mean_params.h5 (of HMR) beside it");
        }
    }

    private static UserException unknown(NamedTensors state) {
        List<String> keys = state.names().stream().limit(KEYS_SHOWN).map(Quoted::of).toList();
        return new UserException(state.file() + " holds the weights of a network that is not known here ("
                + String.join(", ", keys)
                + ", ...); known are YOLOX, HRNet, HMR as in SPIN and EFT, SimplePose, HigherHRNet, lightweight OpenPose "
                + "and its 3D version");
    }
}
