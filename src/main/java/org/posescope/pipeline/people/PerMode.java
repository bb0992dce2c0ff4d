package org.posescope.pipeline.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.posescope.error.Cleanup;
import org.posescope.pipeline.metrics.Mode;

/** One thing for each mode, made when the mode is first used. One thread uses it at a time. */
final class PerMode<T> implements AutoCloseable {
    private final Function<Mode, T> maker;
    private final Consumer<T> closer;
    private final Map<Mode, T> made = new EnumMap<>(Mode.class);

    PerMode(Function<Mode, T> maker, Consumer<T> closer) {
        this.maker = maker;
        this.closer = closer;
    }

    T get(Mode mode) {
        return made.computeIfAbsent(mode, maker);
    }

    @Override
    public void close() {
        List<T> closing = List.copyOf(made.values());
        made.clear();
        Cleanup.each(closing, closer);
    }
}
