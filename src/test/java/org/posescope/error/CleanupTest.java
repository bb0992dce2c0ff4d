package org.posescope.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class CleanupTest {
    private final RuntimeException first = new IllegalStateException("first");
    private final Error second = new AssertionError("second");
    private final List<String> taken = new ArrayList<>();

    private Runnable step(String name) {
        return () -> taken.add(name);
    }

    private Runnable failing(String name, RuntimeException failure) {
        return () -> {
            taken.add(name);
            throw failure;
        };
    }

    private Runnable failing(String name, Error failure) {
        return () -> {
            taken.add(name);
            throw failure;
        };
    }

    @Test
    void all_steps_are_taken_in_order() {
        Cleanup.all(step("a"), step("b"));

        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void steps_after_a_failure_are_taken_and_the_first_failure_is_thrown_last() {
        Throwable failure = catchThrowable(
                () -> Cleanup.all(step("a"), failing("b", first), failing("c", second), step("d")));

        assertThat(failure).isSameAs(first).hasSuppressedException(second);
        assertThat(taken).containsExactly("a", "b", "c", "d");
    }

    @Test
    void an_error_is_thrown_as_it_is() {
        assertThatThrownBy(() -> Cleanup.all(failing("a", second), failing("b", first))).isSameAs(second)
                .hasSuppressedException(first);
    }

    @Test
    void the_same_failure_twice_is_thrown_once() {
        assertThatThrownBy(() -> Cleanup.all(failing("a", first), failing("b", first))).isSameAs(first)
                .hasNoSuppressedExceptions();
    }

    @Test
    void work_that_succeeds_needs_no_further_step() {
        assertThat(Cleanup.onFailure(() -> "done", step("a"))).isEqualTo("done");

        assertThat(taken).isEmpty();
    }

    @Test
    void work_that_fails_is_followed_by_the_step_whatever_becomes_of_it() {
        assertThatThrownBy(() -> Cleanup.onFailure(() -> {
            throw second;
        }, failing("a", first))).isSameAs(second).hasSuppressedException(first);

        assertThat(taken).containsExactly("a");
    }
}
