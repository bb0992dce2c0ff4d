package org.posescope.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class BackgroundWorkTest {
    private final TaskQueue owner = new TaskQueue();
    private final List<String> heard = new ArrayList<>();
    private final BackgroundWork work = new BackgroundWork(WorkKind.EXPORT, owner);

    private WorkListener<String> listener(String name) {
        return WorkListener
                .<String>of(result -> heard.add(name + " done " + result), why -> heard.add(name + " " + why))
                .onProgress(now -> heard.add(name + " at " + now.fraction()))
                .onCancelled(() -> heard.add(name + " cancelled"));
    }

    @Test
    void what_comes_of_it_is_heard_by_the_owner_and_the_work_has_a_thread_of_its_kind() throws InterruptedException {
        AtomicReference<String> thread = new AtomicReference<>();
        work.start(progress -> {
            thread.set(Thread.currentThread().getName());
            progress.accept(new Progress("half", 0.5));
            return "well";
        }, listener("it"));

        owner.runUntil(() -> heard.contains("it done well"));

        assertThat(heard).containsExactly("it at 0.5", "it done well");
        assertThat(thread).hasValue("posescope-export");
    }

    @Test
    void whatever_is_thrown_is_told_and_the_next_piece_runs() throws InterruptedException {
        work.start(progress -> {
            throw new UserException("The disk is full.");
        }, listener("known"));
        work.start(progress -> {
            throw new IllegalStateException("no");
        }, listener("unexpected"));
        work.start(progress -> {
            throw new NoClassDefFoundError("gone");
        }, listener("error"));
        work.start(progress -> "well", listener("next"));

        owner.runUntil(() -> heard.size() == 4);

        assertThat(heard).containsExactly("known The disk is full.",
                "unexpected The export stopped because of an unexpected error (IllegalStateException); try again.",
                "error The export stopped because of an unexpected error (NoClassDefFoundError); try again.",
                "next done well");
    }

    @Test
    void cancelling_ends_what_runs_and_what_waits_but_not_what_comes_later() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        work.start(progress -> {
            runs.countDown();
            never.await();
            return "never";
        }, listener("running"));
        work.start(progress -> "never", listener("waiting"));
        runs.await();

        work.cancel();
        work.start(progress -> "well", listener("later"));
        owner.runUntil(() -> heard.size() == 3);

        assertThat(heard).containsExactly("running cancelled", "waiting cancelled", "later done well");
    }

    @Test
    void work_that_waits_for_nothing_is_cancelled_where_it_tells_its_progress() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        work.start(progress -> {
            runs.countDown();
            awaitUninterruptibly(cancelled);
            progress.accept(new Progress("half", 0.5));
            return "too far";
        }, listener("it"));
        runs.await();

        work.cancel();
        cancelled.countDown();
        owner.runUntil(() -> !heard.isEmpty());

        assertThat(heard).containsExactly("it cancelled");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_failure_that_comes_of_cancelling_is_no_failure() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        work.start(progress -> {
            runs.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new UserException("The file was closed.", e);
            }
            return "never";
        }, listener("it"));
        runs.await();

        work.cancel();
        owner.runUntil(() -> !heard.isEmpty());

        assertThat(heard).containsExactly("it cancelled");
    }

    @Test
    void of_much_progress_the_newest_is_told_and_none_after_the_end() throws InterruptedException {
        AtomicReference<Consumer<Progress>> late = new AtomicReference<>();
        BackgroundWork finished = new BackgroundWork(WorkKind.RECORDING, owner);
        finished.start(progress -> {
            late.set(progress);
            for (int i = 1; i <= 1000; i++) {
                progress.accept(new Progress("", i));
            }
            return "well";
        }, listener("it"));
        finished.end();
        assertThat(finished.await(Duration.ofSeconds(10))).isTrue();

        owner.runUntil(() -> heard.contains("it done well"));
        late.get().accept(new Progress("", 1001));
        owner.execute(() -> heard.add("all"));
        owner.runUntil(() -> heard.contains("all"));

        assertThat(heard).containsExactly("it at 1000.0", "it done well", "all");
    }

    @Test
    void at_the_end_of_the_program_nothing_begins_any_more() throws InterruptedException {
        work.end();

        work.start(progress -> "well", listener("it"));
        owner.runUntil(() -> !heard.isEmpty());

        assertThat(heard).containsExactly("it cancelled");
        assertThat(work.await(Duration.ofSeconds(10))).isTrue();
    }
}
