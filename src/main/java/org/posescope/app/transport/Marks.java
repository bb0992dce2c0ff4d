package org.posescope.app.transport;

import java.util.Optional;

import org.posescope.app.player.PlayerCommands;
import org.posescope.frame.source.Span;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two places of a clip between which it is repeated, rendered and exported. One thread. */
public final class Marks {
    private final PlayerCommands player;
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.WHOLE);

    public Marks(PlayerCommands player) {
        this.player = player;
    }

    /** Begins the stretch at a place, or from the start where it begins there already. */
    public void begin(long micros) {
        Span now = span.get();
        boolean again = now.fromMicros() == micros && micros > 0;
        set(again
                ? new Span(0, now.toMicros())
                : new Span(micros, now.toMicros() < micros ? Span.WHOLE.toMicros() : now.toMicros()));
    }

    /** Ends the stretch with the frame at a place, or at the end of the clip where it ends there already. */
    public void end(long micros) {
        Span now = span.get();
        set(now.toMicros() == micros
                ? new Span(now.fromMicros(), Span.WHOLE.toMicros())
                : new Span(now.fromMicros() > micros ? 0 : now.fromMicros(), micros));
    }

    /** All of the clip again. */
    public void clear() {
        set(Span.WHOLE);
    }

    private void set(Span wanted) {
        if (!wanted.equals(span.get())) {
            span.set(wanted);
            player.span(wanted);
        }
    }

    /** What is marked, without marks all of the clip. */
    public ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    /** What is marked, empty without marks. */
    public Optional<Span> marked() {
        return Optional.of(span.get()).filter(now -> !now.equals(Span.WHOLE));
    }
}
