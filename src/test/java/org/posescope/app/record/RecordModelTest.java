package org.posescope.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.app.work.WorkThreads;
import org.posescope.draw.Layers;
import org.posescope.draw.PersonNames;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.view.View;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Lens;
import org.posescope.record.FrameOutput;
import org.posescope.record.CameraFacts;
import org.posescope.pose.Person;
import org.posescope.pose.Camera;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.Layer;
import java.util.concurrent.CopyOnWriteArrayList;
import org.posescope.testkit.TaskQueue;
import org.posescope.testkit.TestPictures;
import org.posescope.testkit.VideoFile;

@Timeout(30)
class RecordModelTest {
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 25, -1, -1, false);
    private static final SourceInfo OTHER = new SourceInfo("1", SourceInfo.Kind.CAMERA, 64, 48, 25, -1, -1, false);

    private final TaskQueue fx = new TaskQueue();
    private final WorkThreads works = new WorkThreads(fx);
    private final NoticeModel notices = new NoticeModel();
    private final FakePlayer player = new FakePlayer();
    private final FramePool pool = new FramePool();
    private final AtomicReference<RecordingChoice> choice = new AtomicReference<>(RecordingChoice.DEFAULT);

    @TempDir
    private Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private final CameraInUse shown = new CameraInUse(new Lens.Focal(20));
    /** Focal lengths with which bodies were drawn, pixels. */
    private final List<Double> focals = new CopyOnWriteArrayList<>();

    /** Nobody, looked at with a camera. */
    private final class Nobody implements BodyMeshes {
        private final CameraInUse lens;

        Nobody(CameraInUse lens) {
            this.lens = lens;
        }

        @Override
        public PinholeCamera camera(int width, int height) {
            return lens.pinhole(width, height);
        }

        @Override
        public List<Mesh> of(List<Person> people, long ptsMicros) {
            focals.add((double) Math.round(lens.camera(64, 48).focal()));
            return List.of();
        }
    }

    private RecordModel model(Path recordings, Supplier<Layers> layers) {
        Recorder recorder = new Recorder(pool, new OutputNames(() -> choice.get().folder(recordings)),
                new Recorder.Drawn(choice::get, () -> new PictureStyle(layers.get(), false),
                        lens -> Optional.of(new Nobody(lens)),
                        shown, person -> List.of(), PersonNames.NUMBERS));
        return new RecordModel(player, recorder, notices, works, fx);
    }

    private void play(int frames) {
        for (int i = 0; i < frames; i++) {
            try (Frame frame = TestPictures.frame(pool, 64, 48, i, 1_000_000 + i * 40_000L)) {
                player.tapped().orElseThrow().output().accept(frame, List.of());
            }
        }
    }

    private String told() {
        return notices.notice().get().map(Notice::text).orElse("");
    }

    private Path recorded() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void a_recording_holds_what_was_played_and_its_motion_can_be_exported(View view) throws Exception {
        choice.set(RecordingChoice.DEFAULT.withView(view));
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        play(5);

        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());

        assertThat(told()).isEqualTo("Saved 0:00.2, 5 pictures, to " + recorded() + ".");
        VideoFile video = VideoFile.read(recorded(), picture -> {});
        assertThat(video.width()).isEqualTo(view == View.SIDE_BY_SIDE ? 128 : 64);
        assertThat(video.declaredMicros()).isEqualTo(200_000);
        assertThat(model.last().get()).hasValueSatisfying(span -> {
            assertThat(span.source()).isEqualTo(CAMERA);
            assertThat(span.people().frames()).isEqualTo(5);
        });
        assertThat(player.told()).containsExactly("tap", "no tap");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_nothing_is_recorded() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        RecordModel model = model(file.resolve("recordings"), () -> Layers.DEFAULT);

        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !told().isEmpty());

        assertThat(model.recording().get()).isFalse();
        assertThat(told()).contains("cannot be made");
    }

    @Test
    void a_recording_that_cannot_be_written_on_ends_with_the_reason() throws Exception {
        RecordModel model = model(folder, () -> {
            throw new UserException("The disk is full.");
        });
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);

        play(1);
        fx.runUntil(() -> !model.recording().get());

        assertThat(told()).isEqualTo("The disk is full. Nothing was recorded, not one picture, so no file was kept.");
        assertThat(model.figures().get()).isEmpty();
    }

    @Test
    void a_recording_that_breaks_while_it_is_saved_says_why_and_is_not_ended_twice() throws Exception {
        CountDownLatch saving = new CountDownLatch(1);
        RecordModel model = model(folder, () -> {
            try {
                saving.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new UserException("The disk is full.");
        });
        List<String> all = new ArrayList<>();
        notices.notice().subscribe(notice -> notice.map(Notice::text).ifPresent(all::add));
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        play(1);

        model.toggle(Optional.of(CAMERA));
        saving.countDown();
        fx.runUntil(() -> !model.recording().get());
        assertThat(told()).isEqualTo(
                "The disk is full. Nothing was recorded, not one picture, so no file was kept.");
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());

        assertThat(all).noneMatch(text -> text.contains("ended already"));
    }

    @Test
    void a_recording_that_breaks_before_it_is_shown_ends_at_once() throws Exception {
        RecordModel model = model(folder, () -> {
            throw new UserException("The disk is full.");
        });
        model.toggle(Optional.of(CAMERA));
        while (player.tapped().isEmpty()) {
            Thread.onSpinWait();
        }
        play(1);
        // What broke is told by a task of its own behind the one that says that it was opened.
        while (pool.lent() > 0) {
            Thread.onSpinWait();
        }

        fx.runUntil(() -> told().startsWith("The disk is full."));
        assertThat(model.recording().get()).isFalse();
        assertThat(model.changing().get()).isFalse();
    }

    @Test
    void of_large_pictures_fewer_wait() {
        assertThat(Recorder.queue(CAMERA)).isEqualTo(8);
        assertThat(Recorder.queue(new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, 3840, 2160, 30, 10, 1, true)))
                .isEqualTo(4);
        assertThat(Recorder.queue(new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, 7680, 4320, 30, 10, 1, true)))
                .isEqualTo(2);
    }

    @Test
    void bodies_are_recorded_with_the_camera_of_their_own_frame_whatever_is_on_the_screen() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT.with(Layer.MESH, true));
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        for (double focal : List.of(50.0, 60.0)) {
            try (Frame frame = TestPictures.frame(pool, 64, 48, 0, Math.round(focal))) {
                FrameOutput output = player.tapped().orElseThrow().output();
                output.camera(CameraFacts.of(new Camera(focal, 32, 24), frame));
                output.accept(frame, List.of());
            }
            shown.use(Optional.of(new Camera(90, 32, 24)), 64, 48);
        }
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());
        model.copy(new ShownFrame(TestPictures.frame(pool, 64, 48, 0, 0), List.of(), CAMERA, 0,
                Optional.of(new Camera(70, 32, 24))), copied -> {});
        fx.runUntil(() -> told().equals("The picture was copied."));

        assertThat(focals).containsExactly(50.0, 60.0, 70.0);
        assertThat(Math.round(shown.camera(64, 48).focal())).isEqualTo(90);
    }

    @Test
    void a_recording_says_at_once_that_it_is_opened_and_saved() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        assertThat(model.figures().get()).isEqualTo("opening…");
        assertThat(model.changing().get()).isTrue();
        fx.runUntil(model.recording()::get);
        assertThat(model.figures().get()).matches("0:00\\.0 · \\d\\.\\d MB");
        play(2);

        model.toggle(Optional.of(CAMERA));
        assertThat(model.figures().get()).isEqualTo("saving…");
        fx.runUntil(() -> !model.recording().get());
        assertThat(model.figures().get()).isEmpty();
        assertThat(model.changing().get()).isFalse();
    }

    @Test
    void a_recording_without_pictures_is_said_and_leaves_no_file() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);

        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());

        assertThat(told()).isEqualTo("Nothing was recorded, not one picture, so no file was kept.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_picture_is_counted_as_one() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        play(1);

        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());

        assertThat(told()).isEqualTo("Saved 0:00.0, 1 picture, to " + recorded() + ".");
    }

    @Test
    void another_source_ends_the_recording_of_the_one_before() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        play(2);
        model.sourceChanged(Optional.of(CAMERA));
        assertThat(model.recording().get()).isTrue();

        model.sourceChanged(Optional.of(OTHER));
        fx.runUntil(() -> !model.recording().get());

        assertThat(told()).startsWith("Saved 0:00.0, 2 pictures, to ");
    }

    @Test
    void a_recording_of_a_clip_that_lacks_frames_says_how_to_get_all_of_them() throws Exception {
        SourceInfo clip = new SourceInfo(folder.resolve("walk.mp4").toString(), SourceInfo.Kind.VIDEO, 64, 48, 100,
                400, 4_000_000, true);
        choice.set(RecordingChoice.DEFAULT.withFolder(folder.resolve("mine").toString()));
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(clip));
        fx.runUntil(model.recording()::get);
        play(5);

        model.toggle(Optional.of(clip));
        fx.runUntil(() -> !model.recording().get());

        assertThat(told())
                .matches("Saved 0:00\\.1, 5 pictures, to .*mine.walk-.*mp4; it has the frames that were shown, "
                        + "Ctrl\\+R renders all; sound is missing .*");
    }

    @Test
    void a_picture_is_saved_as_png() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);

        model.snapshot(new ShownFrame(TestPictures.frame(pool, 64, 48, 1, 0), List.of(), CAMERA, 0));
        fx.runUntil(() -> told().startsWith("Saved "));

        assertThat(Files.readAllBytes(recorded())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_picture_is_copied_as_it_would_be_saved() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        AtomicReference<PictureCopy> clipboard = new AtomicReference<>();

        model.copy(new ShownFrame(TestPictures.frame(pool, 64, 48, 1, 0), List.of(), CAMERA, 0), clipboard::set);
        fx.runUntil(() -> told().equals("The picture was copied."));

        try (Frame same = TestPictures.frame(pool, 64, 48, 1, 0)) {
            assertThat(clipboard.get().width()).isEqualTo(64);
            assertThat(clipboard.get().height()).isEqualTo(48);
            assertThat(clipboard.get().pixels())
                    .isEqualTo(ByteBuffer.wrap(same.pixels().toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    @Test
    void after_an_unexpected_error_a_recording_can_be_begun_again() throws Exception {
        choice.set(null);
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !told().isEmpty());
        assertThat(told()).contains("NullPointerException");

        choice.set(RecordingChoice.DEFAULT);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());
    }

    @Test
    void a_conversion_of_minutes_and_a_search_for_cameras_keep_no_recording_waiting() throws Exception {
        CountDownLatch minutes = new CountDownLatch(1);
        for (WorkKind kind : List.of(WorkKind.IMPORT, WorkKind.CAMERAS, WorkKind.INSTALLATION)) {
            works.of(kind).start(progress -> {
                minutes.await();
                return kind;
            }, WorkListener.of(done -> {}, why -> {}));
        }
        RecordModel model = model(folder, () -> Layers.DEFAULT);

        model.toggle(Optional.of(CAMERA));
        fx.runUntil(model.recording()::get);
        model.toggle(Optional.of(CAMERA));
        fx.runUntil(() -> !model.recording().get());

        minutes.countDown();
    }

    @Test
    void a_picture_that_nobody_can_save_any_more_is_given_back() throws Exception {
        RecordModel model = model(folder, () -> Layers.DEFAULT);
        works.end(Duration.ofSeconds(10));

        model.snapshot(new ShownFrame(TestPictures.frame(pool, 64, 48, 1, 0), List.of(), CAMERA, 0));

        fx.runUntil(() -> pool.lent() == 0);
    }
}
