package org.posescope.record.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PictureFile;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FrameOutput;
import org.posescope.record.video.Timeline;

/**
 * The people of a run, frame by frame, kept in memory without their pictures, to be exported later. Frames are counted and timed
 * from the first one. It holds a limited number of sightings, each about 5 kB, and ends there. Thread-safe.
 */
public final class PeopleLog implements FrameOutput {
    /** Sightings of a person in a frame: 22 minutes of one person at 30 frames a second, about 200 MB. */
    public static final int USUAL_CAPACITY = 40_000;

    private final int capacity;
    private final long frameMicros;
    private final Timeline timeline;
    private final List<Entry> entries = new ArrayList<>();
    private int sightings;
    private long beginMicros;
    private long endMicros;
    private boolean full;
    private Optional<CameraFacts> camera = Optional.empty();

    private record Entry(long ptsMicros, Optional<PictureFile> file, Optional<CameraFacts> camera,
            List<Person> people) {}

    /**
     * @param frameMicros how long a frame nominally lasts
     * @param capacity    how often people in frames are kept
     */
    public PeopleLog(long frameMicros, int capacity) {
        this.timeline = new Timeline(frameMicros);
        this.capacity = capacity;
        this.frameMicros = frameMicros;
    }

    @Override
    public synchronized void accept(Frame frame, List<Person> people) {
        long micros = timeline.place(frame.ptsMicros());
        beginMicros = endMicros == 0 ? micros : beginMicros;
        endMicros = micros + frameMicros;
        full = full || sightings + people.size() > capacity;
        if (!full) {
            sightings += people.size();
            entries.add(new Entry(micros, frame.file(), camera, List.copyOf(people)));
        }
        camera = Optional.empty();
    }

    @Override
    public synchronized void camera(CameraFacts facts) {
        camera = Optional.of(facts);
    }

    /** Whether there was more than it holds. */
    public synchronized boolean full() {
        return full;
    }

    /** Frames that it holds. */
    public synchronized int frames() {
        return entries.size();
    }

    /** How long all that it was handed lasts, microseconds, whether it holds all of it or not. */
    public synchronized long micros() {
        return endMicros - beginMicros;
    }

    /** In how many frames each person was seen, by id. */
    public synchronized SortedMap<Integer, Integer> people() {
        SortedMap<Integer, Integer> frames = new TreeMap<>();
        entries.forEach(entry -> entry.people().forEach(person -> frames.merge(person.id(), 1, Integer::sum)));
        return frames;
    }

    /** Who was seen in most frames, the first of them if there are several; empty when nobody was. */
    public OptionalInt mainPerson() {
        return people().entrySet().stream().reduce((first, second) -> second.getValue() > first.getValue()
                ? second
                : first).map(Map.Entry::getKey).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /**
     * Hands all of it to an export, in order, as frames of one black pixel: exports look at their number and time alone.
     *
     * @param only the person to export; empty: everybody
     */
    public void replay(FrameOutput export, OptionalInt only) {
        List<Entry> all;
        synchronized (this) {
            all = List.copyOf(entries);
        }
        try (FramePool pool = new FramePool()) {
            for (int i = 0; i < all.size(); i++) {
                Entry entry = all.get(i);
                entry.camera().ifPresent(export::camera);
                long pts = entry.ptsMicros() - all.getFirst().ptsMicros();
                try (Frame frame = frame(new Frame(pool.acquire(1, 1), i, pts, 0), entry.file())) {
                    export.accept(frame, entry.people().stream()
                            .filter(person -> only.isEmpty() || person.id() == only.getAsInt()).toList());
                }
            }
        }
    }

    private static Frame frame(Frame black, Optional<PictureFile> file) {
        return file.map(black::readFrom).orElse(black);
    }

    @Override
    public String format() {
        return "memory";
    }

    /** What it holds stays. */
    @Override
    public void close() {}
}
