package org.posescope.error;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Steps that must all be taken, whatever becomes of the others: closing several things, waiting for several threads. */
public final class Cleanup {
    private Cleanup() {}

    /**
     * Takes all steps in order, those after one that failed too.
     *
     * @throws RuntimeException the first failure, also an {@link Error}, with the others suppressed in it
     */
    public static void all(Runnable... steps) {
        each(List.of(steps), Runnable::run);
    }

    /** As {@link #all}, a step for each of some things. */
    public static <T> void each(Iterable<T> things, Consumer<? super T> step) {
        Throwable failure = null;
        for (T thing : things) {
            try {
                step.accept(thing);
            } catch (RuntimeException | Error e) {
                failure = joined(failure, e);
            }
        }
        if (failure != null) {
            throw unchecked(failure);
        }
    }

    /**
     * Does the work, and takes a step more where it fails: closes what it was to take over, waits for who works beside it.
     *
     * @return what the work gives
     * @throws RuntimeException the failure of the work, also an {@link Error}, with that of the step suppressed in it
     */
    public static <T> T onFailure(Supplier<T> work, Runnable step) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            try {
                step.run();
            } catch (RuntimeException | Error further) {
                joined(e, further);
            }
            throw e;
        }
    }

    @SuppressWarnings("ReferenceEquality") // a throwable cannot be suppressed in itself, only in an equal one
    private static Throwable joined(Throwable first, Throwable further) {
        if (first == null) {
            return further;
        }
        if (first != further) {
            first.addSuppressed(further);
        }
        return first;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
