package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.List;

import org.posescope.detect.Detection;
import org.posescope.pose.Box;

/**
 * Where newcomers were looked for a short time ago in vain: where a detector says again that somebody is in the same place, the pose network
 * will not see them this time either.
 */
public final class TriedPlaces {
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
                .noneMatch(box -> places.stream().anyMatch(place -> place.box.iou(box) > SAME))).limit(most).toList();
        fresh.forEach(each -> each.box().ifPresent(box -> places.add(new Place(box, ptsMicros))));
        return fresh;
    }

    /** Newcomers were seen in the boxes: should they be lost, they are looked for again in the same place. */
    public void found(List<Box> people) {
        places.removeIf(place -> people.stream().anyMatch(box -> place.box.iou(box) > THERE));
    }
}
