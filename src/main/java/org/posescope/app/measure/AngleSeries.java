package org.posescope.app.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

import org.posescope.body.floor.Ground;
import org.posescope.body.math.Rotation;
import org.posescope.measure.angle.AngleContinuity;
import org.posescope.measure.band.GaitCycles;
import org.posescope.measure.series.CurveRuns;

/** Angles over time as far as they are known, degrees without jumps. Immutable; nobody changes the arrays. */
final class AngleSeries {
    /** Frames that are farther apart do not follow each other, microseconds. */
    static final long GAP_MICROS = 500_000;
    /** More could not be told apart. */
    static final int MOST_CURVES = 12;
    static final AngleSeries NONE = new AngleSeries(new long[0], Collections.emptySortedSet(), Map.of(),
            Rotation.IDENTITY, FloorFacts.NONE);

    private final long[] micros;
    private final SortedSet<Integer> people;
    private final Map<Curve, double[]> degrees;
    private final Rotation level;
    private final FloorFacts floor;

    private AngleSeries(long[] micros, SortedSet<Integer> people, Map<Curve, double[]> degrees, Rotation level,
            FloorFacts floor) {
        this.micros = micros;
        this.people = people;
        this.degrees = degrees;
        this.level = level;
        this.floor = floor;
    }

    /**
     * The wanted curves of frames.
     *
     * @param frames in the order of time
     * @param wanted in the order in which they are shown
     * @param level  turns from the axes of the camera to upright ones
     */
    static AngleSeries of(List<FrameAngles> frames, Collection<Curve> wanted, Rotation level) {
        long[] micros = frames.stream().mapToLong(FrameAngles::micros).toArray();
        SortedSet<Integer> people = new TreeSet<>();
        frames.forEach(frame -> people.addAll(frame.people().keySet()));
        Map<Curve, double[]> degrees = new LinkedHashMap<>();
        for (Curve curve : wanted) {
            people.stream().filter(id -> curve.covers(id, curve.angle()))
                    .forEach(id -> degrees.putIfAbsent(new Curve(id, curve.angle()), unknown(micros.length)));
        }
        while (degrees.size() > MOST_CURVES) {
            degrees.remove(List.copyOf(degrees.keySet()).getLast());
        }
        degrees.keySet().stream().map(Curve::person).distinct().forEach(id -> fill(id, frames, degrees));
        return new AngleSeries(micros, Collections.unmodifiableSortedSet(people), degrees, level,
                FloorFacts.NONE);
    }

    /** The same above a floor of which something is known. */
    AngleSeries above(FloorFacts known) {
        return new AngleSeries(micros, people, degrees, level, known);
    }

    private static double[] unknown(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static void fill(int id, List<FrameAngles> frames, Map<Curve, double[]> degrees) {
        AngleContinuity continuity = new AngleContinuity();
        long before = Long.MIN_VALUE / 2;
        for (int i = 0; i < frames.size(); i++) {
            FrameAngles frame = frames.get(i);
            if (!frame.people().containsKey(id) || frame.micros() - before > GAP_MICROS) {
                continuity.restart();
            }
            before = frame.micros();
            int place = i;
            frame.of(id).map(continuity::next).ifPresent(all -> degrees.forEach((curve, values) -> {
                if (curve.person() == id) {
                    values[place] = all.get(curve.angle());
                }
            }));
        }
    }

    /** Places of the frames in the clip, ascending. */
    long[] micros() {
        return micros;
    }

    /** Who was seen. */
    SortedSet<Integer> people() {
        return people;
    }

    /** A value a frame, NaN where the person was out of sight; in the order in which they are shown. */
    Map<Curve, double[]> degrees() {
        return degrees;
    }

    /** From the axes of the camera to upright ones, as far as the floor is known. */
    Rotation level() {
        return level;
    }

    /** The floor, as far as it is known. */
    Optional<Ground> floor() {
        return floor.ground();
    }

    /** The gait cycles that a curve goes by. */
    GaitCycles cycles(Curve curve) {
        return floor.cycles().getOrDefault(FloorFacts.Foot.of(curve), GaitCycles.NONE);
    }

    /** What a curve says of the frame at a place; empty where that frame or person is not known. */
    OptionalDouble at(Curve curve, long position) {
        int index = CurveRuns.place(micros, position);
        double[] values = degrees.get(curve);
        return values == null || index >= micros.length || micros[index] != position || Double.isNaN(values[index])
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[index]);
    }
}
