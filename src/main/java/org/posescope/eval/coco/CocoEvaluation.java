package org.posescope.eval.coco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the people found in pictures with those annotated, by the protocol of the COCO keypoint challenge. */
public final class CocoEvaluation {
    private static final int AT_50 = 0;
    private static final int AT_75 = 5;

    private final CocoAnnotations annotations;
    private final Map<Long, PictureMatch> pictures = new LinkedHashMap<>();

    /** @param found people of pictures that are not annotated count for nothing */
    public CocoEvaluation(CocoAnnotations annotations, List<FoundPerson> found) {
        this.annotations = annotations;
        Map<Long, List<FoundPerson>> byPicture = found.stream()
                .collect(Collectors.groupingBy(FoundPerson::picture));
        annotations.pictures().forEach(picture -> pictures.put(picture.id(),
                new PictureMatch(annotations.people(picture.id()), byPicture.getOrDefault(picture.id(), List.of()))));
    }

    /** The ten numbers. */
    public CocoFigures figures() {
        PrecisionRecall all = precisionRecall(AreaRange.ALL);
        PrecisionRecall medium = precisionRecall(AreaRange.MEDIUM);
        PrecisionRecall large = precisionRecall(AreaRange.LARGE);
        return new CocoFigures(all.averagePrecision(), all.averagePrecision(AT_50), all.averagePrecision(AT_75),
                medium.averagePrecision(), large.averagePrecision(), all.averageRecall(), all.recall(AT_50),
                all.recall(AT_75), medium.averageRecall(), large.averageRecall());
    }

    PrecisionRecall precisionRecall(AreaRange sizes) {
        return new PrecisionRecall(pictures.values().stream().map(picture -> picture.verdicts(sizes)).toList());
    }

    PictureMatch picture(long id) {
        return pictures.get(id);
    }

    /** How near the poses come to everybody of whom so many points are labelled. */
    public MeanSimilarity meanSimilarity(int leastLabelled) {
        int people = 0;
        double sum = 0;
        for (CocoPicture picture : annotations.pictures()) {
            List<AnnotatedPerson> truth = annotations.people(picture.id());
            for (int j = 0; j < truth.size(); j++) {
                if (!truth.get(j).ignored() && truth.get(j).labelled() >= leastLabelled) {
                    people++;
                    sum += pictures.get(picture.id()).best(j);
                }
            }
        }
        return new MeanSimilarity(leastLabelled, people, people == 0 ? 0 : sum / people);
    }
}
