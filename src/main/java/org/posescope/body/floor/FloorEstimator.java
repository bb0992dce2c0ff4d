package org.posescope.body.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Person;

/**
 * Finds the floor while people are seen, frame by frame and without delay: a first guess as soon as somebody stands, better the longer
 * and the more people stand. What it says moves softly and only when it is clearly wrong, so that a scene does not swim. Used by one thread
 * at a time.
 */
public final class FloorEstimator {
    private static final long GAP_MICROS = 900_000;
    private static final long SOLVE_MICROS = 400_000;
    private static final int MOST_TRACKS = 40;
    private static final double SOFTNESS_SECONDS = 0.5;
    private static final double STARTS_DEGREES = 1.5;
    private static final double STARTS_METRES = 0.03;
    private static final double STOPS_DEGREES = 0.2;
    private static final double STOPS_METRES = 0.004;
    /** Feet farther from the floor are not on it, metres. */
    private static final double REACH = 0.3;
    private static final double LIFT_SECONDS = 0.4;

    private final FloorEvidence evidence;
    private final FloorDoubt doubt = new FloorDoubt();
    private final Map<Integer, Double> above = new HashMap<>();
    private Optional<Ground> solved = Optional.empty();
    private Optional<Ground> shown = Optional.empty();
    private boolean moving;
    private long lastMicros = Long.MIN_VALUE;
    private long solvedMicros = Long.MIN_VALUE;

    /** @param model whose parameters people have; empty: their joints tell */
    public FloorEstimator(Optional<BodyModel> model) {
        this.evidence = new FloorEvidence(model, MOST_TRACKS);
    }

    /**
     * Takes the people of the next frame and says where the floor is; empty until somebody stood. A step back in time or of most of a
     * second is another scene.
     */
    public Optional<Standing> at(List<Person> people, long ptsMicros) {
        if (lastMicros != Long.MIN_VALUE && (ptsMicros < lastMicros || ptsMicros - lastMicros > GAP_MICROS)) {
            forget();
        }
        double seconds = lastMicros == Long.MIN_VALUE ? 0 : (ptsMicros - lastMicros) * 1e-6;
        lastMicros = ptsMicros;
        Vec3 up = shown.map(Ground::up).orElse(Ground.LEVEL);
        Map<Integer, FloorEvidence.Moment> moments = new HashMap<>();
        for (Person person : people) {
            evidence.add(person, ptsMicros, up).ifPresent(moment -> moments.put(person.id(), moment));
        }
        if (shown.filter(ground -> doubt.at(ptsMicros, heights(ground, moments))).isPresent()) {
            evidence.forget();
            people.forEach(person -> evidence.add(person, ptsMicros, Ground.LEVEL));
        }
        if (shown.isEmpty() || ptsMicros - solvedMicros >= SOLVE_MICROS) {
            solvedMicros = ptsMicros;
            solved = evidence.solve();
        }
        solved.ifPresent(ground -> follow(ground, seconds));
        return shown.map(ground -> standing(ground, moments, seconds));
    }

    private static List<Double> heights(Ground ground, Map<Integer, FloorEvidence.Moment> moments) {
        return moments.values().stream().flatMap(moment -> moment.contacts(ground.up()).stream()).map(ground::above)
                .toList();
    }

    /** What was seen so far counts no more. */
    public void forget() {
        evidence.forget();
        above.clear();
        solved = Optional.empty();
        shown = Optional.empty();
        moving = false;
        doubt.forget();
        lastMicros = Long.MIN_VALUE;
    }

    /** The floor as it is known by now. */
    public Optional<Ground> ground() {
        return solved;
    }

    private void follow(Ground ground, double seconds) {
        if (shown.isEmpty()) {
            shown = Optional.of(ground);
            return;
        }
        double turn = ground.turnFrom(shown.get());
        double rise = Math.abs(ground.height() - shown.get().height());
        moving = moving
                ? turn > STOPS_DEGREES || rise > STOPS_METRES
                : turn > STARTS_DEGREES || rise > STARTS_METRES;
        if (moving) {
            shown = Optional.of(shown.get().towards(ground, 1 - Math.exp(-seconds / SOFTNESS_SECONDS)));
        }
    }

    private Standing standing(Ground ground, Map<Integer, FloorEvidence.Moment> moments, double seconds) {
        double share = 1 - Math.exp(-seconds / LIFT_SECONDS);
        moments.forEach((id, moment) -> moment.contacts(ground.up()).stream().mapToDouble(ground::above)
                .filter(off -> Math.abs(off) < REACH).average()
                .ifPresent(off -> above.merge(id, off, (before, now) -> before + share * (now - before))));
        above.keySet().retainAll(moments.keySet());
        return new Standing(ground, above);
    }
}
