package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.List;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.pose.Box;
import org.posescope.track.Assignment;

/**
 * Compares whom a detector found with those who are followed: each detection is of one person at most.
 *
 * @param followed with what the look says of them
 * @param unknown  detections of nobody who is followed, best first
 */
public record RollCall(List<Sighting> followed, List<Detection> unknown) {
    private static final float SAME_BOX = 0.3f;
    /** One who comes into the picture, or out from behind something, is seen whole by one of both only. */
    private static final float WITHIN = 0.4f;
    private static final float SAME_REGION = 0.4f;

    /** @param seconds since the look before, in which whom it misses has become less sure to be there; 0 of a detector that misses many */
    public static RollCall of(List<Sighting> seen, List<Detection> detections, double seconds, Frame frame) {
        double[][] similarity = new double[seen.size()][detections.size()];
        for (int s = 0; s < seen.size(); s++) {
            for (int d = 0; d < detections.size(); d++) {
                similarity[s][d] = similarity(seen.get(s), detections.get(d), frame);
            }
        }
        int[] assigned = Assignment.best(similarity, Double.MIN_VALUE);
        List<Sighting> followed = new ArrayList<>();
        List<Detection> unknown = new ArrayList<>(detections);
        for (int s = 0; s < seen.size(); s++) {
            Sighting sighting = seen.get(s);
            if (assigned[s] >= 0) {
                Detection own = detections.get(assigned[s]);
                unknown.remove(own);
                followed.add(sighting
                        .with(sighting.evidence().confirmed(Evidence.of(own, sighting.person(), frame))));
            } else {
                followed.add(sighting.with(sighting.evidence().missed(seconds)));
            }
        }
        unknown.removeIf(each -> each.box().isEmpty()
                && seen.stream().anyMatch(sighting -> similarity(sighting, each, frame) > 0));
        return new RollCall(List.copyOf(followed), List.copyOf(unknown));
    }

    /** 0 where they are not of one person. */
    private static float similarity(Sighting sighting, Detection detection, Frame frame) {
        if (detection.box().isPresent()) {
            Box found = detection.box().get();
            Box seen = sighting.person().box().clip(frame.width(), frame.height());
            float overlap = Math.max(found.iou(seen), WITHIN * found.partOfSmaller(seen));
            return overlap > SAME_BOX ? overlap : 0;
        }
        float overlap = Regions.overlap(detection.region(), sighting.next());
        return overlap > SAME_REGION ? overlap : 0;
    }
}
