package org.posescope.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;

@Timeout(20)
class InstallModelTest {
    private static final List<ModelCard> MODELS = ModelCatalog.bundled().expand(List.of("live"));

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    private InstallModel model(Installer installer) {
        return new InstallModel(MODELS, installer, fx::add, done::incrementAndGet);
    }

    /** Runs what was meant for the FX thread until something is true. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable task = fx.poll(10, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
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
        until(() -> model.progress().get() == 0.25);
        assertThat(model.message().get()).isEqualTo("Unpacking 1.0 of 4.0 MB");
        assertThat(model.state().get()).isEqualTo(InstallModel.State.FETCHING);
        seen.countDown();
        until(() -> model.state().get() == InstallModel.State.DONE);
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
        until(() -> model.state().get() == InstallModel.State.FAILED);
        assertThat(model.message().get()).isEqualTo("no network; connect and try again");
        model.start();
        until(() -> model.state().get() == InstallModel.State.DONE);
    }

    @Test
    void cancelling_is_no_error() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        InstallModel model = model((models, listener) -> never.await());

        model.start();
        model.cancel();
        until(() -> model.state().get() == InstallModel.State.WAITING);
        assertThat(model.message().get()).startsWith("Cancelled");
        assertThat(done).hasValue(0);
    }
}
