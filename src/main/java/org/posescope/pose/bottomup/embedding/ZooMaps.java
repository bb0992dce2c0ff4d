package org.posescope.pose.bottomup.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.posescope.error.UserException;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/**
 * The outputs of HigherHRNet as Open Model Zoo converts it: {@code heatmaps} (1, 17, rows, columns), of both resolutions already, with
 * values negated that are no peaks, and {@code embeddings} of the same shape. Read as its demos do
 * ({@code model_api/models/hpe_associative_embedding.py}; {@code padding_mode} center, {@code delta} 0.5): peaks are grouped by tag, near
 * ones first among those that fit, and points that a group lacks are looked for where the tag fits best.
 */
final class ZooMaps implements MapReader {
    private static final int MOST_PEAKS = 30;
    private static final float DETECTED = 0.1f;
    private static final float MIDDLE = 0.5f;
    private static final float QUARTER = 0.25f;

    @Override
    public List<FoundPose> read(Map<String, Tensor> outputs, int rows, int columns) {
        return new Maps(output(outputs, "heatmaps"), output(outputs, "embeddings")).people(rows, columns);
    }

    private static Tensor output(Map<String, Tensor> outputs, String name) {
        return outputs.entrySet().stream().filter(each -> each.getKey().startsWith(name)).map(Map.Entry::getValue)
                .filter(each -> each.dimension(1) == Skeletons.COCO17.size()).findFirst()
                .orElseThrow(() -> new UserException("the network has no output " + name + " of 17 maps among "
                        + outputs.keySet() + ", so it is not one of this kind; name its decoder in its card"));
    }

    /** Of one picture. */
    private static final class Maps {
        private final int rows;
        private final int columns;
        private final float[] heat;
        private final float[] tags;

        Maps(Tensor heatmaps, Tensor embeddings) {
            rows = heatmaps.dimension(2);
            columns = heatmaps.dimension(3);
            heat = heatmaps.toArray();
            tags = embeddings.toArray();
        }

        List<FoundPose> people(int inputRows, int inputColumns) {
            TagGrouping grouping = new TagGrouping(Skeletons.COCO17.size(), Integer.MAX_VALUE,
                    TagGrouping.Cost.TAG_AND_PLACE);
            for (int point : EmbeddingDecoder.ORDER) {
                grouping.add(point, peaks(point));
            }
            return grouping.groups().stream().sorted(Comparator.comparingDouble(TagGroup::heat).reversed())
                    .map(group -> new FoundPose(Math.min(group.heat(), 1), points(group,
                            (float) inputColumns / columns, (float) inputRows / rows)))
                    .toList();
        }

        private List<TaggedPeak> peaks(int point) {
            return IntStream.range(point * rows * columns, (point + 1) * rows * columns)
                    .filter(at -> heat[at] > DETECTED).mapToObj(this::peak)
                    .sorted(Comparator.comparingDouble(TaggedPeak::heat).reversed()).limit(MOST_PEAKS).toList();
        }

        private TaggedPeak peak(int at) {
            int cell = at % (rows * columns);
            return new TaggedPeak(cell / columns, cell % columns, Math.abs(heat[at]), tags[at]);
        }

        private List<Keypoint> points(TagGroup group, float wide, float high) {
            List<Keypoint> points = new ArrayList<>();
            for (int point = 0; point < Skeletons.COCO17.size(); point++) {
                int map = point;
                // Points that were looked for are not moved to the middle of their cells, as in the demos.
                points.add(group.peak(point).map(peak -> keypoint(map, peak, MIDDLE, wide, high))
                        .orElseGet(() -> keypoint(map, fitting(map, group.tag()), 0, wide, high)));
            }
            return points;
        }

        /** The hottest of the places whose tags differ least from a body's, as whole numbers. */
        private TaggedPeak fitting(int point, double tag) {
            int first = point * rows * columns;
            int best = first;
            double least = Double.POSITIVE_INFINITY;
            for (int at = first; at < first + rows * columns; at++) {
                double difference = (int) (Math.abs(tags[at] - tag) + 0.5) - (double) Math.abs(heat[at]);
                if (difference < least) {
                    least = difference;
                    best = at;
                }
            }
            return peak(best);
        }

        private Keypoint keypoint(int point, TaggedPeak peak, float middle, float wide, float high) {
            if (!(peak.heat() > 0)) {
                return new Keypoint(0, 0, 0);
            }
            float x = peak.column() + middle;
            float y = peak.row() + middle;
            if (1 < peak.column() && peak.column() < columns - 1 && 1 < peak.row() && peak.row() < rows - 1) {
                int at = (point * rows + peak.row()) * columns + peak.column();
                x += QUARTER * Math.signum(Math.abs(heat[at + 1]) - Math.abs(heat[at - 1]));
                y += QUARTER * Math.signum(Math.abs(heat[at + columns]) - Math.abs(heat[at - columns]));
            }
            return new Keypoint(x * wide, y * high, Math.min(peak.heat(), 1));
        }
    }
}
