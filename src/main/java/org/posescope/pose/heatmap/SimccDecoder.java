package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads SimCC (Li et al. 2022; RTMPose, RTMW, DWPose): a line of bins along each axis (batch, points, bins), two bins a pixel of the
 * input. Each point lies at the highest bin of both lines, its score is the lesser of the two heights; without a height above zero it
 * lies one bin before the first (mmpose, {@code mmpose/codecs/simcc_label.py}, {@code utils/post_processing.py get_simcc_maximum}). RTMW3D
 * has a third line, whose middle is the depth of the middle of the hips and whose ends are 2.17 m before and behind it
 * ({@code projects/rtmpose3d/rtmpose3d/simcc_3d_label.py}).
 */
final class SimccDecoder implements PointDecoder {
    private static final String X = "simcc_x";
    private static final String Y = "simcc_y";
    private static final String Z = "simcc_z";
    private static final int AXES = 3;
    /** {@code z_range} of RTMPose3D, metres. */
    private static final float REACH = 2.1744869f;

    private final Line columns;
    private final Line rows;
    private final Optional<Line> depths;
    private final int points;

    /**
     * The lines of one axis.
     *
     * @param heights of all pictures and points, one line behind the other
     * @param bins    of a line
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Line(float[] heights, int bins) {
        int highest(int line) {
            int best = line * bins;
            for (int i = best + 1; i < (line + 1) * bins; i++) {
                if (heights[i] > heights[best]) {
                    best = i;
                }
            }
            return best - line * bins;
        }

        float height(int line, int bin) {
            return heights[line * bins + bin];
        }

        /** As {@link Region} takes it: bins to a pixel times pixels of the side are the bins of the line. */
        float unit(int bin) {
            return (float) bin / bins;
        }
    }

    private SimccDecoder(Line columns, Line rows, Optional<Line> depths, int points) {
        this.columns = columns;
        this.rows = rows;
        this.depths = depths;
        this.points = points;
    }

    /** Lines are told by the published names of the outputs, or else by their order. */
    static SimccDecoder of(Map<String, Tensor> outputs, InputSpec input, Optional<int[]> mirror) {
        List<Tensor> inOrder = List.copyOf(outputs.values());
        Tensor x = outputs.getOrDefault(X, inOrder.getFirst());
        Tensor y = outputs.containsKey(Y) ? outputs.get(Y) : inOrder.get(1);
        if (x.dimension(2) % input.width() != 0 || y.dimension(2) % input.height() != 0) {
            throw new IllegalArgumentException("lines of " + x.dimension(2) + " and " + y.dimension(2)
                    + " bins do not belong to an input of " + input.width() + "x" + input.height());
        }
        Optional<Tensor> z = Optional.ofNullable(outputs.get(Z))
                .or(() -> inOrder.size() == AXES ? Optional.of(inOrder.getLast()) : Optional.empty());
        return new SimccDecoder(line(x, mirror, true), line(y, mirror, false),
                z.map(each -> line(each, mirror, false)), x.dimension(1));
    }

    private static Line line(Tensor tensor, Optional<int[]> mirror, boolean turned) {
        int bins = tensor.dimension(2);
        return new Line(mirror.map(each -> withMirrored(tensor, each, turned)).orElseGet(tensor::toArray), bins);
    }

    /** The mean of each picture and its mirrored twin (mmpose, {@code models/utils/tta.py flip_vectors}). */
    private static float[] withMirrored(Tensor lines, int[] mirror, boolean turned) {
        int pictures = lines.dimension(0) / 2;
        int bins = lines.dimension(2);
        float[] mean = new float[pictures * mirror.length * bins];
        for (int i = 0; i < mean.length; i++) {
            int bin = i % bins;
            int point = i / bins % mirror.length;
            int picture = i / bins / mirror.length;
            int twin = ((picture + pictures) * mirror.length + mirror[point]) * bins + (turned ? bins - 1 - bin : bin);
            mean[i] = (lines.get(i) + lines.get(twin)) / 2;
        }
        return mean;
    }

    @Override
    public List<Keypoint> decode(int picture, Region region) {
        List<Keypoint> found = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            int line = picture * points + point;
            int column = columns.highest(line);
            int row = rows.highest(line);
            float height = Math.min(columns.height(line, column), rows.height(line, row));
            boolean seen = height > 0;
            float u = columns.unit(seen ? column : -1);
            float v = rows.unit(seen ? row : -1);
            found.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), seen ? Math.min(height, 1) : 0));
        }
        return found;
    }

    @Override
    public Optional<List<Float>> depths(int picture) {
        return depths.map(line -> IntStream.range(picture * points, (picture + 1) * points)
                .mapToObj(point -> (2 * line.unit(line.highest(point)) - 1) * REACH).toList());
    }
}
