package org.posescope.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.testkit.TaskQueue;

@Timeout(30)
class RenderModelTest {
    private static final SourceInfo VIDEO = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100,
            10_000_000, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);
    private static final Path FILE = Path.of("clip-1.mp4");

    private final TaskQueue fx = new TaskQueue();
    private final BackgroundWork thread = new BackgroundWork(WorkKind.RENDERING, fx);
    private final NoticeModel notices = new NoticeModel();
    private final List<Path> shown = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    private RenderModel model(RenderWork work) {
        return new RenderModel(work, notices, thread, now::get, shown::add);
    }

    @AfterEach
    void end() {
        thread.end();
    }

    private Notice notice() {
        return notices.notice().get().orElseThrow();
    }

    @Test
    void a_video_with_frames_that_failed_says_so() throws Exception {
        RenderModel model = model((source, span, frames) -> new RenderWork.Rendered(FILE, List.of("2 frames failed")));

        model.toggle(Optional.of(VIDEO), Span.WHOLE);
        fx.runUntil(() -> !model.running().get());

        assertThat(notice().kind()).isEqualTo(Notice.Kind.WARNING);
        assertThat(notice().text()).isEqualTo("Saved the video to " + FILE + "; 2 frames failed.");
        assertThat(notice().answers()).hasSize(1);
    }

    @Test
    void the_marked_part_of_a_clip_is_rendered_and_its_folder_can_be_shown() throws Exception {
        AtomicReference<Span> asked = new AtomicReference<>();
        RenderModel model = model((source, span, frames) -> {
            asked.set(span);
            return new RenderWork.Rendered(FILE, List.of());
        });

        model.toggle(Optional.of(VIDEO), new Span(1_000_000, 2_000_000));
        fx.runUntil(() -> !model.running().get());

        assertThat(asked.get()).isEqualTo(new Span(1_000_000, 2_000_000));
        assertThat(notice().text()).isEqualTo("Saved the video to clip-1.mp4.");
        notices.choose(notice().answers().getFirst());
        assertThat(shown).containsExactly(FILE);
    }

    @Test
    void what_goes_on_can_be_cancelled() throws Exception {
        CountDownLatch forever = new CountDownLatch(1);
        RenderModel model = model((source, span, frames) -> {
            forever.await();
            return new RenderWork.Rendered(FILE, List.of());
        });
        model.toggle(Optional.of(VIDEO), Span.WHOLE);
        assertThat(notice().answers()).extracting(Notice.Answer::label).containsExactly("Cancel");

        model.toggle(Optional.of(VIDEO), Span.WHOLE);
        fx.runUntil(() -> !model.running().get());

        assertThat(notice().text()).isEqualTo("The rendering was cancelled; no video was kept.");
    }

    @Test
    void why_there_is_no_video_is_said() throws Exception {
        RenderModel model = model((source, span, frames) -> {
            throw new UserException("the disk is full");
        });
        model.toggle(Optional.of(VIDEO), Span.WHOLE);
        fx.runUntil(() -> !model.running().get());
        assertThat(notice()).isEqualTo(Notice.error("The disk is full."));

        model.toggle(Optional.of(CAMERA), Span.WHOLE);
        assertThat(notice().text()).startsWith("There is no clip to render");
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void progress_says_frames_and_the_time_that_is_left() {
        assertThat(RenderModel.text(50, 200, Duration.ofSeconds(10))).isEqualTo("50 of 200 frames, about 30 s left");
        assertThat(RenderModel.text(50, 2000, Duration.ofSeconds(10)))
                .isEqualTo("50 of 2,000 frames, about 7 min left");
        assertThat(RenderModel.text(5, 200, Duration.ofSeconds(1))).isEqualTo("5 of 200 frames");
        assertThat(RenderModel.text(5, 0, Duration.ofSeconds(9))).isEqualTo("5 frames");
    }
}
