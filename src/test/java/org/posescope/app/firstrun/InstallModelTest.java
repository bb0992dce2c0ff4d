package org.posescope.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class InstallModelTest {
    private static final List<ModelCard> MODELS = ModelCatalog.bundled().expand(List.of("live"));

    private final TaskQueue fx = new TaskQueue();
    private final BackgroundWork work = new BackgroundWork(WorkKind.INSTALLATION, fx);
    private final AtomicInteger done = new AtomicInteger();

    private InstallModel model(Installer installer) {
        return new InstallModel(MODELS, installer, work, done::incrementAndGet);
    }

    @Test
    void it_says_how_far_it_is_and_when_it_is_done() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        InstallModel model = model((models, listener) -> {
            listener.fetching("pack@1", Duration.ofSeconds(3));
            listener.reading("pack@1", 1 << 20, 4 << 20);
            seen.await();
        });

        model.start();
        fx.runUntil(() -> model.progress().get() == 0.25);
        assertThat(model.message().get()).isEqualTo("Unpacking 1.0 of 4.0 MB");
        assertThat(model.state().get()).isEqualTo(InstallModel.State.FETCHING);
        seen.countDown();
        fx.runUntil(() -> model.state().get() == InstallModel.State.DONE);
        assertThat(done).hasValue(1);
    }

    @Test
    void a_failure_is_told_and_can_be_tried_again() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        InstallModel model = model((models, listener) -> {
            if (attempts.getAndIncrement() == 0) {
                throw new UserException("no network; connect and try again");
            }
        });

        model.start();
        fx.runUntil(() -> model.state().get() == InstallModel.State.FAILED);
        assertThat(model.message().get()).isEqualTo("no network; connect and try again");
        model.start();
        fx.runUntil(() -> model.state().get() == InstallModel.State.DONE);
    }

    @Test
    void cancelling_is_no_error() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        InstallModel model = model((models, listener) -> never.await());

        model.start();
        model.cancel();
        fx.runUntil(() -> model.state().get() == InstallModel.State.WAITING);
        assertThat(model.message().get()).startsWith("Cancelled");
        assertThat(done).hasValue(0);
    }

    @Test
    void an_unexpected_error_is_told_and_it_can_be_tried_again() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        InstallModel model = model((models, listener) -> {
            if (attempts.getAndIncrement() == 0) {
                throw new IllegalStateException("no");
            }
        });

        model.start();
        fx.runUntil(() -> model.state().get() == InstallModel.State.FAILED);
        assertThat(model.message().get()).contains("IllegalStateException");
        model.start();
        fx.runUntil(() -> model.state().get() == InstallModel.State.DONE);
    }

    @Test
    void who_leaves_the_page_cancels_and_nothing_comes_into_use_later() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        InstallModel model = model((models, listener) -> {
            running.countDown();
            never.await();
        });
        model.start();
        running.await();

        model.leave();
        fx.runUntil(() -> !model.fetching());

        assertThat(model.state().get()).isEqualTo(InstallModel.State.WAITING);
        assertThat(done).hasValue(0);
    }

    @Test
    void models_that_were_there_just_before_the_page_was_left_do_not_come_into_use_either()
            throws InterruptedException {
        CountDownLatch through = new CountDownLatch(1);
        InstallModel model = model((models, listener) -> {});
        model.start();
        work.start(progress -> {
            through.countDown();
            return progress;
        }, WorkListener.of(next -> {}, why -> {}));
        through.await();

        model.leave();
        fx.runUntil(() -> model.state().get() == InstallModel.State.DONE);

        assertThat(done).hasValue(0);
    }
}
