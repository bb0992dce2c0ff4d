package org.posescope.pose.heatmap;

import java.util.Map;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/** The ways in which networks say where points are. */
public enum PointOutputs {
    /** A map of each point: the first output. */
    HEATMAPS {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return heatmaps(outputs, mirror, PeakRefinement.QUARTER);
        }
    },
    /** Likewise, of a network that was trained for distribution-aware decoding. */
    HEATMAPS_DARK {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return heatmaps(outputs, mirror, PeakRefinement.DARK);
        }
    },
    /** Likewise, of a network that was trained with unbiased data processing. */
    HEATMAPS_UDP {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return heatmaps(outputs, mirror, PeakRefinement.UDP);
        }

        @Override
        Region sampled(PersonView view, Region region) {
            return view.sampledBetweenCentres(region);
        }
    },
    /** A line of each point along each axis. */
    SIMCC {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return SimccDecoder.of(outputs, input, mirror);
        }
    },
    /** The maps of MoveNet SinglePose, whose coordinates count from the corner of the first pixel; not for mirrored pictures. */
    MOVENET {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return new MoveNetDecoder(outputs);
        }

        @Override
        Region sampled(PersonView view, Region region) {
            return region;
        }

        @Override
        public boolean mirrors() {
            return false;
        }
    },
    /** MoveNet SinglePose with its own end; otherwise as {@link #MOVENET}. */
    MOVENET_POINTS {
        @Override
        PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
            return new UnitPoints(outputs.values().iterator().next());
        }

        @Override
        Region sampled(PersonView view, Region region) {
            return region;
        }

        @Override
        public boolean mirrors() {
            return false;
        }
    };

    /**
     * Reads the outputs of a batch.
     *
     * @param mirror for each point, the one that it is in a mirror, where the second half of the batch are mirrored pictures of the first
     */
    abstract PointDecoder decoder(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror);

    private static PointDecoder heatmaps(Map<String, Tensor> outputs, Optional<int[]> mirror,
            PeakRefinement refinement) {
        Tensor heatmaps = outputs.values().iterator().next();
        return new HeatmapDecoder(
                mirror.map(each -> HeatmapDecoder.withMirrored(heatmaps, each, refinement)).orElse(heatmaps),
                refinement);
    }

    /** Whether people can be looked at in a mirror, too. */
    public boolean mirrors() {
        return true;
    }

    /** The part of the frame to sample for a region of somebody, in coordinates that count from the corner of the first pixel. */
    Region sampled(PersonView view, Region region) {
        return view.sampled(region);
    }
}
