package org.posescope.importer;

import java.nio.file.Path;

import org.posescope.error.Cleanup;
import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.mxnet.MxnetParameters;
import org.posescope.tensor.torch.TorchCheckpoint;

/**
 * The weights in a file of any format that they are published in. Whoever opens it closes it, and nothing that came out of it may be
 * read after.
 */
final class WeightFile implements AutoCloseable {
    private final NamedTensors tensors;
    private final Runnable close;

    private WeightFile(NamedTensors tensors, Runnable close) {
        this.tensors = tensors;
        this.close = close;
    }

    /** @throws org.posescope.error.UserException when it is missing, of no known format, or damaged */
    static WeightFile open(Path file) {
        if (MxnetParameters.isIn(file)) {
            MxnetParameters parameters = MxnetParameters.open(file);
            return new WeightFile(parameters, parameters::close);
        }
        TorchCheckpoint checkpoint = TorchCheckpoint.open(file);
        return Cleanup.onFailure(() -> new WeightFile(checkpoint.stateDict(), checkpoint::close), checkpoint::close);
    }

    NamedTensors tensors() {
        return tensors;
    }

    @Override
    public void close() {
        close.run();
    }
}
