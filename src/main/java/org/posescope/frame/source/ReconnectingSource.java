package org.posescope.frame.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/**
 * A camera or stream that is opened again whenever it is lost, until it is back or this is closed. Its frames stay one sequence,
 * see {@link Continuation}.
 */
public final class ReconnectingSource implements FrameSource {
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private final Supplier<FrameSource> opener;
    private final Consumer<String> news;
    private final Wait wait;
    private final BackOff backOff = new BackOff(SHORTEST_WAIT, LONGEST_WAIT);
    private final Continuation continuation = new Continuation();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> earlierWarnings = new ArrayList<>();
    private volatile FrameSource latest;
    private boolean usable = true;
    private boolean lost;

    /** Waits between two attempts. */
    @FunctionalInterface
    interface Wait {
        /** Waits for so long, or until the latch is open. */
        void until(CountDownLatch opened, Duration atMost) throws InterruptedException;
    }

    /**
     * Opens the source for the first time.
     *
     * @param opener opens it, anew with each call
     * @param news   told in one sentence when the source was lost and when it is back, on the thread that reads frames
     * @throws UserException when it cannot be opened
     */
    public ReconnectingSource(Supplier<FrameSource> opener, Consumer<String> news) {
        this(opener, news, (opened, atMost) -> {
            boolean _ = opened.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    ReconnectingSource(Supplier<FrameSource> opener, Consumer<String> news, Wait wait) {
        this.opener = opener;
        this.news = news;
        this.wait = wait;
        this.latest = opener.get();
    }

    /** Of the last opening. */
    @Override
    public SourceInfo info() {
        return latest.info();
    }

    /** The next frame, however long the source is gone meanwhile; null at its end, when closed or when interrupted. */
    @Override
    public Frame next() {
        for (Optional<FrameSource> source = opened(); source.isPresent(); source = opened()) {
            try {
                Frame frame = source.get().next();
                return frame == null ? null : placed(frame);
            } catch (UserException e) {
                lose(e);
            }
        }
        return null;
    }

    /** The source, opened again if it has to be; nothing when closed or interrupted. */
    private Optional<FrameSource> opened() {
        try {
            while (!isClosed() && current().isEmpty()) {
                wait.until(closed, backOff.next());
                reopen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return current();
    }

    private void reopen() {
        if (isClosed()) {
            return;
        }
        try {
            adopt(opener.get());
        } catch (UserException _) {
            // Still gone, which was told when it was lost.
        }
    }

    private void adopt(FrameSource source) {
        earlierWarnings.addAll(latest.warnings());
        latest = source;
        continuation.reopened();
        synchronized (this) {
            if (!isClosed()) {
                usable = true;
                return;
            }
        }
        source.close();
    }

    private void lose(UserException cause) {
        release();
        if (!lost && !isClosed()) {
            lost = true;
            news.accept(info().uri() + " was lost (" + cause.getMessage() + "); trying again until it is back");
        }
    }

    private Frame placed(Frame frame) {
        if (lost) {
            lost = false;
            backOff.reset();
            news.accept(info().uri() + " is back");
        }
        return continuation.place(frame);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private synchronized Optional<FrameSource> current() {
        return usable ? Optional.of(latest) : Optional.empty();
    }

    private void release() {
        FrameSource unwanted;
        synchronized (this) {
            if (!usable) {
                return;
            }
            usable = false;
            unwanted = latest;
        }
        unwanted.close();
    }

    @Override
    public void seek(long ptsMicros) {
        throw new UnsupportedOperationException(info().uri() + " is live and not seekable");
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(earlierWarnings);
        warnings.addAll(latest.warnings());
        return List.copyOf(warnings);
    }

    /** Ends a blocked {@link #next} and any waiting for the source. */
    @Override
    public void close() {
        closed.countDown();
        release();
    }
}
