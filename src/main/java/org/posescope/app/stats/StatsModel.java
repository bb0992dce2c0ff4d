package org.posescope.app.stats;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Live figures, their last half minute, and the last ones of each mode. One thread. */
public final class StatsModel {
    private final ReadOnlyObjectWrapper<LiveFigures> figures = new ReadOnlyObjectWrapper<>(LiveFigures.NONE);
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Map<Mode, ModeFigures>> modes = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Mode> mode;
    private Optional<MetricsSnapshot> before = Optional.empty();

    public StatsModel(Mode mode) {
        this.mode = new ReadOnlyObjectWrapper<>(mode);
    }

    /** Figures of the last second came. A second without results, as in a pause, says nothing of a mode. */
    public void measured(MetricsSnapshot snapshot) {
        LiveFigures now = LiveFigures.of(snapshot, before);
        before = Optional.of(snapshot);
        figures.set(now);
        history.set(history.get().with(now.fps(), now.p50()));
        if (snapshot.interval().latency().count() > 0) {
            Map<Mode, ModeFigures> changed = new EnumMap<>(Mode.class);
            changed.putAll(modes.get());
            changed.put(snapshot.mode(), new ModeFigures(now.fps(), now.p50(), now.p95()));
            modes.set(Map.copyOf(changed));
        }
    }

    /** Another engine runs, whose counts start anew. */
    public void restarted() {
        before = Optional.empty();
    }

    public void switched(Mode wanted) {
        mode.set(wanted);
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
