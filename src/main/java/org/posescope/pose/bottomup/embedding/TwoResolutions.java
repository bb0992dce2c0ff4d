package org.posescope.pose.bottomup.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/** The outputs of HigherHRNet as its authors' network gives them. They are told by their shape, since programs that convert networks rename them. */
final class TwoResolutions implements MapReader {
    private static final int HEATMAPS = Skeletons.COCO17.size();
    private static final int HEATMAPS_AND_TAGS = 2 * HEATMAPS;

    private Optional<EmbeddingDecoder> decoder = Optional.empty();

    @Override
    public List<FoundPose> read(Map<String, Tensor> outputs, int rows, int columns) {
        Tensor coarse = maps(outputs, HEATMAPS_AND_TAGS, rows / 4, columns / 4);
        Tensor fine = maps(outputs, HEATMAPS, rows / 2, columns / 2);
        EmbeddingDecoder fitting = decoder.filter(each -> each.fits(rows, columns))
                .orElseGet(() -> new EmbeddingDecoder(rows, columns));
        decoder = Optional.of(fitting);
        return fitting.decode(coarse, fine);
    }

    private static Tensor maps(Map<String, Tensor> outputs, int channels, int rows, int columns) {
        return outputs.values().stream()
                .filter(output -> List.of(1, channels, rows, columns)
                        .equals(Arrays.stream(output.shape()).boxed().toList()))
                .findFirst()
                .orElseThrow(() -> new UserException("the network has no output of " + channels + " maps of " + columns
                        + "x" + rows + " among " + outputs.keySet()
                        + ", so it is not one of this kind; name its decoder in its card"));
    }
}
