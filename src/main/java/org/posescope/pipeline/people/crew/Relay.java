package org.posescope.pipeline.people.crew;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.people.crew.LookQueue.DueLook;
import org.posescope.pose.topdown.PoseObservation;

/**
 * Where several people are followed, what was seen of one of them tells where to look for them in the next frame while the others are
 * still looked at in this one. Looks made ahead count only in the very regions that the frame before gives in the end, so that results do
 * not depend on which thread is first. Thread-safe.
 */
public final class Relay {
    private final float minPresence;
    private final LookQueue queue = new LookQueue();
    private final NavigableMap<Long, Open> frames = new TreeMap<>();
    /** Where people are expected in frames that are not open yet. */
    private final NavigableMap<Long, Map<Long, Region>> expected = new TreeMap<>();

    /** A frame that may be looked at, which it holds, and looks at those whose place in it is known. */
    record Open(InFlight job, Map<Long, DueLook> looks) {}

    /** @param minPresence 0..1, where less of somebody was seen they are not looked for in the next frame */
    public Relay(float minPresence) {
        this.minPresence = minPresence;
    }

    LookQueue queue() {
        return queue;
    }

    /** From now on the frame of a job may be looked at, though frames before it are not through. */
    public void open(Job job) {
        opened(InFlight.of(job));
    }

    synchronized Open opened(InFlight job) {
        Open frame = frames.computeIfAbsent(job.sequence(), _ -> {
            job.frame().retain();
            return new Open(job, new HashMap<>());
        });
        Optional.ofNullable(expected.remove(job.sequence()))
                .ifPresent(places -> places.forEach((who, region) -> lookAhead(frame, who, region)));
        return frame;
    }

    /** Looks at people of a frame when those before it are through, in their order; nothing drops them any more. */
    synchronized List<DueLook> looks(InFlight job, List<Whereabouts> people) {
        Open frame = opened(job);
        return people.stream().map(each -> wanted(frame, each.who(), each.region())).toList();
    }

    private DueLook wanted(Open frame, long who, Region region) {
        Optional<DueLook> ahead = known(frame, who, region);
        DueLook wanted = ahead.map(queue::urgent)
                .orElseGet(() -> queue.wanted(frame.job, region, seen(frame.job.sequence(), who, region)));
        frame.looks.put(who, wanted);
        return wanted;
    }

    /** Notes who is followed from a frame on, and where, when it is through as all before it are. */
    synchronized void through(long sequence, List<Whereabouts> people) {
        drop(frames.headMap(sequence, true));
        expected.headMap(sequence, true).clear();
        Map<Long, Region> places = people.stream().collect(Collectors.toMap(Whereabouts::who, Whereabouts::region));
        frames.values().forEach(frame -> forget(frame, who -> !places.containsKey(who)));
        expected.values().forEach(each -> each.keySet().retainAll(places.keySet()));
        places.forEach((who, region) -> expect(sequence + 1, who, region));
    }

    /** Lets go of all frames; looks that are waited for are made all the same. */
    public synchronized void clear() {
        drop(frames);
        expected.clear();
    }

    private void drop(Map<Long, Open> unwanted) {
        for (Open frame : unwanted.values()) {
            forget(frame, _ -> true);
            frame.job.frame().close();
        }
        unwanted.clear();
    }

    private void forget(Open frame, LongPredicate unwanted) {
        frame.looks.entrySet().removeIf(each -> {
            boolean goes = unwanted.test(each.getKey());
            if (goes) {
                queue.withdraw(each.getValue());
            }
            return goes;
        });
    }

    private void expect(long sequence, long who, Region region) {
        Open frame = frames.get(sequence);
        if (frame == null) {
            expected.computeIfAbsent(sequence, _ -> new HashMap<>()).put(who, region);
        } else if (known(frame, who, region).isEmpty()) {
            forget(frame, each -> each == who);
            lookAhead(frame, who, region);
        }
    }

    private static Optional<DueLook> known(Open frame, long who, Region region) {
        return Optional.ofNullable(frame.looks.get(who)).filter(look -> look.region().equals(region));
    }

    private void lookAhead(Open frame, long who, Region region) {
        if (region.usable(frame.job.frame().width(), frame.job.frame().height())) {
            frame.looks.put(who, queue.ahead(frame.job, region, seen(frame.job.sequence(), who, region)));
        }
    }

    private Consumer<PoseObservation> seen(long sequence, long who, Region region) {
        return observation -> handOn(sequence, who, region, observation);
    }

    private synchronized void handOn(long sequence, long who, Region region, PoseObservation seen) {
        Optional<DueLook> counts = Optional.ofNullable(frames.get(sequence))
                .flatMap(frame -> known(frame, who, region));
        if (counts.isPresent() && seen.person().score() >= minPresence) {
            expect(sequence + 1, who, seen.nextRegion());
        }
    }

    /**
     * A frame that looks are made at.
     *
     * @param sequence position among those admitted
     * @param frame    as in {@link Job#frame}
     * @param steps    are told how long they take
     */
    record InFlight(long sequence, Frame frame, StepListener steps) {
        static InFlight of(Job job) {
            return new InFlight(job.sequence(), job.frame(), job);
        }
    }

    /**
     * Where to look for somebody.
     *
     * @param who the same for the same person from frame to frame, and for nobody else
     */
    public record Whereabouts(long who, Region region) {}
}
