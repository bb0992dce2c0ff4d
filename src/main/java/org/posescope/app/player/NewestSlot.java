package org.posescope.app.player;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Room for one moment. A newer one takes the place of one that nobody has taken, which is closed. Thread-safe. */
public final class NewestSlot implements AutoCloseable {
    private final AtomicReference<ShownFrame> newest = new AtomicReference<>();
    private volatile Consumer<ShownFrame> listener = moment -> {};

    /** Names who hears of every moment, on the thread that puts it, which stays held meanwhile. */
    public void listen(Consumer<ShownFrame> every) {
        listener = every;
    }

    /** Takes over the moment. */
    public void put(ShownFrame moment) {
        listener.accept(moment);
        close(newest.getAndSet(moment));
    }

    /** The newest moment, which is the caller's to close; empty when it was taken before. */
    public Optional<ShownFrame> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** Closes what nobody took. */
    @Override
    public void close() {
        close(newest.getAndSet(null));
    }

    private static void close(ShownFrame moment) {
        if (moment != null) {
            moment.close();
        }
    }
}
