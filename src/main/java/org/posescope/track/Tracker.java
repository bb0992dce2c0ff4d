package org.posescope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.frame.Frame;
import org.posescope.pose.Box;
import org.posescope.pose.Person;

/**
 * Gives people identities that last: association of predicted tracks with the people of a frame, first those of high score
 * with all tracks, confirmed ones first, then those of low score with the tracks left over (ByteTrack, Zhang et al. 2022). Frames come in
 * order; one thread uses it at a time.
 */
public final class Tracker {
    /** Likeness of what somebody wears to what one who was lost wore. */
    private static final double ALIKE = 0.6;
    /** By so much more than to what anybody else wore. */
    private static final double CLEARLY = 0.1;
    /** As a part of the picture's size. */
    private static final float MARGIN = 0.01f;

    private final TrackerSettings settings;
    private final IntSupplier ids;
    private final List<Track> tracks = new ArrayList<>();
    private boolean started;
    private long lastMicros;

    /** A tracker alone, whose ids count from 1. */
    public Tracker(TrackerSettings settings) {
        this(settings, new AtomicInteger()::incrementAndGet);
    }

    /** @param ids gives each person one that nobody else has */
    public Tracker(TrackerSettings settings, IntSupplier ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /** The people of a frame whose track is confirmed, with its id, in order of ids. Ids are never used again. */
    public List<Person> update(List<Person> people, Frame frame) {
        return update(people.stream().map(person -> Candidate.of(person, frame)).toList(), frame.ptsMicros());
    }

    List<Person> update(List<Candidate> candidates, long ptsMicros) {
        tracks.removeIf(track -> ptsMicros - track.seenMicros() > settings.keepLostMicros());
        tracks.forEach(track -> track.predict(ptsMicros));
        List<Seen> seen = new ArrayList<>();
        List<Track> free = new ArrayList<>(tracks.stream().filter(Track::confirmed).toList());
        List<Track> young = new ArrayList<>(tracks.stream().filter(track -> !track.confirmed()).toList());
        List<Candidate> strangers = match(candidates.stream().filter(this::high).toList(), free,
                settings.minSimilarity(), seen);
        strangers = match(strangers, young, settings.minSimilarity(), seen);
        List<Track> lately = new ArrayList<>(free);
        lately.addAll(young);
        lately.removeIf(track -> track.seenMicros() != lastMicros);
        match(candidates.stream().filter(each -> !high(each)).toList(), lately, settings.minLowScoreSimilarity(), seen);
        strangers = reunite(strangers, free, seen);
        seen.forEach(each -> each.track.see(each.candidate, alone(each), ptsMicros));
        tracks.removeIf(track -> !track.confirmed() && track.seenMicros() != ptsMicros);
        strangers.forEach(stranger -> seen.add(start(stranger, ptsMicros)));
        confirm(seen);
        started = true;
        lastMicros = ptsMicros;
        return seen.stream().filter(each -> each.track.confirmed())
                .map(each -> each.candidate.person().withId(each.track.id()))
                .sorted(Comparator.comparingInt(Person::id)).toList();
    }

    private boolean high(Candidate candidate) {
        return candidate.person().score() >= settings.highScore();
    }

    /** Whether nobody else is, or should be, where somebody is, so that what is seen there is theirs. */
    private boolean alone(Seen seen) {
        return tracks.stream().noneMatch(other -> other != seen.track && other.near(seen.candidate.person().box()));
    }

    private void confirm(List<Seen> seen) {
        for (Seen each : seen) {
            if (!each.track.confirmed() && (!started || lasting(each.track))) {
                each.track.confirm(ids.getAsInt());
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

    /** @param atEdge whether somebody may be coming into the picture, or leaving it */
    record Candidate(Person person, Appearance appearance, boolean atEdge) {
        static Candidate of(Person person, Frame frame) {
            Box box = person.box();
            float margin = MARGIN * Math.max(frame.width(), frame.height());
            boolean within = box.x() > margin && box.y() > margin && box.right() < frame.width() - margin
                    && box.bottom() < frame.height() - margin;
            return new Candidate(person, Appearance.of(person, frame), !within);
        }
    }

    private record Seen(Track track, Candidate candidate) {}

    /** Those of nobody's track. */
    private static List<Candidate> match(List<Candidate> candidates, List<Track> free, double minimum,
            List<Seen> seen) {
        return match(candidates, free, minimum, seen, (track, candidate) -> track.similarity(candidate, minimum));
    }

    /** Nobody comes into being in the midst of a picture: those who seem to are, if they are like one who was lost there, and like nobody else. */
    private static List<Candidate> reunite(List<Candidate> strangers, List<Track> lost, List<Seen> seen) {
        Map<Boolean, List<Candidate>> clear = strangers.stream().collect(Collectors.partitioningBy(stranger -> {
            List<Double> best = lost.stream().map(track -> track.reunion(stranger)).sorted(Comparator.reverseOrder())
                    .toList();
            return !best.isEmpty() && (best.size() == 1 || best.get(0) - best.get(1) > CLEARLY);
        }));
        List<Candidate> rest = match(clear.get(true), new ArrayList<>(lost), ALIKE, seen, Track::reunion);
        return Stream.concat(rest.stream(), clear.get(false).stream()).toList();
    }

    private static List<Candidate> match(List<Candidate> candidates, List<Track> free, double minimum, List<Seen> seen,
            ToDoubleBiFunction<Track, Candidate> likeness) {
        double[][] similarity = new double[candidates.size()][free.size()];
        for (int c = 0; c < candidates.size(); c++) {
            for (int t = 0; t < free.size(); t++) {
                similarity[c][t] = likeness.applyAsDouble(free.get(t), candidates.get(c));
            }
        }
        int[] trackOf = Assignment.best(similarity, minimum);
        List<Track> matched = new ArrayList<>();
        List<Candidate> strangers = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            if (trackOf[c] < 0) {
                strangers.add(candidates.get(c));
            } else {
                Track track = free.get(trackOf[c]);
                matched.add(track);
                seen.add(new Seen(track, candidates.get(c)));
            }
        }
        free.removeAll(matched);
        return strangers;
    }

    private Seen start(Candidate candidate, long ptsMicros) {
        Track track = new Track(candidate, ptsMicros);
        tracks.add(track);
        return new Seen(track, candidate);
    }
}
