package org.posescope.app.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
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

    private final PlayerCommands player;
    private final Recorder recorder;
    private final NoticeModel notices;
    private final BackgroundWork videos;
    private final BackgroundWork pictures;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RecordedSpan>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Written by the work on videos, which is done one after the other. */
    private volatile Optional<Recorder.Recording> current = Optional.empty();
    private boolean changing;
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

    /** Starts a video of a source, or ends the one that is recorded. */
    public void toggle(Optional<SourceInfo> source) {
        if (changing) {
            return;
        }
        if (recording.get()) {
            stop();
        } else {
            source.ifPresent(this::start);
        }
    }

    private void start(SourceInfo source) {
        changing = true;
        videos.start(progress -> begin(source),
                WorkListener.<Recorder.Recording>of(
                        begun -> changed(true, Notice.info("Recording to " + begun.file() + ".")),
                        why -> changed(false, Notice.error(why))).onCancelled(() -> changing = false));
    }

    private Recorder.Recording begin(SourceInfo source) {
        Recorder.Recording begun = recorder.start(source, this::broken);
        current = Optional.of(begun);
        player.tap(Optional.of(begun.tap()));
        return begun;
    }

    private void stop() {
        changing = true;
        videos.start(progress -> finish(), WorkListener.of(this::stopped, why -> changed(false, Notice.error(why)))
                .onCancelled(() -> changing = false));
    }

    private void stopped(Optional<Recorder.Recording> ended) {
        ended.ifPresent(each -> last.set(Optional.of(each.span())));
        changed(false, ended.map(RecordModel::ending)
                .orElseGet(() -> Notice.info("The recording had ended already.")));
    }

    /** Another source plays: the recording of the one before has all that there will be. */
    public void sourceChanged(Optional<SourceInfo> source) {
        if (recording.get() && !changing && !current.map(Recorder.Recording::source).equals(source)) {
            stop();
        }
    }

    /** Looks again, now and then, how much is recorded. */
    public void pulse(long nowNanos) {
        if (recording.get() && nowNanos - lookedNanos > LOOK_NANOS) {
            lookedNanos = nowNanos;
            refresh();
        }
    }

    private void refresh() {
        figures.set(recording.get() ? current.map(each -> figures(each.output())).orElse("") : "");
    }

    private static String figures(RecordingThread output) {
        String pictures = output.written() == 1 ? "1 picture" : output.written() + " pictures";
        return output.overflow() == 0 ? pictures : pictures + ", " + output.overflow() + " left out";
    }

    /** Ends the recording, if there is one. */
    private Optional<Recorder.Recording> finish() {
        player.tap(Optional.empty());
        Optional<Recorder.Recording> ended = current;
        current = Optional.empty();
        ended.ifPresent(each -> each.output().close());
        return ended;
    }

    private static Notice ending(Recorder.Recording ended) {
        RecordingThread output = ended.output();
        if (output.failure().isPresent()) {
            return Notice.error(String.valueOf(output.failure().get().getMessage()));
        }
        StringBuilder text = new StringBuilder("Saved ").append(output.written()).append(" pictures to ")
                .append(ended.file());
        if (output.overflow() > 0) {
            text.append("; ").append(output.overflow()).append(" were left out to keep up");
        }
        // Cameras have no sound, which nobody needs to be told.
        if (ended.source().kind() == SourceInfo.Kind.VIDEO) {
            output.sound().map(RecordedSound::notes).orElse(List.of())
                    .forEach(note -> text.append("; ").append(note));
        }
        return Notice.info(text.append('.').toString());
    }

    private void broken(RuntimeException cause) {
        fx.execute(() -> {
            if (recording.get()) {
                stop();
            }
        });
    }

    private void changed(boolean nowRecording, Notice notice) {
        changing = false;
        recording.set(nowRecording);
        refresh();
        notices.show(notice);
    }

    /** Saves a picture of a moment, which is taken over. It is cancelled only before it was begun, at the end of the program. */
    public void snapshot(ShownFrame moment) {
        pictures.start(progress -> {
            try (moment) {
                return recorder.snapshot(moment.source(), moment.frame(), moment.people());
            }
        }, WorkListener.<Path>of(file -> notices.show(Notice.info("Saved " + file + ".")),
                why -> notices.show(Notice.error(why))).onCancelled(moment::close));
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

    public ReadOnlyBooleanProperty recording() {
        return recording.getReadOnlyProperty();
    }
}
