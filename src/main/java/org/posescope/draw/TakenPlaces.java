package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rectangles of a picture that something was written in, pixels. */
final class TakenPlaces {
    private final List<Place> places = new ArrayList<>();

    private record Place(double left, double top, double width, double height) {
        boolean meets(Place other) {
            return left < other.left + other.width && other.left < left + width && top < other.top + other.height
                    && other.top < top + height;
        }
    }

    /**
     * Takes a place that covers no other: the one that is wanted, or the nearest below it.
     *
     * @return its top
     */
    double place(double left, double top, double width, double height) {
        Place wanted = new Place(left, top, width, height);
        Optional<Place> covered = covered(wanted);
        while (covered.isPresent()) {
            wanted = new Place(left, covered.get().top + covered.get().height, width, height);
            covered = covered(wanted);
        }
        places.add(wanted);
        return wanted.top;
    }

    private Optional<Place> covered(Place wanted) {
        return places.stream().filter(wanted::meets).findFirst();
    }
}
