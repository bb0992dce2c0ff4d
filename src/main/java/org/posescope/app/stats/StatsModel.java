package org.posescope.app.stats;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Live figures, their last half minute, and the last ones of each mode, which are those of seconds in which nothing but playing went on.
 * One thread.
 */
public final class StatsModel {
    /** After a pause, a seek or another mode, what was under way before is through by then. */
    private static final int UNSETTLED_SECONDS = 3;

    private final ReadOnlyObjectWrapper<LiveFigures> figures = new ReadOnlyObjectWrapper<>(LiveFigures.NONE);
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Map<Mode, ModeFigures>> modes = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Mode> mode;
    private Optional<MetricsSnapshot> before = Optional.empty();
    private Counted earlier = Counted.NOTHING;
    private boolean playing;
    private int unsettled;

    public StatsModel(Mode mode) {
        this.mode = new ReadOnlyObjectWrapper<>(mode);
    }

    /** Figures of the last second came. A pause is no part of the history. */
    public void measured(MetricsSnapshot snapshot) {
        LiveFigures now = LiveFigures.of(snapshot, before, earlier);
        before = Optional.of(snapshot);
        figures.set(now);
        if (playing) {
            history.set(history.get().with(now.fps(), now.p50()));
        }
        boolean settled = playing && unsettled == 0 && snapshot.mode() == mode.get();
        unsettled = Math.max(0, unsettled - 1);
        if (settled && now.fps() > 0 && snapshot.interval().latency().count() > 0) {
            Map<Mode, ModeFigures> changed = new EnumMap<>(Mode.class);
            changed.putAll(modes.get());
            changed.put(snapshot.mode(), new ModeFigures(now.fps(), now.p50(), now.p95()));
            modes.set(Map.copyOf(changed));
        }
    }

    /** Another source plays: nothing of the one before is counted any more, and nothing of it compared. */
    public void opened() {
        earlier = before.map(Counted::of).orElse(Counted.NOTHING);
        history.set(History.EMPTY);
        modes.set(Map.of());
        disturbed();
    }

    /** Another engine runs, whose counts start anew. */
    public void restarted() {
        before = Optional.empty();
        earlier = Counted.NOTHING;
    }

    public void switched(Mode wanted) {
        mode.set(wanted);
        disturbed();
    }

    /** Whether the source plays rather than stands still. */
    public void playing(boolean now) {
        playing = now;
        disturbed();
    }

    /** Something else than playing went on, as a seek, so that the next seconds tell nothing of a mode. */
    public void disturbed() {
        unsettled = UNSETTLED_SECONDS;
    }

    public ReadOnlyObjectProperty<LiveFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** By mode; a mode that was not used yet is absent. */
    public ReadOnlyObjectProperty<Map<Mode, ModeFigures>> modes() {
        return modes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }
}
