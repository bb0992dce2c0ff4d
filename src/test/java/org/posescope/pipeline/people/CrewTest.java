package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CrewTest {
    private final AtomicInteger loaded = new AtomicInteger();
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    private Crew<Integer> crew(int size) {
        return new Crew<>(() -> {
            int copy = loaded.incrementAndGet();
            open.add(copy);
            return copy;
        }, open::remove, "crew-test", size);
    }

    @Test
    void results_come_in_the_order_of_the_work_whoever_does_it() {
        Set<Integer> used = ConcurrentHashMap.newKeySet();
        try (Crew<Integer> crew = crew(3)) {
            List<Integer> results = crew.each(IntStream.range(0, 8).boxed().toList(), (copy, piece) -> {
                used.add(copy);
                return piece * piece;
            });

            assertThat(results).containsExactly(0, 1, 4, 9, 16, 25, 36, 49);
            assertThat(used).containsExactlyInAnyOrder(1, 2, 3);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void one_piece_of_work_and_none_need_one_copy() {
        try (Crew<Integer> crew = crew(3)) {
            assertThat(crew.each(List.of("a"), (copy, piece) -> piece + copy)).containsExactly("a1");
            assertThat(crew.each(List.of(), (copy, piece) -> piece)).isEmpty();
        }
        assertThat(loaded).hasValue(1);
    }

    @Test
    void a_failure_of_a_helper_is_told() {
        try (Crew<Integer> crew = crew(2)) {
            assertThatThrownBy(() -> crew.each(List.of(1, 2), (copy, piece) -> {
                if (piece == 2) {
                    throw new IllegalStateException("no hand");
                }
                return piece;
            })).hasMessage("no hand");
        }
    }
}
