package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rectangles of a picture that something was written in, pixels. */
final class TakenPlaces {
    private final List<Plate> places = new ArrayList<>();

    /**
     * Takes a place that covers no other: the one that is wanted, or the nearest below it.
     *
     * @return its top
     */
    double place(double left, double top, double width, double height) {
        Plate wanted = new Plate(left, top, width, height);
        Optional<Plate> covered = covered(wanted);
        while (covered.isPresent()) {
            wanted = wanted.at(covered.get().bottom());
            covered = covered(wanted);
        }
        places.add(wanted);
        return wanted.top();
    }

    private Optional<Plate> covered(Plate wanted) {
        return places.stream().filter(wanted::meets).findFirst();
    }
}
