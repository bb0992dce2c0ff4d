package org.posescope.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkKind;
import org.posescope.batch.Clip;
import org.posescope.batch.ManifestEntry;
import org.posescope.batch.Recipe;
import org.posescope.batch.VideoFigures;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class QueueModelTest {
    private final TaskQueue fx = new TaskQueue();
    private final NoticeModel notices = new NoticeModel();
    private final AtomicReference<QueueRequest> asked = new AtomicReference<>();

    @TempDir
    private Path folder;

    private Path clips;

    @BeforeEach
    void archive() throws IOException {
        clips = Files.createDirectories(folder.resolve("clips"));
        for (String name : List.of("a.mp4", "b.mov", "notes.txt")) {
            Files.createFile(clips.resolve(name));
        }
    }

    private QueueModel model(QueueWork work) throws InterruptedException {
        Plan plan = Plan.DEFAULT.withFollowing(Following.DEFAULT.withThreshold(0.25));
        QueueModel model = new QueueModel((request, listener) -> {
            asked.set(request);
            return work.run(request, listener);
        }, new QueueModel.Outside(() -> plan, Path.of("models"), folder.resolve("results"), fx,
                new BackgroundWork(WorkKind.FILES, fx)), notices,
                new BackgroundWork(WorkKind.QUEUE, fx));
        model.add(List.of(clips));
        fx.runUntil(() -> model.videos().size() == 2);
        return model;
    }

    private static ManifestEntry entry(Clip clip, String error) {
        return new ManifestEntry(clip.name(), clip.video().toString(), "", List.of(), "1",
                error.isEmpty() ? ManifestEntry.State.DONE : ManifestEntry.State.FAILED, error, 2,
                new VideoFigures(30, 2, 15, List.of("the sound is left out")),
                List.of(clip.name() + ".jsonl", clip.name() + ".mp4"));
    }

    @Test
    void several_videos_or_a_folder_of_them_are_for_the_queue() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path picture = Files.createFile(pictures.resolve("a.jpg"));
        Path video = clips.resolve("a.mp4");

        assertThat(QueueModel.takes(List.of(clips))).isTrue();
        assertThat(QueueModel.takes(List.of(video, clips.resolve("b.mov")))).isTrue();
        assertThat(QueueModel.takes(List.of(video))).isFalse();
        assertThat(QueueModel.takes(List.of(pictures))).isFalse();
        assertThat(QueueModel.takes(List.of(video, picture))).isFalse();
    }

    @Test
    void what_is_dropped_is_looked_at_in_the_background() throws Exception {
        QueueModel model = model((_, _) -> 0);
        AtomicReference<String> told = new AtomicReference<>("");

        model.offer(List.of(clips.resolve("a.mp4")), () -> told.set("queue"), () -> told.set("window"));
        assertThat(told).as("at once").hasValue("");
        fx.runUntil(() -> !told.get().isEmpty());
        assertThat(told).hasValue("window");
        model.offer(List.of(clips), () -> told.set("queue"), () -> told.set("nobody"));
        fx.runUntil(() -> !told.get().equals("window"));
        assertThat(told).hasValue("queue");
    }

    @Test
    void the_videos_of_a_folder_wait_until_all_are_asked_for() throws Exception {
        QueueModel model = model((_, _) -> 0);

        Clip a = new Clip("a", clips.resolve("a.mp4"));
        Clip b = new Clip("b", clips.resolve("b.mov"));
        assertThat(model.videos()).containsExactly(QueuedVideo.waiting(a), QueuedVideo.waiting(b));
        model.choose(QueueOutput.JSON, false);
        model.choose(QueueOutput.PARQUET, true);
        model.start();
        fx.runUntil(() -> !model.running().get());

        assertThat(asked.get().clips()).containsExactly(a, b);
        assertThat(asked.get().folder()).isEqualTo(folder.resolve("results/clips"));
        assertThat(asked.get().recipe().texts()).containsExactly("--threshold=0.25", "--models=models",
                "--output={name}.mp4", "--export={name}.parquet", "--nstreams=1");
        assertThat(notices.notice().get()).contains(Notice.info("2 of 2 videos are done"));
    }

    @Test
    void what_happens_to_each_video_is_shown() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        QueueModel model = model((request, listener) -> {
            Clip a = request.clips().getFirst();
            Clip b = request.clips().getLast();
            listener.begins(a);
            listener.frames(a, 15, 30);
            goOn.await();
            listener.ended(entry(a, ""));
            listener.begins(b);
            listener.frames(b, 4, -1);
            listener.ended(entry(b, "it is damaged"));
            return 1;
        });
        model.start();
        fx.runUntil(() -> model.videos().getFirst().fraction() == 0.5);

        Clip a = model.videos().getFirst().clip();
        Clip b = model.videos().getLast().clip();
        assertThat(model.videos()).containsExactly(
                new QueuedVideo(a, QueuedVideo.State.RUNNING, 0.5, "15/30", Optional.empty()),
                QueuedVideo.waiting(b));
        goOn.countDown();
        fx.runUntil(() -> model.videos().getLast().fraction() == Progress.UNKNOWN);
        fx.runUntil(() -> !model.running().get());

        assertThat(model.videos()).containsExactly(
                new QueuedVideo(a, QueuedVideo.State.DONE, 1, "30 frames, 15.0 fps, 2 lost; the sound is left out",
                        Optional.of(folder.resolve("results/clips/a.mp4"))),
                new QueuedVideo(b, QueuedVideo.State.FAILED, 0, "it is damaged", Optional.empty()));
        assertThat(notices.notice().get()).contains(Notice.warning("1 of 2 videos are done, 1 failed or lost frames"));
    }

    @Test
    void one_that_is_stopped_waits_again() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        QueueModel model = model((request, listener) -> {
            listener.known(entry(request.clips().getFirst(), ""));
            listener.begins(request.clips().getLast());
            never.await();
            return 0;
        });
        model.start();
        fx.runUntil(() -> model.videos().getLast().state() == QueuedVideo.State.RUNNING);
        model.clear();
        model.cancel();
        fx.runUntil(() -> !model.running().get());

        assertThat(model.videos()).extracting(QueuedVideo::text).containsExactly("done before", "waiting");
        assertThat(notices.notice().get()).contains(Notice.info("The queue was stopped; started again, it goes on."));
    }

    @Test
    void a_plan_is_written_as_options() {
        Plan plan = Plan.DEFAULT.withPreset("studio").withPlace(Plan.DEFAULT.place().withLens(75, 0).withoutBodies())
                .withFollowing(Following.DEFAULT.withSmoothing(false).withThreshold(0.5));

        assertThat(PlanEntries.of(plan)).extracting(Recipe.Entry::text).containsExactly(
                "--preset=studio", "--threshold=0.5", "--no-smooth", "--fov=75.0", "--no-body");
        assertThat(PlanEntries.of(Plan.DEFAULT)).isEmpty();
    }
}
