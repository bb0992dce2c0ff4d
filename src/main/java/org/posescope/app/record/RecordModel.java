package org.posescope.app.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.keys.Action;
import org.posescope.app.player.PlayerCommands;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.app.work.WorkThreads;
import org.posescope.frame.SourceInfo;
import org.posescope.record.RecordedSound;
import org.posescope.record.RecordingThread;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Whether a video is recorded, and the commands around it. FX thread. */
public final class RecordModel {
    private static final long LOOK_NANOS = 500_000_000;
    private static final double MEGABYTE = 1e6;
    private static final long SECOND = 1_000_000;
    private static final double LEAST_SHARE = 0.8;

    private final PlayerCommands player;
    private final Recorder recorder;
    private final NoticeModel notices;
    private final BackgroundWork videos;
    private final BackgroundWork pictures;
    private final Executor fx;
    private Consumer<Path> folders = file -> {};
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RecordedSpan>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Written by the work on videos, which is done one after the other. */
    private volatile Optional<Recorder.Recording> current = Optional.empty();
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
    private long lookedNanos;

    /**
     * @param works owned by the thread of this model
     * @param fx    runs tasks on that thread
     */
    public RecordModel(PlayerCommands player, Recorder recorder, NoticeModel notices, WorkThreads works, Executor fx) {
        this.player = player;
        this.recorder = recorder;
        this.notices = notices;
        this.videos = works.of(WorkKind.RECORDING);
        this.pictures = works.of(WorkKind.SNAPSHOT);
        this.fx = fx;
    }

    /** Names who shows the folder of a file, where the user asks for that. */
    public void foldersBy(Consumer<Path> shower) {
        folders = shower;
    }

    private Notice saved(String text, Path file) {
        return Notice.info(text).with(new Notice.Answer("Show in folder", () -> folders.accept(file)));
    }

    /** Starts a video of a source, or ends the one that is recorded. */
    public void toggle(Optional<SourceInfo> source) {
        if (changing.get()) {
            return;
        }
        if (recording.get()) {
            stop();
        } else {
            source.ifPresent(this::start);
        }
    }

    private void start(SourceInfo source) {
        changing.set(true);
        figures.set("opening…");
        videos.start(progress -> begin(source),
                WorkListener.<Recorder.Recording>of(
                        this::begun,
                        why -> changed(false, Notice.error(why))).onCancelled(() -> changing.set(false)));
    }

    private void begun(Recorder.Recording now) {
        changed(true, Notice.info("Recording to " + now.file() + "."));
        if (now.output().failure().isPresent()) {
            stop();
        }
    }

    private Recorder.Recording begin(SourceInfo source) {
        Recorder.Recording begun = recorder.start(source, this::broken);
        current = Optional.of(begun);
        player.tap(Optional.of(begun.tap()));
        return begun;
    }

    private void stop() {
        changing.set(true);
        figures.set("saving…");
        videos.start(progress -> finish(), WorkListener.of(this::stopped, why -> changed(false, Notice.error(why)))
                .onCancelled(() -> changing.set(false)));
    }

    private void stopped(Optional<Recorder.Recording> ended) {
        ended.ifPresent(each -> last.set(Optional.of(each.span())));
        changed(false, ended.map(this::ending)
                .orElseGet(() -> Notice.info("The recording had ended already.")));
    }

    /** Another source plays: the recording of the one before has all that there will be. */
    public void sourceChanged(Optional<SourceInfo> source) {
        if (recording.get() && !changing.get() && !current.map(Recorder.Recording::source).equals(source)) {
            stop();
        }
    }

    /** Looks again, now and then, how much is recorded. */
    public void pulse(long nowNanos) {
        if (recording.get() && !changing.get() && nowNanos - lookedNanos > LOOK_NANOS) {
            lookedNanos = nowNanos;
            refresh();
        }
    }

    private void refresh() {
        figures.set(recording.get() ? current.map(RecordModel::figures).orElse("") : "");
    }

    private static String figures(Recorder.Recording now) {
        RecordingThread output = now.output();
        String text = String.format(Locale.ROOT, "%s · %.1f MB", time(now.people().micros()),
                now.file().toFile().length() / MEGABYTE);
        return output.overflow() == 0 ? text : text + " · " + output.overflow() + " left out";
    }

    /** For example {@code 1:05.2}. */
    private static String time(long micros) {
        long tenths = micros / (SECOND / 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    private static String pictures(long count) {
        return count == 1 ? "1 picture" : count + " pictures";
    }

    /** Ends the recording, if there is one. */
    private Optional<Recorder.Recording> finish() {
        player.tap(Optional.empty());
        Optional<Recorder.Recording> ended = current;
        current = Optional.empty();
        ended.ifPresent(each -> {
            each.output().close();
            if (each.output().written() == 0) {
                recorder.discard(each);
            }
        });
        return ended;
    }

    private Notice ending(Recorder.Recording ended) {
        RecordingThread output = ended.output();
        Optional<String> failure = output.failure().map(why -> String.valueOf(why.getMessage()));
        if (output.written() == 0) {
            return Notice.warning(failure.map(why -> why + " ").orElse("")
                    + "Nothing was recorded, not one picture, so no file was kept.");
        }
        if (failure.isPresent()) {
            return Notice.error(failure.get());
        }
        StringBuilder text = new StringBuilder("Saved ").append(time(ended.people().micros())).append(", ")
                .append(pictures(output.written())).append(", to ").append(ended.file());
        if (output.overflow() > 0) {
            text.append("; ").append(pictures(output.overflow())).append(" left out to keep up");
        } else if (isChoppy(ended)) {
            text.append("; it has the frames that were shown, ").append(Action.RENDER.keyName()).append(" renders all");
        }
        // Cameras have no sound, which nobody needs to be told.
        if (ended.source().kind() == SourceInfo.Kind.VIDEO) {
            output.sound().map(RecordedSound::notes).orElse(List.of())
                    .forEach(note -> text.append("; ").append(note));
        }
        return saved(text.append('.').toString(), ended.file());
    }

    /** Whether many frames of the clip are not in it, because finding people takes longer than showing a frame. */
    private static boolean isChoppy(Recorder.Recording ended) {
        double all = ended.source().fps() * ended.people().micros() / SECOND;
        return ended.source().kind() == SourceInfo.Kind.VIDEO && ended.output().written() < LEAST_SHARE * all;
    }

    private void broken(RuntimeException cause) {
        fx.execute(() -> {
            // Whoever stops it already tells why it broke.
            if (recording.get() && !changing.get()) {
                stop();
            }
        });
    }

    private void changed(boolean nowRecording, Notice notice) {
        changing.set(false);
        recording.set(nowRecording);
        refresh();
        notices.show(notice);
    }

    /** Saves a picture of a moment, which is taken over. It is cancelled only before it was begun, at the end of the program. */
    public void snapshot(ShownFrame moment) {
        pictures.start(progress -> {
            try (moment) {
                return recorder.snapshot(moment);
            }
        }, WorkListener.<Path>of(file -> notices.show(saved("Saved " + file + ".", file)),
                why -> notices.show(Notice.error(why))).onCancelled(moment::close));
    }

    /**
     * Copies a picture of a moment, which is taken over, as it would be saved.
     *
     * @param clipboard takes it, on the thread of this model
     */
    public void copy(ShownFrame moment, Consumer<PictureCopy> clipboard) {
        pictures.start(progress -> {
            try (moment) {
                return recorder.copy(moment);
            }
        }, WorkListener.<PictureCopy>of(copied -> {
            clipboard.accept(copied);
            notices.show(Notice.info("The picture was copied."));
        }, why -> notices.show(Notice.error(why))).onCancelled(moment::close));
    }

    /** Ends a recording at the end of the program, on the calling thread, after the work on videos has ended. */
    public void close() {
        Optional<Recorder.Recording> _ = finish();
    }

    /** How much is recorded, and how many pictures the encoder had no time for; empty while nothing is. */
    public ReadOnlyStringProperty figures() {
        return figures.getReadOnlyProperty();
    }

    /** What was recorded last in this window. */
    public ReadOnlyObjectProperty<Optional<RecordedSpan>> last() {
        return last.getReadOnlyProperty();
    }

    /** Whether a recording is being opened or saved, so that {@link #toggle} does nothing. */
    public ReadOnlyBooleanProperty changing() {
        return changing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty recording() {
        return recording.getReadOnlyProperty();
    }
}
