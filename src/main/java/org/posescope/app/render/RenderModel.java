package org.posescope.app.render;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The video of a clip that is being made; there is at most one. One thread. */
public final class RenderModel {
    private static final long TOLD_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration FIRST_GUESS = Duration.ofSeconds(3);

    private final RenderWork work;
    private final NoticeModel notices;
    private final BackgroundWork thread;
    private final LongSupplier nanos;
    private final Consumer<Path> folders;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private long begun;
    private long told;

    /**
     * @param thread  of videos, owned by the thread of this model
     * @param nanos   the time
     * @param folders shows the folder of a file, where the user asks for that
     */
    public RenderModel(RenderWork work, NoticeModel notices, BackgroundWork thread, LongSupplier nanos,
            Consumer<Path> folders) {
        this.work = work;
        this.notices = notices;
        this.thread = thread;
        this.nanos = nanos;
        this.folders = folders;
    }

    /**
     * Begins, or ends what goes on.
     *
     * @param playing what there is to make a video of
     * @param span    of it
     */
    public void toggle(Optional<SourceInfo> playing, Span span) {
        Optional<SourceInfo> clip = playing.filter(source -> source.seekable() && !source.kind().live()
                && !source.kind().still());
        if (running.get()) {
            cancel();
        } else if (clip.isEmpty()) {
            notices.show(Notice.info("There is no clip to render: open a video. What a camera sees can be recorded."));
        } else {
            start(clip.get(), span);
        }
    }

    private void start(SourceInfo source, Span span) {
        running.set(true);
        begun = nanos.getAsLong();
        told = begun;
        AtomicLong written = new AtomicLong();
        notices.show(progress("Rendering the video…"));
        thread.start(progress -> work.run(source, span, frames -> {
            written.set(frames);
            progress.accept(new Progress("", Progress.UNKNOWN));
        }), WorkListener.<RenderWork.Rendered>of(this::saved,
                why -> ended(Notice.error(why)))
                .onProgress(now -> progressed(written.get(), span.frames(source)))
                .onCancelled(() -> ended(Notice.info("The rendering was cancelled; no video was kept."))));
    }

    private void saved(RenderWork.Rendered video) {
        String text = "Saved the video to " + video.file();
        Notice notice = video.warnings().isEmpty()
                ? Notice.info(text + ".")
                : Notice.warning(text + "; " + String.join("; ", video.warnings()));
        ended(notice.with(new Notice.Answer("Show in folder", () -> folders.accept(video.file()))));
    }

    private void progressed(long frames, long all) {
        long now = nanos.getAsLong();
        if (now - told >= TOLD_NANOS && running.get()) {
            told = now;
            notices.update(progress("Rendering the video: " + text(frames, all, Duration.ofNanos(now - begun))));
        }
    }

    /** For example {@code 120 of 795 frames, about 2 min left}. */
    static String text(long frames, long all, Duration passed) {
        if (all <= 0) {
            return String.format(Locale.ROOT, "%,d frames", frames);
        }
        String text = String.format(Locale.ROOT, "%,d of %,d frames", frames, Math.max(frames, all));
        if (frames == 0 || passed.compareTo(FIRST_GUESS) < 0) {
            return text;
        }
        long seconds = Math.max(1, passed.multipliedBy(Math.max(0, all - frames)).dividedBy(frames).toSeconds());
        return text + ", about " + (seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min") + " left";
    }

    private Notice progress(String text) {
        return new Notice(Notice.Kind.PROGRESS, text, List.of(new Notice.Answer("Cancel", this::cancel)));
    }

    /** Ends what goes on; nothing is left of it. */
    public void cancel() {
        thread.cancel();
    }

    private void ended(Notice ending) {
        running.set(false);
        notices.show(ending);
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }
}
