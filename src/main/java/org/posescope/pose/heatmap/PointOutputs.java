package org.posescope.pose.heatmap;

import java.util.Map;
import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/** The ways in which networks say where points are. */
public enum PointOutputs {
    /** A map of each point: the first output. */
    HEATMAPS {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            Tensor heatmaps = outputs.values().iterator().next();
            return new HeatmapDecoder(mirror.map(each -> HeatmapDecoder.withMirrored(heatmaps, each)).orElse(heatmaps));
        }
    },
    /** A line of each point along each axis. */
    SIMCC {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return SimccDecoder.of(outputs, input, mirror);
        }
    };

    /**
     * Reads the outputs of a batch.
     *
     * @param mirror for each point, the one that it is in a mirror, where the second half of the batch are mirrored pictures of the first
     */
    abstract PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror);
}
