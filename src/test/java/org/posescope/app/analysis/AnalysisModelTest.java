package org.posescope.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.plan.Plan;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class AnalysisModelTest {
    private static final SourceInfo CLIP = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 64, 48, 25, 400,
            16_000_000, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 25, -1, -1, false);

    private final TaskQueue fx = new TaskQueue();
    private final NoticeModel notices = new NoticeModel();
    private final AtomicBoolean whole = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch goOn = new CountDownLatch(1);

    private AnalysisModel model(AnalysisWork work) {
        return new AnalysisModel(work, (source, plan) -> whole.get(), () -> Plan.DEFAULT, notices,
                new BackgroundWork(WorkKind.ANALYSIS, fx), nanos::get);
    }

    /** One that is at frame 100 of its clip after ten seconds, and goes on when the test says so. */
    private AnalysisModel atFrame100() throws InterruptedException {
        AnalysisModel model = model((source, plan, frames) -> {
            nanos.set(Duration.ofSeconds(10).toNanos());
            frames.accept(100);
            goOn.await();
            whole.set(true);
            return List.of();
        });
        model.changed(Optional.of(CLIP));
        model.toggle();
        fx.runUntil(() -> model.state().get() instanceof AnalysisState.Running now && now.frames() == 100);
        return model;
    }

    @Test
    void a_camera_cannot_be_analysed_and_neither_can_nothing() {
        AnalysisModel model = model((source, plan, frames) -> List.of());
        assertThat(model.state().get()).isEqualTo(new AnalysisState.Impossible());
        model.changed(Optional.of(CAMERA));
        assertThat(model.state().get()).isEqualTo(new AnalysisState.Impossible());
        model.changed(Optional.of(CLIP));
        assertThat(model.state().get()).isEqualTo(new AnalysisState.Possible());
    }

    @Test
    void what_goes_on_says_how_many_frames_and_how_much_time_are_left() throws InterruptedException {
        AnalysisModel model = atFrame100();

        assertThat(model.state().get())
                .isEqualTo(new AnalysisState.Running(100, 400, Optional.of(Duration.ofSeconds(30))));
        assertThat(AnalysisButton.text(model.state().get())).isEqualTo("100 of 400 frames · 30 s left");
        goOn.countDown();
        fx.runUntil(() -> model.state().get().equals(new AnalysisState.Done()));
    }

    @Test
    void it_can_be_cancelled_and_begun_again() throws InterruptedException {
        AnalysisModel model = atFrame100();

        model.toggle();

        assertThat(model.state().get()).isEqualTo(new AnalysisState.Possible());
        assertThat(notices.notice().get())
                .contains(Notice.info("The analysis was cancelled; what was found so far is kept."));
        goOn.countDown();
        model.toggle();
        fx.runUntil(() -> model.state().get().equals(new AnalysisState.Done()));
    }

    @Test
    void another_clip_ends_it() throws InterruptedException {
        AnalysisModel model = atFrame100();

        model.changed(Optional.of(CAMERA));

        assertThat(model.state().get()).isEqualTo(new AnalysisState.Impossible());
    }

    @Test
    void what_the_user_should_know_is_told_and_what_is_not_kept_can_be_analysed_again()
            throws InterruptedException {
        AnalysisModel model = model((source, plan, frames) -> List.of("2 frames failed", "the clip is long"));
        model.changed(Optional.of(CLIP));

        model.toggle();
        fx.runUntil(() -> notices.notice().get().isPresent());

        assertThat(notices.notice().get()).contains(Notice.warning("2 frames failed; the clip is long"));
        assertThat(model.state().get()).isEqualTo(new AnalysisState.Possible());
    }

    @Test
    void a_failure_is_told() throws InterruptedException {
        AnalysisModel model = model((source, plan, frames) -> {
            throw new UserException("the clip is gone");
        });
        model.changed(Optional.of(CLIP));

        model.toggle();
        fx.runUntil(() -> notices.notice().get().isPresent());

        assertThat(notices.notice().get()).contains(Notice.error("the clip is gone"));
        assertThat(model.state().get()).isEqualTo(new AnalysisState.Possible());
    }
}
