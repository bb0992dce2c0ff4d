package org.posescope.app.player;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.record.JpegPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the last moments of a live source as they were shown, as much as memory is set aside for. Pictures are compressed on a thread of its
 * own; one that comes while that is at the one before is left out.
 */
public final class LookBack implements Reel, AutoCloseable {
    /** What is held at most. */
    record Limits(long bytes, long micros) {
        static final Limits USUAL = new Limits(128L << 20, 300_000_000);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final NewestSlot screen;
    private final FramePool pool;
    private final Limits limits;
    private final Thread thread;

    /** These are guarded by this object; pictures are made and freed by the thread. */
    private final NewestSlot arrived = new NewestSlot();
    private final TreeMap<Long, Held> held = new TreeMap<>();
    private long bytes;
    private Optional<Held> wanted = Optional.empty();
    private boolean forgotten;
    private boolean due;
    private boolean closed;

    /** A moment without its pixels. */
    private record Held(JpegPicture picture, long index, long ptsMicros, long positionMicros, long capturedAtNanos,
            List<Person> people, SourceInfo source, Optional<Camera> camera) {}

    /**
     * @param screen takes the moments that are looked back at; stays the caller's
     * @param pool   of their pictures; stays open longer
     */
    public LookBack(NewestSlot screen, FramePool pool) {
        this(screen, pool, Limits.USUAL);
    }

    LookBack(NewestSlot screen, FramePool pool, Limits limits) {
        this.screen = screen;
        this.pool = pool;
        this.limits = limits;
        thread = Thread.ofPlatform().name("posescope-look-back").daemon()
                .uncaughtExceptionHandler((dead, error) -> LOG.error("{} died", dead.getName(), error))
                .start(this::run);
    }

    /** A moment is shown, which stays the caller's; of a source that is not live nothing is held. */
    public synchronized void seen(ShownFrame moment) {
        boolean live = moment.source().kind().live();
        boolean other = !held.isEmpty() && !held.lastEntry().getValue().source().equals(moment.source());
        if (other || (!held.isEmpty() && moment.positionMicros() <= held.lastKey())) {
            forgotten = true;
        }
        if (live && !closed) {
            arrived.put(new ShownFrame(moment.frame().retain(), moment.people(), moment.source(),
                    moment.positionMicros(), moment.camera()));
        }
        wake(live || forgotten);
    }

    private void wake(boolean needed) {
        due = due || needed;
        notifyAll();
    }

    @Override
    public synchronized Optional<Span> held() {
        return held.size() < 2 || forgotten
                ? Optional.empty()
                : Optional.of(new Span(held.firstKey(), held.lastKey()));
    }

    @Override
    public synchronized long show(long positionMicros, int steps) {
        if (held().isEmpty()) {
            return positionMicros;
        }
        Map.Entry<Long, Held> entry = Optional.ofNullable(held.floorEntry(positionMicros)).orElseGet(held::firstEntry);
        for (int step = 0; step < Math.abs(steps); step++) {
            Map.Entry<Long, Held> next = steps > 0 ? held.higherEntry(entry.getKey()) : held.lowerEntry(entry.getKey());
            entry = next == null ? entry : next;
        }
        wanted = Optional.of(entry.getValue());
        wake(true);
        return entry.getKey();
    }

    private void run() {
        try {
            while (awaitWork()) {
                forget();
                arrived.take().ifPresent(this::hold);
                takeWanted().ifPresent(this::restore);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            arrived.close();
            drop();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!due && !closed) {
            wait();
        }
        due = false;
        return !closed;
    }

    private synchronized void forget() {
        if (forgotten) {
            forgotten = false;
            drop();
        }
    }

    private synchronized void drop() {
        held.values().forEach(each -> each.picture().close());
        held.clear();
        bytes = 0;
        wanted = Optional.empty();
    }

    private void hold(ShownFrame moment) {
        try (moment) {
            Frame frame = moment.frame();
            Held newest = new Held(JpegPicture.of(frame), frame.index(), frame.ptsMicros(), moment.positionMicros(),
                    frame.capturedAtNanos(), moment.people(), moment.source(), moment.camera());
            add(newest);
        }
    }

    private synchronized void add(Held newest) {
        held.put(newest.positionMicros(), newest);
        bytes += newest.picture().bytes();
        while (!held.isEmpty()
                && (bytes > limits.bytes() || newest.positionMicros() - held.firstKey() > limits.micros())) {
            Held oldest = held.pollFirstEntry().getValue();
            bytes -= oldest.picture().bytes();
            oldest.picture().close();
        }
    }

    private synchronized Optional<Held> takeWanted() {
        Optional<Held> taken = wanted.filter(each -> each.equals(held.get(each.positionMicros())));
        wanted = Optional.empty();
        return taken;
    }

    private void restore(Held moment) {
        Frame frame = new Frame(moment.picture().restore(pool), moment.index(), moment.positionMicros(),
                moment.capturedAtNanos()).movedTo(moment.index(), moment.ptsMicros());
        screen.show(new ShownFrame(frame, moment.people(), moment.source(), moment.positionMicros(), moment.camera()));
    }

    /** Frees everything within a second. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("looking back did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
