package org.posescope.app.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.record.RecordedSpan;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.plan.Plan;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.motion.LengthUnit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is to be exported, and the export that is under way; there is at most one. It belongs to the window and not to its page, which
 * shows it again when it is opened again: nothing that the user sees changes when it ends. FX thread.
 */
public final class ExportModel {
    private static final Duration FIRST_GUESS = Duration.ofSeconds(3);

    private final ExportWork work;
    private final Supplier<Plan> pipeline;
    private final NoticeModel notices;
    private final BackgroundWork thread;
    private final ReadOnlyObjectWrapper<List<Subject>> subjects = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<PersonSelection>> people = new ReadOnlyObjectWrapper<>(
            List.of(new PersonSelection.Everybody()));
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PersonSelection> who = new ReadOnlyObjectWrapper<>(
            new PersonSelection.Everybody());
    private final ReadOnlyObjectWrapper<ExportFormat> format = new ReadOnlyObjectWrapper<>(ExportFormat.BVH);
    private final ReadOnlyObjectWrapper<Optional<Path>> path = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<LengthUnit> unit = new SimpleObjectProperty<>(LengthUnit.M);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final BooleanBinding startable = Bindings.createBooleanBinding(
            () -> !running.get() && subject.get().isPresent(), running, subject);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Progress.UNKNOWN);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final LongSupplier nanos;
    private long begun;

    /**
     * @param pipeline how people are found now
     * @param thread   of exports, owned by the thread of this model
     * @param nanos    the time
     */
    ExportModel(ExportWork work, Supplier<Plan> pipeline, NoticeModel notices, BackgroundWork thread,
            LongSupplier nanos) {
        this.work = work;
        this.pipeline = pipeline;
        this.notices = notices;
        this.thread = thread;
        this.nanos = nanos;
    }

    /** As the constructor, for the exports of a window. */
    public static ExportModel of(Exporter exporter, Supplier<Plan> pipeline, NoticeModel notices,
            BackgroundWork thread) {
        return new ExportModel(exporter, pipeline, notices, thread, System::nanoTime);
    }

    /**
     * Says what there is to export, from now on.
     *
     * @param playing  empty: nothing plays
     * @param marked   part of it
     * @param recorded what was recorded last
     */
    public void offer(Optional<SourceInfo> playing, Optional<Span> marked, Optional<RecordedSpan> recorded) {
        List<Subject> offered = new ArrayList<>();
        Optional<SourceInfo> clip = playing.filter(source -> !source.kind().live());
        clip.flatMap(source -> marked.map(span -> new Subject.MarkedPart(source, pipeline.get(), span)))
                .ifPresent(offered::add);
        recorded.filter(span -> span.people().frames() > 0)
                .ifPresent(span -> offered.add(new Subject.Recorded(span, pipeline.get())));
        clip.ifPresent(source -> offered.add(new Subject.WholeClip(source, pipeline.get())));
        subjects.set(List.copyOf(offered));
        choose(offered.stream().findFirst());
    }

    void choose(Optional<Subject> wanted) {
        subject.set(wanted);
        List<PersonSelection> known = new ArrayList<>(
                List.of(new PersonSelection.Everybody(), new PersonSelection.MainPerson()));
        if (wanted.orElse(null) instanceof Subject.Recorded recorded) {
            recorded.span().people().people().keySet().forEach(id -> known.add(new PersonSelection.Person(id)));
        }
        people.set(List.copyOf(known));
        choose(known.contains(who.get()) ? who.get() : known.getFirst());
    }

    void choose(PersonSelection wanted) {
        who.set(wanted);
    }

    /** Another format has another kind of file, so that a file that was chosen counts no more. */
    void choose(ExportFormat wanted) {
        if (wanted != format.get()) {
            format.set(wanted);
            path.set(Optional.empty());
        }
    }

    void choose(Path wanted) {
        path.set(Optional.of(wanted));
    }

    /** Begins; without effect while an export is under way or when there is nothing to export. */
    void start() {
        if (!startable.get()) {
            return;
        }
        // Settings may have changed since the subject was offered.
        Subject wanted = switch (subject.get().get()) {
            case Subject.WholeClip clip -> new Subject.WholeClip(clip.source(), pipeline.get());
            case Subject.MarkedPart part ->
                new Subject.MarkedPart(part.source(), pipeline.get(), part.span());
            case Subject.Recorded recorded -> recorded;
        };
        ExportRequest request = new ExportRequest(wanted, who.get(), format.get(), unit.get(), path.get());
        running.set(true);
        progress.set(Progress.UNKNOWN);
        begun = nanos.getAsLong();
        status.set(text(request, Progress.UNKNOWN, Duration.ZERO));
        thread.start(told -> work.run(request, fraction -> told.accept(new Progress("", fraction))),
                WorkListener.<Notice>of(this::ended, why -> ended(Notice.error(why)))
                        .onProgress(now -> progressed(request, now.fraction()))
                        .onCancelled(() -> ended(Notice.info("The export was cancelled; nothing was written."))));
    }

    private void progressed(ExportRequest request, double fraction) {
        progress.set(fraction);
        status.set(text(request, fraction, Duration.ofNanos(nanos.getAsLong() - begun)));
    }

    /** For example {@code walk.bvh: 40 %, about 12 s left}. */
    static String text(ExportRequest request, double fraction, Duration passed) {
        String file = request.path().map(path -> path.getFileName().toString()).orElse("A file beside the recordings");
        if (fraction <= 0) {
            return file + "…";
        }
        String done = String.format(Locale.ROOT, "%s: %.0f %%", file, 100 * fraction);
        if (passed.compareTo(FIRST_GUESS) < 0) {
            return done;
        }
        return String.format(Locale.ROOT, "%s, about %d s left", done,
                Math.max(1, Math.round(passed.toSeconds() * (1 - fraction) / fraction)));
    }

    private void ended(Notice ending) {
        running.set(false);
        status.set(ending.text());
        path.set(Optional.empty());
        notices.show(ending);
    }

    /** Ends the export that is under way; nothing is left of it. */
    void cancel() {
        thread.cancel();
    }

    ReadOnlyObjectProperty<List<Subject>> subjects() {
        return subjects.getReadOnlyProperty();
    }

    /** The people that can be chosen. */
    ReadOnlyObjectProperty<List<PersonSelection>> people() {
        return people.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PersonSelection> who() {
        return who.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ExportFormat> format() {
        return format.getReadOnlyProperty();
    }

    /** Of BVH files. */
    ObjectProperty<LengthUnit> unit() {
        return unit;
    }

    /** Where it goes; empty: beside the recordings, named by source and time. */
    ReadOnlyObjectProperty<Optional<Path>> path() {
        return path.getReadOnlyProperty();
    }

    /** Whether there is something to export and no export under way. */
    BooleanBinding startable() {
        return startable;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How far the export is that is under way, or what came of the last one; empty before the first. */
    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** 0..1, or negative while it is not known how much is left. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }
}
