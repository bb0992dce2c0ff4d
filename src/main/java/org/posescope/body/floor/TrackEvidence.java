package org.posescope.body.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.posescope.body.math.Vec3;

/** What the planted feet of one person tell of the floor: the places where they stood, and which way was up. */
final class TrackEvidence {
    /** Places nearer than this are one: errors of a foot that stays are the same all the time. */
    private static final double CELL = 0.25;
    private static final int MOST_CELLS = 60;
    private static final int MOST_BALANCES = 150;
    private static final int MOST_COUNTED = 100;
    /** A planted foot this far above the other one stands on something else, metres. */
    private static final double STEP = 0.08;
    /** Who bends a knee more than this need not be in balance over the feet, degrees. */
    private static final double SITTING = 70;
    private static final double LEAST_RISE = 0.5;

    private final LinkedHashMap<Cell, Place> cells = new LinkedHashMap<>();
    private final List<Vec3> balances = new ArrayList<>();
    private int count;

    private record Cell(long x, long z, boolean left) {}

    private static final class Place {
        private Vec3 mean = Vec3.ZERO;
        private int count;

        void add(Vec3 place) {
            count = Math.min(MOST_COUNTED, count + 1);
            mean = mean.lerp(place, 1.0 / count);
        }
    }

    /**
     * Takes a moment.
     *
     * @param up as far as it is known
     */
    void add(Feet feet, PlantedFeet.Planted planted, Vec3 up) {
        contacts(feet, planted, up).forEach(this::contact);
        Vec3 balance = feet.balance();
        if (planted.both() && feet.kneeFlexion() < SITTING && balance.dot(up) > LEAST_RISE && feet.aloneCarry(up)) {
            balances.add(balance);
            if (balances.size() > MOST_BALANCES) {
                balances.removeFirst();
            }
        }
    }

    private record Contact(Vec3 place, boolean left) {}

    private static List<Contact> contacts(Feet feet, PlantedFeet.Planted planted, Vec3 up) {
        Vec3 left = feet.lowest(true, up);
        Vec3 right = feet.lowest(false, up);
        double leftHigher = up.dot(left.minus(right));
        List<Contact> contacts = new ArrayList<>();
        if (planted.left() && leftHigher < STEP) {
            contacts.add(new Contact(left, true));
        }
        if (planted.right() && -leftHigher < STEP) {
            contacts.add(new Contact(right, false));
        }
        return contacts;
    }

    /** Where the feet stand in a moment, the lowest point of each that counts. */
    static List<Vec3> places(Feet feet, PlantedFeet.Planted planted, Vec3 up) {
        return contacts(feet, planted, up).stream().map(Contact::place).toList();
    }

    private void contact(Contact contact) {
        Cell cell = new Cell(Math.round(contact.place.x() / CELL), Math.round(contact.place.z() / CELL), contact.left);
        cells.computeIfAbsent(cell, _ -> new Place()).add(contact.place);
        if (cells.size() > MOST_CELLS) {
            cells.pollFirstEntry();
        }
        count++;
    }

    /** Moments in which a foot stood. */
    int count() {
        return count;
    }

    /** The places where feet stood, each once. */
    List<Vec3> places() {
        return cells.values().stream().map(place -> place.mean).toList();
    }

    /** How far the farthest place is from the middle of all of them, metres. */
    double spread() {
        Vec3 middle = Vec3.mean(places().toArray(Vec3[]::new));
        return places().stream().mapToDouble(middle::distance).max().orElse(0);
    }

    /** The direction in which the body was in balance over the feet, mostly; empty when it was never seen to stand. */
    Optional<Vec3> up() {
        return balances.isEmpty() ? Optional.empty() : Optional.of(median(balances).unit());
    }

    private static Vec3 median(List<Vec3> vectors) {
        return new Vec3(median(vectors.stream().mapToDouble(Vec3::x).sorted().toArray()),
                median(vectors.stream().mapToDouble(Vec3::y).sorted().toArray()),
                median(vectors.stream().mapToDouble(Vec3::z).sorted().toArray()));
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
