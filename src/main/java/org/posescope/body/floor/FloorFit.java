package org.posescope.body.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Person;

/** Finds the floor of a whole run, after its end. Used by one thread at a time. */
public final class FloorFit {
    /** How long a foot stands before that is noticed. */
    public static final long STILL_MICROS = PlantedFeet.WINDOW_MICROS;

    private static final int MOST_TRACKS = 1000;
    /** Until the direction of the floor is looked up again. */
    private static final int FRAMES_BETWEEN = 25;

    private final BodyModel model;
    private final RestSoles soles;
    private final FloorEvidence evidence;
    private Vec3 up = Ground.LEVEL;
    private long frames;
    private final Map<Integer, TreeMap<Long, PlantedFeet.Planted>> planted = new HashMap<>();

    /** @param model whose parameters people have */
    public FloorFit(BodyModel model) {
        this.model = model;
        this.soles = new RestSoles(model);
        this.evidence = new FloorEvidence(Optional.of(model), MOST_TRACKS);
    }

    /** Takes the people of the next frame. */
    public void add(long ptsMicros, List<Person> people) {
        if (++frames % FRAMES_BETWEEN == 0) {
            up = evidence.solve().map(Ground::up).orElse(up);
        }
        for (Person person : people) {
            evidence.add(person, ptsMicros, up).filter(moment -> moment.planted().any())
                    .ifPresent(moment -> planted.computeIfAbsent(person.id(), _ -> new TreeMap<>()).put(ptsMicros,
                            moment.planted()));
        }
    }

    /** The floor that agrees best with the whole run; empty when nobody stood. */
    public Optional<Ground> ground() {
        return evidence.solve();
    }

    /** When a foot of somebody was found to have stood still for {@link #STILL_MICROS}, in microseconds. */
    public NavigableSet<Long> planted(int id, boolean left) {
        NavigableSet<Long> times = new TreeSet<>();
        planted.getOrDefault(id, new TreeMap<>()).forEach((micros, each) -> {
            if (left ? each.left() : each.right()) {
                times.add(micros);
            }
        });
        return times;
    }

    /**
     * How far somebody's feet are above the floor over time, where they are taken to stand on it.
     *
     * @param betas   the shape of the body, 10 components
     * @param moments of the body, in order of time
     */
    public SoleHeights heights(Ground ground, int id, float[] betas, List<BodyMoment> moments) {
        BodyFeet feet = new BodyFeet(model, soles, betas);
        Map<Long, PlantedFeet.Planted> standing = planted.getOrDefault(id, new TreeMap<>());
        SoleHeights heights = new SoleHeights();
        for (BodyMoment moment : moments) {
            Optional.ofNullable(standing.get(moment.micros())).ifPresent(each -> TrackEvidence
                    .places(feet.posed(moment.rotations(), moment.pelvis()), each, ground.up()).stream()
                    .mapToDouble(ground::above).average().ifPresent(above -> heights.add(moment.micros(), above)));
        }
        return heights;
    }
}
