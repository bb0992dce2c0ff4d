package org.posescope.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class StateMachineTest {
    private final StateMachine state = new StateMachine();

    @ParameterizedTest
    @CsvSource({"IDLE, STARTING STOPPING", "STARTING, RUNNING STOPPING FAILED", "RUNNING, PAUSED STOPPING FAILED",
        "PAUSED, RUNNING STOPPING FAILED", "STOPPING, ENDED FAILED", "ENDED, ''", "FAILED, ''"})
    void a_run_goes_only_where_it_may(RunState from, String to) {
        for (RunState other : RunState.values()) {
            assertThat(from.leadsTo(other)).as(from + " to " + other).isEqualTo((" " + to + " ").contains(
                    " " + other + " "));
        }
    }

    @Test
    void a_move_from_another_state_does_nothing() {
        assertThat(state.move(RunState.STARTING, RunState.RUNNING)).isFalse();
        assertThat(state.get()).isEqualTo(RunState.IDLE);
        assertThatThrownBy(() -> state.move(RunState.ENDED, RunState.RUNNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_failure_stays() {
        state.moveTo(RunState.STARTING);
        IllegalStateException first = new IllegalStateException("first");

        assertThat(state.fail(first)).isTrue();
        assertThat(state.fail(new IllegalStateException("second"))).isFalse();

        assertThat(state.failure()).containsSame(first);
        assertThat(state.moveTo(RunState.STOPPING)).isFalse();
    }

    @Test
    void a_run_that_has_ended_does_not_fail() {
        state.moveTo(RunState.STOPPING);
        state.moveTo(RunState.ENDED);

        assertThat(state.fail(new IllegalStateException("too late"))).isFalse();

        assertThat(state.failure()).isEmpty();
    }

    @Test
    void waiting_ends_with_the_state_or_with_the_time() throws InterruptedException {
        assertThat(state.await(now -> now == RunState.ENDED, TimeUnit.MILLISECONDS.toNanos(5))).isFalse();
        CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> {
            try {
                state.await(now -> now == RunState.ENDED);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }, task -> new Thread(task, "waiter").start());

        state.moveTo(RunState.STOPPING);
        state.moveTo(RunState.ENDED);

        assertThat(waiter.join()).isNull();
    }
}
