package org.posescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.record.RecordedSpan;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.export.PeopleLog;
import org.posescope.record.motion.LengthUnit;
import org.posescope.testkit.TaskQueue;
import org.posescope.testkit.TestPictures;

@Timeout(20)
class ExportModelTest {
    private static final SourceInfo CLIP = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 64, 48, 25, 40, -1, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 25, -1, -1, false);
    private static final Notice DONE = Notice.info("done");

    private final TaskQueue fx = new TaskQueue();
    private final NoticeModel notices = new NoticeModel();
    private final AtomicReference<Plan> pipeline = new AtomicReference<>(Plan.DEFAULT);
    private final AtomicReference<ExportRequest> asked = new AtomicReference<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final FramePool pool = new FramePool();
    private final AtomicLong now = new AtomicLong();

    @AfterEach
    void nothing_waits_and_nothing_is_kept() {
        goOn.countDown();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private ExportModel model(ExportWork work) {
        return new ExportModel((request, progress) -> {
            asked.set(request);
            return work.run(request, progress);
        }, pipeline::get, notices, new BackgroundWork(WorkKind.EXPORT, fx), now::get);
    }

    private RecordedSpan span(int... ids) {
        PeopleLog people = new PeopleLog(40_000, 100);
        for (int id : ids) {
            List<Keypoint> points = Collections.nCopies(17, new Keypoint(1, 1, 1));
            Person person = new Person(id, 1, new Box(0, 0, 1, 1), List.of(new Keypoints(Skeletons.COCO17, points)),
                    Optional.empty(), Optional.empty(), Optional.empty());
            try (Frame frame = TestPictures.frame(pool, 8, 8, 0, 0)) {
                people.accept(frame, List.of(person));
            }
        }
        return new RecordedSpan(CLIP, people);
    }

    @Test
    void without_a_video_there_is_nothing_to_export() {
        ExportModel model = model((request, progress) -> DONE);
        model.offer(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(model.subjects().get()).isEmpty();
        assertThat(model.startable().get()).isFalse();
        model.start();

        assertThat(asked).hasNullValue();
    }

    @Test
    void a_camera_has_no_whole_clip_but_what_was_recorded_of_it() {
        ExportModel model = model((request, progress) -> DONE);
        model.offer(Optional.of(CAMERA), Optional.empty(), Optional.empty());
        assertThat(model.subjects().get()).isEmpty();

        RecordedSpan span = span(3, 3, 5);
        model.offer(Optional.of(CAMERA), Optional.empty(), Optional.of(span));

        assertThat(model.subjects().get()).containsExactly(new Subject.Recorded(span, Plan.DEFAULT));
        assertThat(model.people().get()).containsExactly(new PersonSelection.Everybody(),
                new PersonSelection.MainPerson(), new PersonSelection.Person(3),
                new PersonSelection.Person(5));
    }

    @Test
    void a_marked_part_is_what_is_exported_unless_the_user_wants_the_whole() {
        ExportModel model = model((request, progress) -> DONE);
        Span marked = new Span(200_000, 800_000);
        model.offer(Optional.of(CLIP), Optional.of(marked), Optional.empty());

        assertThat(model.subjects().get()).containsExactly(new Subject.MarkedPart(CLIP, Plan.DEFAULT, marked),
                new Subject.WholeClip(CLIP, Plan.DEFAULT));
        assertThat(model.subject().get()).contains(model.subjects().get().getFirst());
    }

    @Test
    void what_goes_on_says_the_file_how_far_it_is_and_the_time_that_is_left_and_the_end_stays() throws Exception {
        ExportModel model = model((request, progress) -> {
            progress.accept(0.25);
            goOn.await();
            return DONE;
        });
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.choose(Path.of("folder", "walk.bvh"));
        model.start();
        assertThat(model.status().get()).isEqualTo("walk.bvh…");

        now.set(TimeUnit.SECONDS.toNanos(10));
        fx.runUntil(() -> model.progress().get() > 0);
        assertThat(model.status().get()).isEqualTo("walk.bvh: 25 %, about 30 s left");

        goOn.countDown();
        fx.runUntil(() -> !model.running().get());
        assertThat(model.status().get()).isEqualTo(DONE.text());
    }

    @Test
    void an_empty_recording_is_not_offered() {
        ExportModel model = model((request, progress) -> DONE);

        model.offer(Optional.of(CLIP), Optional.empty(), Optional.of(span()));

        assertThat(model.subjects().get()).containsExactly(new Subject.WholeClip(CLIP, Plan.DEFAULT));
        assertThat(model.people().get()).containsExactly(new PersonSelection.Everybody(),
                new PersonSelection.MainPerson());
    }

    @Test
    void what_was_chosen_is_what_is_done() throws InterruptedException {
        ExportModel model = model((request, progress) -> DONE);
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.choose(new PersonSelection.MainPerson());
        model.choose(ExportFormat.TRC);
        model.choose(Path.of("walk.trc"));
        model.unit().set(LengthUnit.CM);
        Plan changed = Plan.DEFAULT.withPlace(Place.DEFAULT.withLens(48, 0));
        pipeline.set(changed);

        model.start();
        assertThat(model.running().get()).isTrue();
        fx.runUntil(() -> !model.running().get());

        assertThat(asked.get())
                .isEqualTo(new ExportRequest(new Subject.WholeClip(CLIP, changed), new PersonSelection.MainPerson(),
                        ExportFormat.TRC, LengthUnit.CM, Optional.of(Path.of("walk.trc"))));
        assertThat(notices.notice().get()).contains(DONE);
        assertThat(model.path().get()).isEmpty();
    }

    @Test
    void a_person_who_is_not_in_the_other_subject_is_chosen_no_more() {
        ExportModel model = model((request, progress) -> DONE);
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.of(span(3)));
        model.choose(new PersonSelection.Person(3));

        model.choose(Optional.of(model.subjects().get().getLast()));

        assertThat(model.who().get()).isEqualTo(new PersonSelection.Everybody());
    }

    @Test
    void another_format_forgets_the_file() {
        ExportModel model = model((request, progress) -> DONE);
        model.choose(Path.of("walk.bvh"));
        model.choose(ExportFormat.BVH);
        assertThat(model.path().get()).isPresent();

        model.choose(ExportFormat.GLB);

        assertThat(model.path().get()).isEmpty();
    }

    @Test
    void progress_is_told_in_steps_that_can_be_seen() throws InterruptedException {
        ExportModel model = model((request, progress) -> {
            for (int i = 1; i <= 10_000; i++) {
                progress.accept(i / 10_000.0);
            }
            return DONE;
        });
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.start();
        // The last is told with the end.
        fx.runUntil(() -> !model.running().get());

        assertThat(model.progress().get()).isEqualTo(1);
    }

    @Test
    void a_failure_is_told_and_another_try_is_possible() throws InterruptedException {
        ExportModel model = model((request, progress) -> {
            throw new UserException("The disk is full.");
        });
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.start();
        fx.runUntil(() -> !model.running().get());

        assertThat(notices.notice().get()).contains(Notice.error("The disk is full."));
        assertThat(model.startable().get()).isTrue();
    }

    @Test
    void an_unexpected_error_ends_the_export_and_not_the_window() throws InterruptedException {
        ExportModel model = model((request, progress) -> {
            throw new IllegalStateException("no");
        });
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.start();
        fx.runUntil(() -> !model.running().get());

        assertThat(notices.notice().get()).hasValueSatisfying(
                notice -> assertThat(notice.text()).contains("IllegalStateException"));
    }

    @Test
    void a_cancelled_export_says_that_nothing_was_written() throws InterruptedException {
        ExportModel model = model((request, progress) -> {
            goOn.await();
            return DONE;
        });
        model.offer(Optional.of(CLIP), Optional.empty(), Optional.empty());
        model.start();
        model.start();

        model.cancel();
        fx.runUntil(() -> !model.running().get());

        assertThat(notices.notice().get()).contains(Notice.info("The export was cancelled; nothing was written."));
    }
}
