package org.posescope.app.player;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.JpegPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compressed copies of pictures of the video that is open, so that going to one of them waits for no decoder. So many bytes are held;
 * beyond that, what is farthest from the place that was gone to last goes. Copies are made on a thread of its own; a picture that comes
 * while that is at another one is left out. Thread-safe.
 */
public final class QuickPictures implements AutoCloseable {
    /** Nearly 700 pictures of 720 lines. */
    private static final long BYTES = 64L << 20;
    /** After each copy that nobody waits for, the thread rests for so many times as long as it took. */
    private static final int REST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(QuickPictures.class);

    private final FramePool pool;
    private final long most;
    private final ExecutorService copier = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("posescope-quick-pictures").daemon().priority(Thread.MIN_PRIORITY).factory());
    private final ExecutorService filler = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("posescope-quick-filling").daemon().priority(Thread.MIN_PRIORITY).factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long restedNanos = System.nanoTime();

    /** These are guarded by this object. */
    private final TreeMap<Long, Copy> copies = new TreeMap<>();
    private Optional<SourceInfo> clip = Optional.empty();
    private long bytes;
    private long place;
    private boolean closed;

    /** @param fromMicros the earliest place whose first picture it is */
    private record Copy(JpegPicture picture, long fromMicros) {}

    /** @param pool of the pictures that are given; stays open longer */
    public QuickPictures(FramePool pool) {
        this(pool, BYTES);
    }

    QuickPictures(FramePool pool, long most) {
        this.pool = pool;
        this.most = most;
    }

    /** Forgets what is held, and holds pictures of another source from now on; none of one that is no video or cannot be sought. */
    synchronized void open(SourceInfo source) {
        forget();
        clip = Optional.of(source).filter(each -> each.kind() == SourceInfo.Kind.VIDEO && each.seekable());
        place = 0;
    }

    private void forget() {
        copies.values().forEach(each -> each.picture().close());
        copies.clear();
        bytes = 0;
    }

    /** The place that was gone to. */
    synchronized void goTo(long positionMicros) {
        place = positionMicros;
    }

    /**
     * A copy of the first picture at or after a place, with the index 0; empty where there is none, or it is not known whether there is
     * another picture before it.
     *
     * @param usable asked about the place of a picture before it is restored
     */
    synchronized Optional<Frame> first(long fromMicros, LongPredicate usable) {
        Map.Entry<Long, Copy> entry = copies.ceilingEntry(fromMicros);
        if (entry == null || entry.getValue().fromMicros() > fromMicros || !usable.test(entry.getKey())) {
            return Optional.empty();
        }
        return Optional.of(new Frame(entry.getValue().picture().restore(pool), 0, entry.getKey(), System.nanoTime()));
    }

    /** How many pictures are held. */
    synchronized int held() {
        return copies.size();
    }

    /** How much memory they take. */
    synchronized long bytes() {
        return bytes;
    }

    /**
     * Copies a picture unless there is a copy, or no time or room for it.
     *
     * @param frame      stays the caller's
     * @param fromMicros the earliest place that is known to have this as its first picture
     * @param urgent     whether that is worth more of the processor's time
     */
    void offer(SourceInfo source, Frame frame, long fromMicros, boolean urgent) {
        if (urgent || System.nanoTime() - restedNanos >= 0) {
            take(source, frame, fromMicros);
        }
    }

    private synchronized void take(SourceInfo source, Frame frame, long fromMicros) {
        if (wants(source, frame.positionMicros(), fromMicros) && busy.compareAndSet(false, true)) {
            frame.retain();
            copier.execute(() -> copy(source, frame, fromMicros));
        }
    }

    private synchronized boolean wants(SourceInfo source, long position, long fromMicros) {
        if (closed || clip.filter(source::equals).isEmpty()) {
            return false;
        }
        Copy same = copies.get(position);
        if (same != null) {
            // There is no picture between that one and the next, whoever found it out.
            copies.put(position, new Copy(same.picture(), Math.min(same.fromMicros(), fromMicros)));
            return false;
        }
        return bytes < most
                || Math.abs(position - place) < Math.max(place - copies.firstKey(), copies.lastKey() - place);
    }

    private void copy(SourceInfo source, Frame frame, long fromMicros) {
        try (frame) {
            add(source, frame.positionMicros(), new Copy(compressed(frame), fromMicros));
        } catch (RuntimeException e) {
            LOG.error("the picture at {} us was not copied", frame.positionMicros(), e);
        }
    }

    /** Whoever finds the copy can offer another picture. */
    private JpegPicture compressed(Frame frame) {
        long begun = System.nanoTime();
        try {
            return JpegPicture.of(frame);
        } finally {
            long now = System.nanoTime();
            restedNanos = now + REST * (now - begun);
            busy.set(false);
        }
    }

    /**
     * Copies pictures from the start on, as many as there is room for, on a thread of its own and without haste.
     *
     * @param source that is open
     * @param opener opens it once more
     */
    synchronized void fill(SourceInfo source, Supplier<FrameSource> opener) {
        if (!closed && clip.filter(source::equals).isPresent()) {
            filler.execute(() -> {
                try (FrameSource again = opener.get()) {
                    fill(source, again);
                } catch (RuntimeException e) {
                    LOG.warn("pictures of {} are not copied: {}", source.uri(), e.getMessage());
                }
            });
        }
    }

    private void fill(SourceInfo source, FrameSource again) {
        long from = 0;
        while (hasRoom(source)) {
            long begun = System.nanoTime();
            try (Frame frame = again.next()) {
                if (frame == null) {
                    return;
                }
                if (wants(source, frame.positionMicros(), from)) {
                    add(source, frame.positionMicros(), new Copy(JpegPicture.of(frame), from));
                }
                from = frame.positionMicros() + 1;
            }
            LockSupport.parkNanos(System.nanoTime() - begun);
        }
    }

    private synchronized boolean hasRoom(SourceInfo source) {
        return !closed && clip.filter(source::equals).isPresent() && bytes < most;
    }

    private synchronized void add(SourceInfo source, long position, Copy newest) {
        if (closed || clip.filter(source::equals).isEmpty() || copies.putIfAbsent(position, newest) != null) {
            newest.picture().close();
            return;
        }
        bytes += newest.picture().bytes();
        while (bytes > most) {
            boolean early = place - copies.firstKey() > copies.lastKey() - place;
            JpegPicture farthest = (early ? copies.pollFirstEntry() : copies.pollLastEntry()).getValue().picture();
            bytes -= farthest.bytes();
            farthest.close();
        }
    }

    /** Takes the pictures of a way through all of a source, one after the other, and copies them. */
    public FrameOutput ofAll(SourceInfo source) {
        return new FrameOutput() {
            private long index = -1;
            private long after;

            @Override
            public void accept(Frame frame, List<Person> people) {
                boolean next = frame.index() == index + 1 && after <= frame.positionMicros();
                offer(source, frame, next ? after : frame.positionMicros(), true);
                index = frame.index();
                after = frame.positionMicros() + 1;
            }

            @Override
            public String format() {
                return "JPEG";
            }

            @Override
            public void close() {
                // What was copied stays with the pictures.
            }
        };
    }

    /** Frees everything but pictures that were given. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            forget();
        }
        copier.close();
        filler.close();
    }
}
