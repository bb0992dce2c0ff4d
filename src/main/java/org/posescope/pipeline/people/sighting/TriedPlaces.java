package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.List;

import org.posescope.detect.Detection;
import org.posescope.pose.Box;

/**
 * Where newcomers were looked for a short time ago. Those who were there are followed since; where a detector says somebody else in the
 * same place, the pose network will not see them this time either.
 */
public final class TriedPlaces {
    private static final long MEMORY_MICROS = 900_000;
    private static final float SAME = 0.5f;

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
}
