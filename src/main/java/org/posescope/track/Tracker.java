package org.posescope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.posescope.pose.Person;

/**
 * Gives people identities that last: association of predicted tracks with the people of a frame, first those of high score
 * with all tracks, then those of low score with the tracks left over (ByteTrack, Zhang et al. 2022). Frames come in order; one
 * thread uses it at a time.
 */
public final class Tracker {
    private final TrackerSettings settings;
    private final List<Track> tracks = new ArrayList<>();
    private int lastId;
    private boolean started;
    private long lastMicros;

    public Tracker(TrackerSettings settings) {
        this.settings = settings;
    }

    /** The people whose track is confirmed, with its id, in order of ids. Ids count from 1 and are never used again. */
    public List<Person> update(List<Person> people, long ptsMicros) {
        tracks.removeIf(track -> ptsMicros - track.seenMicros() > settings.keepLostMicros());
        tracks.forEach(track -> track.predict(ptsMicros));
        List<Person> high = people.stream().filter(person -> person.score() >= settings.highScore()).toList();
        List<Person> low = people.stream().filter(person -> person.score() < settings.highScore()).toList();
        List<Seen> seen = new ArrayList<>();
        List<Track> free = new ArrayList<>(tracks);
        List<Person> strangers = match(high, free, settings.minSimilarity(), ptsMicros, seen);
        free.removeIf(track -> track.seenMicros() != lastMicros);
        match(low, free, settings.minLowScoreSimilarity(), ptsMicros, seen);
        tracks.removeIf(track -> !track.confirmed() && track.seenMicros() != ptsMicros);
        strangers.forEach(stranger -> seen.add(start(stranger, ptsMicros)));
        confirm(seen);
        started = true;
        lastMicros = ptsMicros;
        return seen.stream().filter(each -> each.track.confirmed()).map(each -> each.person.withId(each.track.id()))
                .sorted(Comparator.comparingInt(Person::id)).toList();
    }

    private void confirm(List<Seen> seen) {
        for (Seen each : seen) {
            if (!each.track.confirmed() && (!started || lasting(each.track))) {
                each.track.confirm(++lastId);
            }
        }
    }

    private boolean lasting(Track track) {
        return track.hits() >= settings.confirmHits() && track.ageMicros() >= settings.confirmMicros();
    }

    /** Forgets everybody, so that the next frame is a first frame; ids go on. */
    public void restart() {
        tracks.clear();
        started = false;
    }

    private record Seen(Track track, Person person) {}

    private List<Person> match(List<Person> people, List<Track> candidates, double minimum, long ptsMicros,
            List<Seen> seen) {
        double[][] similarity = new double[people.size()][candidates.size()];
        for (int p = 0; p < people.size(); p++) {
            for (int t = 0; t < candidates.size(); t++) {
                similarity[p][t] = candidates.get(t).similarity(people.get(p));
            }
        }
        int[] trackOf = Assignment.best(similarity, minimum);
        List<Track> matched = new ArrayList<>();
        List<Person> strangers = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            if (trackOf[p] < 0) {
                strangers.add(people.get(p));
            } else {
                Track track = candidates.get(trackOf[p]);
                track.see(people.get(p), ptsMicros);
                matched.add(track);
                seen.add(new Seen(track, people.get(p)));
            }
        }
        candidates.removeAll(matched);
        return strangers;
    }

    private Seen start(Person person, long ptsMicros) {
        Track track = new Track(person, ptsMicros);
        tracks.add(track);
        return new Seen(track, person);
    }
}
