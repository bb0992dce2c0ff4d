package org.posescope.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class WorkThreadsTest {
    private final TaskQueue owner = new TaskQueue();
    private final List<String> heard = new ArrayList<>();
    private final WorkThreads works = new WorkThreads(owner);

    private void start(WorkKind kind, CountDownLatch runs, CountDownLatch goOn) {
        works.of(kind).start(progress -> {
            runs.countDown();
            goOn.await();
            return kind;
        }, WorkListener.<WorkKind>of(done -> heard.add(done + " done"), heard::add)
                .onCancelled(() -> heard.add(kind + " cancelled")));
    }

    @Test
    void kinds_do_not_wait_for_each_other() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        start(WorkKind.IMPORT, new CountDownLatch(1), goOn);

        start(WorkKind.RECORDING, new CountDownLatch(1), new CountDownLatch(0));
        owner.runUntil(() -> !heard.isEmpty());
        goOn.countDown();
        owner.runUntil(() -> heard.size() == 2);

        assertThat(heard).containsExactly("RECORDING done", "IMPORT done");
    }

    @Test
    void the_end_finishes_recordings_cancels_installations_and_waits_for_both() throws InterruptedException {
        CountDownLatch run = new CountDownLatch(2);
        CountDownLatch recorded = new CountDownLatch(1);
        start(WorkKind.INSTALLATION, run, new CountDownLatch(1));
        start(WorkKind.RECORDING, run, recorded);
        run.await();

        Thread.ofPlatform().start(recorded::countDown);
        works.end(Duration.ofSeconds(10));

        // Both are told by the time that the end is: nothing has to be waited for.
        owner.execute(() -> heard.add("all"));
        owner.runUntil(() -> heard.contains("all"));
        assertThat(heard).containsExactlyInAnyOrder("INSTALLATION cancelled", "RECORDING done", "all");
    }
}
