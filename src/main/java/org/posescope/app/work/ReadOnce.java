package org.posescope.app.work;

import java.util.Optional;
import java.util.function.Supplier;

/** Reads something when it is first asked for. Thread-safe; what fails is tried again. */
public final class ReadOnce<T> implements Supplier<T> {
    private final Supplier<T> reader;
    private Optional<T> read = Optional.empty();

    public ReadOnce(Supplier<T> reader) {
        this.reader = reader;
    }

    @Override
    public synchronized T get() {
        if (read.isEmpty()) {
            read = Optional.of(reader.get());
        }
        return read.get();
    }
}
