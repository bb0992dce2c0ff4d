package org.posescope.eval.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Precision over recall of all pictures together ({@code pycocotools/cocoeval.py accumulate}): the people found are taken from the
 * surest on, and the precision at a recall is the best that is reached at that recall or a higher one.
 */
final class PrecisionRecall {
    private static final double NOTHING_TO_FIND = -1;

    private final double[][] precision = new double[Thresholds.similarities()][Thresholds.recalls()];
    private final double[] recall = new double[Thresholds.similarities()];

    PrecisionRecall(List<Verdicts> pictures) {
        int expected = pictures.stream().mapToInt(Verdicts::expected).sum();
        if (expected == 0) {
            Arrays.stream(precision).forEach(row -> Arrays.fill(row, NOTHING_TO_FIND));
            Arrays.fill(recall, NOTHING_TO_FIND);
            return;
        }
        for (int t = 0; t < recall.length; t++) {
            recall[t] = fill(precision[t], surestFirst(pictures, t), expected);
        }
    }

    /** Somebody found. */
    private record Find(double score, Verdicts.Hit hit) {}

    private static List<Verdicts.Hit> surestFirst(List<Verdicts> pictures, int threshold) {
        List<Find> all = new ArrayList<>();
        for (Verdicts picture : pictures) {
            for (int i = 0; i < picture.scores().size(); i++) {
                all.add(new Find(picture.scores().get(i), picture.hits().get(threshold).get(i)));
            }
        }
        all.sort(Comparator.comparingDouble(Find::score).reversed());
        return all.stream().map(Find::hit).filter(hit -> hit != Verdicts.Hit.NOT_COUNTED).toList();
    }

    /** Fills the precision at each recall; the recall that is reached in the end. */
    private static double fill(double[] row, List<Verdicts.Hit> hits, int expected) {
        double[] recalls = new double[hits.size()];
        double[] precisions = new double[hits.size()];
        int right = 0;
        for (int i = 0; i < hits.size(); i++) {
            right += hits.get(i) == Verdicts.Hit.RIGHT ? 1 : 0;
            recalls[i] = (double) right / expected;
            precisions[i] = right / (i + 1 + Math.ulp(1.0));
        }
        for (int i = hits.size() - 2; i >= 0; i--) {
            precisions[i] = Math.max(precisions[i], precisions[i + 1]);
        }
        int at = 0;
        for (int r = 0; r < row.length; r++) {
            while (at < recalls.length && recalls[at] < Thresholds.recall(r)) {
                at++;
            }
            row[r] = at < recalls.length ? precisions[at] : 0;
        }
        return hits.isEmpty() ? 0 : recalls[hits.size() - 1];
    }

    /** 0..1; -1 when there is nobody to be found. */
    double precision(int threshold, int recallIndex) {
        return precision[threshold][recallIndex];
    }

    /** 0..1; -1 when there is nobody to be found. */
    double recall(int threshold) {
        return recall[threshold];
    }

    /** The mean over all recalls and thresholds. */
    double averagePrecision() {
        return Arrays.stream(precision).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /** The mean over all recalls. */
    double averagePrecision(int threshold) {
        return Arrays.stream(precision[threshold]).average().orElseThrow();
    }

    /** The mean over all thresholds. */
    double averageRecall() {
        return Arrays.stream(recall).average().orElseThrow();
    }
}
