package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.error.Cleanup;
import org.posescope.error.Waiting;

/** Copies of a network that share out the pieces of work of one frame. Copies are loaded when they are first needed; one thread uses a crew. */
final class Crew<N> implements AutoCloseable {
    private final Supplier<N> loader;
    private final Consumer<N> closer;
    private final String name;
    private final int size;
    private final List<N> copies = new ArrayList<>();
    private ExecutorService helpers;

    /**
     * @param name of its threads
     * @param size copies that work side by side at most
     */
    Crew(Supplier<N> loader, Consumer<N> closer, String name, int size) {
        this.loader = loader;
        this.closer = closer;
        this.name = name;
        this.size = size;
        copies.add(loader.get());
    }

    /** A result for each piece of work, in their order. */
    <T, R> List<R> each(List<T> work, BiFunction<N, T, R> doing) {
        int members = Math.min(size, work.size());
        if (members <= 1) {
            return work.stream().map(piece -> doing.apply(copies.getFirst(), piece)).toList();
        }
        gather(members);
        List<Future<List<R>>> shares = new ArrayList<>();
        List<List<R>> done = new ArrayList<>();
        // Helpers read the frame: nobody leaves before all are through.
        Cleanup.all(() -> {
            for (int member = 1; member < members; member++) {
                shares.add(helpers.submit(share(member, members, work, doing)::get));
            }
            done.add(share(0, members, work, doing).get());
        }, () -> Cleanup.each(shares, share -> done.add(Waiting.until(share))));
        List<R> inOrder = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            inOrder.add(done.get(i % members).get(i / members));
        }
        return inOrder;
    }

    private <T, R> Supplier<List<R>> share(int member, int members, List<T> work, BiFunction<N, T, R> doing) {
        return () -> {
            List<R> results = new ArrayList<>();
            for (int i = member; i < work.size(); i += members) {
                results.add(doing.apply(copies.get(member), work.get(i)));
            }
            return results;
        };
    }

    private void gather(int members) {
        if (helpers == null) {
            helpers = Waiting.helpers(name, size - 1);
        }
        while (copies.size() < members) {
            copies.add(loader.get());
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
        Cleanup.each(copies, closer);
    }
}
