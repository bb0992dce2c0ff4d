package org.posescope.app.record;

import java.util.Optional;
import java.util.concurrent.Executor;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.Moment;
import org.posescope.app.player.PlayerCommands;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether a video is recorded, and the commands around it. FX thread. */
public final class RecordModel {
    private final PlayerCommands player;
    private final Recorder recorder;
    private final NoticeModel notices;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    /** Used by tasks of {@code background}, which runs them one after the other. */
    private Optional<Recorder.Recording> current = Optional.empty();
    private boolean changing;

    /**
     * @param background runs tasks one after the other on a thread of its own
     * @param fx         runs them on the thread of this model
     */
    public RecordModel(PlayerCommands player, Recorder recorder, NoticeModel notices, Executor background,
            Executor fx) {
        this.player = player;
        this.recorder = recorder;
        this.notices = notices;
        this.background = background;
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
        background.execute(() -> {
            try {
                Recorder.Recording begun = recorder.start(source, this::broken);
                current = Optional.of(begun);
                player.tap(begun.output());
                fx.execute(() -> changed(true, Notice.info("Recording to " + begun.file() + ".")));
            } catch (UserException e) {
                fx.execute(() -> changed(false, Notice.error(e.getMessage())));
            }
        });
    }

    private void stop() {
        changing = true;
        background.execute(() -> {
            Notice ending = finish().orElseGet(() -> Notice.info("The recording had ended already."));
            fx.execute(() -> changed(false, ending));
        });
    }

    /** Ends the recording, if there is one, and says where it is. */
    private Optional<Notice> finish() {
        player.tap(null);
        Optional<Recorder.Recording> ended = current;
        current = Optional.empty();
        return ended.map(each -> {
            each.output().close();
            return each.output().failure().map(cause -> Notice.error(String.valueOf(cause.getMessage())))
                    .orElseGet(() -> Notice.info("Saved " + each.output().written() + " pictures to " + each.file()
                            + (each.output().overflow() == 0
                                    ? "."
                                    : "; " + each.output().overflow() + " were left out to keep up.")));
        });
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
        notices.show(notice);
    }

    /** Saves a picture of a moment, which is taken over. */
    public void snapshot(Moment moment) {
        background.execute(() -> {
            try (moment) {
                String file = recorder.snapshot(moment.source(), moment.frame(), moment.people()).toString();
                fx.execute(() -> notices.show(Notice.info("Saved " + file + ".")));
            } catch (UserException e) {
                fx.execute(() -> notices.show(Notice.error(e.getMessage())));
            }
        });
    }

    /** Ends a recording at the end of the program, on the calling thread, after the background thread has ended. */
    public void close() {
        Optional<Notice> _ = finish();
    }

    public ReadOnlyBooleanProperty recording() {
        return recording.getReadOnlyProperty();
    }
}
