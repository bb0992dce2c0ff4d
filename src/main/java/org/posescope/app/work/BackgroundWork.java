package org.posescope.app.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.error.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of one kind: its pieces run one after the other on a daemon thread of their own, and how each went is told on the thread of its
 * owner, whatever is thrown. Thread-safe; nothing waits but {@link #await}.
 */
public final class BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    /** A thread that has had nothing to do for so long ends; the next piece gets a new one. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final WorkKind kind;
    private final Executor owner;
    private final ThreadPoolExecutor thread;
    private Optional<Thread> running = Optional.empty();
    /** How often all pieces so far were cancelled. */
    private long cancellations;

    /** @param owner runs tasks, in their order, on the thread that hears how the work goes */
    public BackgroundWork(WorkKind kind, Executor owner) {
        this.kind = kind;
        this.owner = owner;
        thread = new ThreadPoolExecutor(1, 1, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(kind.threadName()).daemon()
                        .uncaughtExceptionHandler((dead, error) -> LOG.error("{} died", dead.getName(), error))
                        .factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /** Begins when the pieces before are through. After {@link #end} a piece counts as cancelled. */
    public synchronized <T> void start(Work<T> work, WorkListener<T> listener) {
        if (thread.isShutdown()) {
            owner.execute(listener.cancelled());
        } else {
            thread.execute(new Piece<>(work, listener, cancellations));
        }
    }

    /** Cancels what runs and what waits, without waiting for it. What was through by then is told as done. */
    public synchronized void cancel() {
        cancellations++;
        running.ifPresent(Thread::interrupt);
    }

    /** For the end of the program: takes nothing more, and cancels what is not worth finishing. */
    public void end() {
        thread.shutdown();
        if (!kind.finished()) {
            cancel();
        }
    }

    /** Waits after {@link #end}; false when something still runs. */
    public boolean await(Duration patience) throws InterruptedException {
        return thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private final class Piece<T> implements Runnable {
        private final Work<T> work;
        private final WorkListener<T> listener;
        private final long asked;
        private final AtomicReference<Progress> newest = new AtomicReference<>();
        /** Read and written by the owner. */
        private boolean over;

        Piece(Work<T> work, WorkListener<T> listener, long asked) {
            this.work = work;
            this.listener = listener;
            this.asked = asked;
        }

        @Override
        public void run() {
            Runnable ending = begins() ? ending() : listener.cancelled();
            owner.execute(() -> {
                over = true;
                ending.run();
            });
        }

        private boolean begins() {
            synchronized (BackgroundWork.this) {
                if (isCancelled()) {
                    return false;
                }
                running = Optional.of(Thread.currentThread());
                return true;
            }
        }

        private Runnable ending() {
            try {
                T result = work.run(this::progressed);
                return () -> listener.done().accept(result);
            } catch (InterruptedException | CancellationException _) {
                return listener.cancelled();
            } catch (Throwable e) {
                return failed(e);
            } finally {
                stopsRunning();
            }
        }

        /** An interrupt that came too late must not reach the next piece. */
        private void stopsRunning() {
            synchronized (BackgroundWork.this) {
                running = Optional.empty();
                boolean _ = Thread.interrupted();
            }
        }

        private Runnable failed(Throwable why) {
            if (isCancelled()) {
                LOG.debug("{} was cancelled", kind, why);
                return listener.cancelled();
            }
            if (why instanceof UserException) {
                return () -> listener.failed().accept(why.getMessage());
            }
            LOG.error("{} failed", kind, why);
            return () -> listener.failed().accept(kind.sentence(why));
        }

        private boolean isCancelled() {
            synchronized (BackgroundWork.this) {
                return asked < cancellations;
            }
        }

        private void progressed(Progress now) {
            if (isCancelled() && runsHere()) {
                throw new CancellationException(kind + " was cancelled");
            }
            if (newest.getAndSet(now) == null) {
                owner.execute(this::tellNewest);
            }
        }

        private boolean runsHere() {
            synchronized (BackgroundWork.this) {
                return running.filter(Thread.currentThread()::equals).isPresent();
            }
        }

        private void tellNewest() {
            Progress now = newest.getAndSet(null);
            if (!over) {
                listener.progressed().accept(now);
            }
        }
    }
}
