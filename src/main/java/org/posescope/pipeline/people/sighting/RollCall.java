package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.List;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
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
        float overlap = detection.region().overlap(sighting.next());
        return overlap > SAME_REGION ? overlap : 0;
    }

    /**
     * Where newcomers were looked for a short time ago in vain: where a detector says again that somebody is in the same place, the pose network
     * will not see them this time either.
     */
    public static final class TriedPlaces {
        private static final long MEMORY_MICROS = 900_000;
        private static final float SAME = 0.5f;
        /** A box around a pose may lack what the detector's box has, and the other way round. */
        private static final float THERE = 0.3f;

        private final List<Place> places = new ArrayList<>();

        private record Place(Box box, long micros) {}

        /**
         * Those of them who are somewhere else; their places count as tried from now on.
         *
         * @param most so many of them, the first ones
         */
        public List<Detection> elsewhere(List<Detection> found, int most, long ptsMicros) {
            places.removeIf(place -> ptsMicros - place.micros > MEMORY_MICROS);
            List<Detection> fresh = found.stream().filter(each -> each.box().stream()
                    .noneMatch(box -> places.stream().anyMatch(place -> place.box.iou(box) > SAME))).limit(most)
                    .toList();
            fresh.forEach(each -> each.box().ifPresent(box -> places.add(new Place(box, ptsMicros))));
            return fresh;
        }

        /** Newcomers were seen in the boxes: should they be lost, they are looked for again in the same place. */
        public void found(List<Box> people) {
            places.removeIf(place -> people.stream().anyMatch(box -> place.box.iou(box) > THERE));
        }
    }
}
