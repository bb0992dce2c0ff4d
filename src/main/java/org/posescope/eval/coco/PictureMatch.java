package org.posescope.eval.coco;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The people annotated and found in one picture, and who is who ({@code pycocotools/cocoeval.py evaluateImg}): the surest found
 * chooses first, among those annotated who are still free the most similar one, and among those that do not count only when none
 * that counts is similar enough.
 */
final class PictureMatch {
    /** The protocol looks at so many people of a picture, the surest. */
    private static final int MOST_FOUND = 20;
    /** Rounding does not make two equal poses different. */
    private static final double STRICTEST = 1 - 1e-10;

    private final List<AnnotatedPerson> truth;
    private final List<FoundPerson> found;
    private final double[][] similarities;

    PictureMatch(List<AnnotatedPerson> truth, List<FoundPerson> found) {
        this.truth = List.copyOf(truth);
        this.found = found.stream().sorted(Comparator.comparingDouble(FoundPerson::score).reversed()).limit(MOST_FOUND)
                .toList();
        similarities = this.found.stream().map(person -> truth.stream()
                .mapToDouble(human -> CocoSimilarity.of(person, human)).toArray()).toArray(double[][]::new);
    }

    /** Of the i-th surest person found and the j-th annotated. */
    double similarity(int i, int j) {
        return similarities[i][j];
    }

    /** People found that are looked at. */
    int found() {
        return found.size();
    }

    /** The similarity of the pose that comes nearest to the j-th person annotated; 0 when nobody was found. */
    double best(int j) {
        return IntStream.range(0, found.size()).mapToDouble(i -> similarities[i][j]).max().orElse(0);
    }

    /** What becomes of the people found when only those annotated of some sizes count. */
    Verdicts verdicts(AreaRange sizes) {
        boolean[] ignored = new boolean[truth.size()];
        int expected = 0;
        for (int j = 0; j < ignored.length; j++) {
            ignored[j] = truth.get(j).ignored() || !sizes.contains(truth.get(j).area());
            expected += ignored[j] ? 0 : 1;
        }
        List<Integer> countedFirst = IntStream.range(0, ignored.length).boxed()
                .sorted(Comparator.comparing(j -> ignored[j])).toList();
        List<List<Verdicts.Hit>> hits = IntStream.range(0, Thresholds.similarities())
                .mapToObj(t -> hits(Math.min(Thresholds.similarity(t), STRICTEST), sizes, ignored, countedFirst))
                .toList();
        return new Verdicts(found.stream().map(FoundPerson::score).toList(), hits, expected);
    }

    private List<Verdicts.Hit> hits(double threshold, AreaRange sizes, boolean[] ignored, List<Integer> countedFirst) {
        boolean[] taken = new boolean[truth.size()];
        List<Verdicts.Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int choice = choice(similarities[i], threshold, taken, ignored, countedFirst);
            if (choice >= 0) {
                taken[choice] = true;
                hits.add(ignored[choice] ? Verdicts.Hit.NOT_COUNTED : Verdicts.Hit.RIGHT);
            } else {
                hits.add(sizes.contains(found.get(i).area()) ? Verdicts.Hit.WRONG : Verdicts.Hit.NOT_COUNTED);
            }
        }
        return hits;
    }

    /** Whom somebody found is taken for; -1: nobody. */
    private int choice(double[] similarity, double threshold, boolean[] taken, boolean[] ignored,
            List<Integer> countedFirst) {
        double best = threshold;
        int choice = -1;
        for (int j : countedFirst) {
            boolean free = !taken[j] || truth.get(j).crowd();
            boolean betterKind = choice >= 0 && !ignored[choice] && ignored[j];
            if (free && !betterKind && similarity[j] >= best) {
                best = similarity[j];
                choice = j;
            }
        }
        return choice;
    }
}
