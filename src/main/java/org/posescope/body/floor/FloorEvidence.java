package org.posescope.body.floor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Person;

/** What the people of a scene tell of its floor so far. Used by one thread at a time. */
final class FloorEvidence {
    /** Who is seen for the first time is taken to stand where the knees are bent less, degrees. */
    private static final double STANDING = 40;
    private static final double LEAST_SEEN = 0.5;

    private final FeetOfPeople feet;
    private final int mostTracks;
    private final LinkedHashMap<Integer, Track> tracks = new LinkedHashMap<>();

    private static final class Track {
        private final PlantedFeet planted = new PlantedFeet();
        private final TrackEvidence evidence = new TrackEvidence();
    }

    /** The feet of somebody in a frame, and which of them stand. */
    record Moment(Feet feet, PlantedFeet.Planted planted) {
        List<Vec3> contacts(Vec3 up) {
            return TrackEvidence.places(feet, planted, up);
        }
    }

    /**
     * @param model      whose parameters people have; empty: their joints tell
     * @param mostTracks people who are remembered; the first are forgotten first
     */
    FloorEvidence(Optional<BodyModel> model, int mostTracks) {
        this.feet = new FeetOfPeople(model);
        this.mostTracks = mostTracks;
    }

    /**
     * Takes somebody in a frame; empty where nothing is known of them in space.
     *
     * @param up as far as it is known
     */
    Optional<Moment> add(Person person, long ptsMicros, Vec3 up) {
        return feet.of(person).map(each -> {
            Track track = tracks.computeIfAbsent(person.id(), _ -> new Track());
            if (tracks.size() > mostTracks) {
                tracks.pollFirstEntry();
            }
            PlantedFeet.Planted planted = planted(track, person, each, ptsMicros);
            if (planted.any()) {
                track.evidence.add(each, planted, up);
            }
            return new Moment(each, planted);
        });
    }

    private static PlantedFeet.Planted planted(Track track, Person person, Feet feet, long ptsMicros) {
        double left = FeetOfPeople.seen(person, "left_");
        double right = FeetOfPeople.seen(person, "right_");
        PlantedFeet.Planted planted = track.planted.at(ptsMicros, feet, left, right);
        boolean first = track.evidence.count() == 0 && Math.min(left, right) >= LEAST_SEEN
                && feet.kneeFlexion() < STANDING;
        return first && !planted.any() ? new PlantedFeet.Planted(true, true) : planted;
    }

    /** The floor that agrees best with all of it; empty until somebody stood. */
    Optional<Ground> solve() {
        return GroundSolver.solve(tracks.values().stream().map(track -> track.evidence).toList());
    }

    void forget() {
        tracks.clear();
    }
}
