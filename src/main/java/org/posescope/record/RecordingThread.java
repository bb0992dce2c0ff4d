package org.posescope.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.posescope.error.WriteException;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;

/**
 * A bounded queue and a thread of its own in front of a slow output, which it owns. Frames wait as references to the same
 * pixels, so nobody may change them after {@link #accept}.
 *
 * <p>
 * When the output fails, it is closed, the failure is kept and told once, and further frames are ignored: a full disk stops
 * the recording, not the program. {@link #accept} may come from several threads.
 */
public final class RecordingThread implements FrameOutput {

    /** What happens to a frame when the queue is full. */
    public enum WhenFull {
        /** The caller waits; nothing is lost. */
        BLOCK,
        /** The frame is lost and counted; the caller goes on. */
        DROP
    }

    /**
     * How frames wait.
     *
     * @param name         of the thread
     * @param capacity     frames in the queue, at least 1
     * @param whenFull     what happens to one more
     * @param closeTimeout how long {@link RecordingThread#close} waits for one more frame, or the end, to be written
     */
    public record Settings(String name, int capacity, WhenFull whenFull, Duration closeTimeout) {
        public Settings {
            if (capacity < 1) {
                throw new IllegalArgumentException("a queue for " + capacity + " frames");
            }
        }
    }

    private record Entry(Frame frame, List<Person> people, Optional<CameraFacts> camera) {}

    private enum State {
        OPEN, CLOSING, ENDED
    }

    private final FrameOutput output;
    private final Settings settings;
    private final Consumer<RuntimeException> onFailure;
    private final Thread thread;
    private final Object lock = new Object();
    /** These are guarded by {@link #lock}. */
    private final Deque<Entry> queue = new ArrayDeque<>();
    private Optional<CameraFacts> camera = Optional.empty();
    private State state = State.OPEN;
    private RuntimeException failure;
    private long written;
    private long overflow;

    /**
     * Starts the thread.
     *
     * @param onFailure told once when the output fails, on the recording thread, or on the closing thread when the end did
     *                  not come in time
     */
    public RecordingThread(FrameOutput output, Settings settings, Consumer<RuntimeException> onFailure) {
        this.output = output;
        this.settings = settings;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(settings.name()).daemon()
                .uncaughtExceptionHandler(
                        (dead, error) -> fail(new IllegalStateException(dead.getName() + " died", error)))
                .start(this::run);
    }

    /**
     * Puts a frame into the queue. Never throws because of the output; a frame that comes after a failure or after
     * {@link #close} is ignored, as is one whose caller is interrupted while it waits.
     */
    @Override
    public void accept(Frame frame, List<Person> people) {
        synchronized (lock) {
            Optional<CameraFacts> facts = camera;
            camera = Optional.empty();
            if (waitForRoom()) {
                queue.add(new Entry(frame.retain(), List.copyOf(people), facts));
                lock.notifyAll();
            }
        }
    }

    /** Waits with the frame that comes next, and is lost where that is. */
    @Override
    public void camera(CameraFacts facts) {
        synchronized (lock) {
            camera = Optional.of(facts);
        }
    }

    private boolean waitForRoom() {
        while (state == State.OPEN && queue.size() >= settings.capacity()) {
            if (settings.whenFull() == WhenFull.DROP) {
                overflow++;
                return false;
            }
            try {
                lock.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return state == State.OPEN;
    }

    private void run() {
        try (output) {
            for (Entry entry = next(); entry != null; entry = next()) {
                try (Frame frame = entry.frame()) {
                    entry.camera().ifPresent(output::camera);
                    output.accept(frame, entry.people());
                }
                synchronized (lock) {
                    written++;
                }
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** The next frame to write, waited for; null at the end. */
    private Entry next() {
        synchronized (lock) {
            while (queue.isEmpty() && state == State.OPEN) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(settings.name() + " was interrupted", e);
                }
            }
            lock.notifyAll();
            return queue.poll();
        }
    }

    private void fail(RuntimeException reason) {
        List<Entry> unwritten;
        synchronized (lock) {
            if (failure != null) {
                return;
            }
            failure = reason;
            state = State.ENDED;
            unwritten = List.copyOf(queue);
            queue.clear();
            lock.notifyAll();
        }
        unwritten.forEach(entry -> entry.frame().close());
        onFailure.accept(reason);
    }

    /** Frames that the output took. */
    public long written() {
        synchronized (lock) {
            return written;
        }
    }

    /** Frames lost because the queue was full. */
    public long overflow() {
        synchronized (lock) {
            return overflow;
        }
    }

    /** Why the recording stopped before its end. */
    public Optional<RuntimeException> failure() {
        synchronized (lock) {
            return Optional.ofNullable(failure);
        }
    }

    @Override
    public String format() {
        return output.format();
    }

    @Override
    public Optional<RecordedSound> sound() {
        return output.sound();
    }

    /**
     * Writes what is in the queue and closes the output. Never throws because of the output: look at {@link #failure}. When
     * the output gets no further for too long, the rest of the queue is given up; an interrupted caller stops waiting, and the
     * thread ends by itself.
     */
    @Override
    public void close() {
        synchronized (lock) {
            if (state == State.OPEN) {
                state = State.CLOSING;
                lock.notifyAll();
            }
        }
        try {
            long before = written();
            while (!thread.join(settings.closeTimeout())) {
                long now = written();
                if (now == before) {
                    fail(new WriteException("The recording got no further within " + settings.closeTimeout().toSeconds()
                            + " s: its last frames are missing."));
                    thread.interrupt();
                    return;
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
