package org.posescope.app.player;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Room for one moment. A newer one takes the place of one that nobody has taken, which is closed. Thread-safe. */
public final class NewestSlot implements AutoCloseable {
    private final AtomicReference<ShownFrame> newest = new AtomicReference<>();
    private final List<Consumer<ShownFrame>> listeners = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<ShownFrame> preparation = moment -> moment;

    /** Names one more who hears of every moment that plays, on the thread that puts it; the moment stays with the slot. */
    public void listen(Consumer<ShownFrame> listener) {
        listeners.add(listener);
    }

    /** Names who makes of each moment what is to be shown, on the thread that puts it, and takes it over for that. */
    public void prepare(UnaryOperator<ShownFrame> wanted) {
        preparation = wanted;
    }

    /** Takes over a moment that plays. */
    public void put(ShownFrame moment) {
        listeners.forEach(each -> each.accept(moment));
        show(moment);
    }

    /** Takes over a moment, which is only looked at again. */
    void show(ShownFrame moment) {
        close(newest.getAndSet(preparation.apply(moment)));
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
