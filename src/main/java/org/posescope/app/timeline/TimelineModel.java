package org.posescope.app.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

import org.posescope.app.transport.TransportModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.kept.Attendance;
import org.posescope.plan.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who is seen when in the clip that is open, and which part of it is looked at. One thread. */
public final class TimelineModel {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineModel.class);
    private static final long PERIOD = Duration.ofMillis(400).toNanos();
    /** Where the cursor comes to when it has left what is seen. */
    private static final double RETURN = 0.1;

    private final TransportModel transport;
    private final Motion motion;
    private final BackgroundWork thread;
    private final ReadOnlyObjectWrapper<Lanes> lanes = new ReadOnlyObjectWrapper<>(Lanes.NONE);
    private final ReadOnlyObjectWrapper<Stretch> seen = new ReadOnlyObjectWrapper<>(new Stretch(0, 1));
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
    private Optional<SourceInfo> clip = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    /** What the lanes were made of. */
    private long made;
    private long asked;
    private boolean loading;

    /**
     * Where people come from.
     *
     * @param changes another number whenever they may be others; 0 when there are none
     * @param frames  called on a thread of its own
     */
    public record Motion(LongSupplier changes, BiFunction<SourceInfo, Plan, List<Attendance>> frames) {}

    /** @param thread owned by the thread of this model */
    public TimelineModel(TransportModel transport, Motion motion, BackgroundWork thread) {
        this.transport = transport;
        this.motion = motion;
        this.thread = thread;
        transport.position().subscribe(position -> follow(position.longValue()));
        transport.duration().subscribe(this::showAll);
    }

    /** Names who hears when people over time are known anew. */
    public void whenKnown(Runnable listener) {
        lanes.subscribe(now -> listener.run());
    }

    /** Something else plays, or nothing, or people are found in another way. */
    public void changed(Optional<SourceInfo> playing, Plan wanted) {
        clip = playing.filter(source -> source.seekable() && !source.kind().live() && !source.kind().still());
        plan = Optional.of(wanted);
        made = 0;
        lanes.set(Lanes.NONE);
        available.set(clip.isPresent());
    }

    /** Asks for the lanes anew where they may be others by now, some times a second at most. */
    public void pulse(long nanos) {
        long changes = motion.changes().getAsLong();
        if (clip.isEmpty() || loading || changes == made || nanos - asked < PERIOD) {
            return;
        }
        loading = true;
        asked = nanos;
        SourceInfo source = clip.get();
        Plan wanted = plan.orElseThrow();
        long frameMicros = transport.frameMicros();
        thread.start(progress -> Lanes.of(motion.frames().apply(source, wanted), frameMicros),
                WorkListener.<Lanes>of(done -> loaded(source, wanted, changes, done), why -> {
                    LOG.error("{}", why);
                    loading = false;
                }).onCancelled(() -> loading = false));
    }

    private void loaded(SourceInfo source, Plan wanted, long changes, Lanes done) {
        loading = false;
        if (clip.filter(source::equals).isPresent() && plan.filter(wanted::equals).isPresent()) {
            made = changes;
            lanes.set(done);
        }
    }

    private void follow(long position) {
        Stretch now = seen.get();
        if (position < now.from() || position >= now.to()) {
            show(now.moved(position - now.at(RETURN), duration()));
        }
    }

    private void show(Stretch wanted) {
        if (!wanted.equals(seen.get())) {
            seen.set(wanted);
        }
    }

    private long duration() {
        return Math.max(1, transport.duration().get());
    }

    /** All of the clip is seen. */
    public void showAll() {
        show(new Stretch(0, duration()));
    }

    /**
     * More or less of the clip is seen.
     *
     * @param factor of its length, below 1 to come nearer
     * @param around what stays in its place, from 0 at the left to 1 at the right
     */
    public void zoom(double factor, double around) {
        show(seen.get().scaled(factor, Math.clamp(around, 0, 1), duration()));
    }

    /** @param fraction of what is seen, to the right */
    public void pan(double fraction) {
        show(seen.get().moved(Math.round(fraction * seen.get().length()), duration()));
    }

    /** Goes to a place in what is seen, 0 at the left, 1 at the right. */
    public void seek(double fraction) {
        transport.seekToMicros(seen.get().at(Math.clamp(fraction, 0, 1)));
    }

    /** Shows the lanes, or the ruler alone. */
    public void toggle() {
        open.set(!open.get());
    }

    ReadOnlyObjectProperty<Lanes> lanes() {
        return lanes.getReadOnlyProperty();
    }

    /** The part of the clip that is seen. */
    public ReadOnlyObjectProperty<Stretch> seen() {
        return seen.getReadOnlyProperty();
    }

    /** Whether what plays has a timeline. */
    public ReadOnlyBooleanProperty available() {
        return available.getReadOnlyProperty();
    }

    /** Whether lanes are shown. */
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }
}
