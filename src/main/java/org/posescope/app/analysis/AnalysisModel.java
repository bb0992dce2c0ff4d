package org.posescope.app.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.SourceInfo;
import org.posescope.plan.Plan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The analysis of the clip that is open; there is at most one. FX thread. */
public final class AnalysisModel {
    /** The time left is told when so much is known of the pace. */
    private static final Duration FIRST_GUESS = Duration.ofSeconds(2);

    private final AnalysisWork work;
    private final BiPredicate<SourceInfo, Plan> whole;
    private final Supplier<Plan> plans;
    private final NoticeModel notices;
    private final BackgroundWork thread;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<AnalysisState> state = new ReadOnlyObjectWrapper<>(
            new AnalysisState.Impossible());
    private Optional<SourceInfo> clip = Optional.empty();
    /** Of the newest analysis: what is told of an older one is of no matter. */
    private int number;

    /**
     * @param whole  whether all of a clip is kept
     * @param plans  how people are found now
     * @param thread of analyses, owned by the thread of this model
     * @param nanos  the time
     */
    public AnalysisModel(AnalysisWork work, BiPredicate<SourceInfo, Plan> whole, Supplier<Plan> plans,
            NoticeModel notices, BackgroundWork thread, LongSupplier nanos) {
        this.work = work;
        this.whole = whole;
        this.plans = plans;
        this.notices = notices;
        this.thread = thread;
        this.nanos = nanos;
    }

    /** Something else plays, or nothing, or people are found in another way: an analysis that goes on is of no use any more. */
    public void changed(Optional<SourceInfo> playing) {
        stop();
        clip = playing.filter(source -> source.seekable() && !source.kind().live());
        rest();
    }

    private void rest() {
        state.set(clip.isEmpty()
                ? new AnalysisState.Impossible()
                : whole.test(clip.get(), plans.get()) ? new AnalysisState.Done() : new AnalysisState.Possible());
    }

    /** Begins, or ends what goes on. */
    public void toggle() {
        switch (state.get()) {
            case AnalysisState.Running _ -> {
                stop();
                notices.show(Notice.info("The analysis was cancelled; what was found so far is kept."));
                rest();
            }
            case AnalysisState.Possible _ -> start(clip.orElseThrow());
            case AnalysisState.Done _ -> notices.show(Notice.info("All of the clip is analysed."));
            case AnalysisState.Impossible _ -> {
                // There is nothing to analyse, and the button is not to be pressed.
            }
        }
    }

    private void stop() {
        number++;
        thread.cancel();
    }

    private void start(SourceInfo source) {
        int mine = ++number;
        long begun = nanos.getAsLong();
        Plan plan = plans.get();
        state.set(new AnalysisState.Running(0, source.frameCount(), Optional.empty()));
        AtomicLong looked = new AtomicLong();
        thread.start(told -> work.run(source, plan, frames -> {
            looked.set(frames);
            told.accept(new Progress("", Progress.UNKNOWN));
        }), WorkListener.<List<String>>of(
                known -> ended(mine, known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Notice.warning(String.join("; ", known)))),
                why -> ended(mine, Optional.of(Notice.error(why))))
                .onProgress(now -> progressed(mine, begun, looked.get(), source.frameCount())));
    }

    private void progressed(int whose, long begun, long frames, long all) {
        if (whose == number) {
            Duration passed = Duration.ofNanos(nanos.getAsLong() - begun);
            boolean known = all > 0 && frames > 0 && passed.compareTo(FIRST_GUESS) >= 0;
            state.set(new AnalysisState.Running(frames, all, known
                    ? Optional.of(passed.multipliedBy(Math.max(0, all - frames)).dividedBy(frames))
                    : Optional.empty()));
        }
    }

    private void ended(int whose, Optional<Notice> notice) {
        if (whose == number) {
            notice.ifPresent(notices::show);
            rest();
        }
    }

    /** Done each time a clip was analysed to its end. */
    public void whenDone(Runnable action) {
        state.subscribe((before, now) -> {
            if (before instanceof AnalysisState.Running && now instanceof AnalysisState.Done) {
                action.run();
            }
        });
    }

    public ReadOnlyObjectProperty<AnalysisState> state() {
        return state.getReadOnlyProperty();
    }
}
