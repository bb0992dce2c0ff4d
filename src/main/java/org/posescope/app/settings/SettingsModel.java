package org.posescope.app.settings;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings as they are now; every change is told to who saves them. One thread. */
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Consumer<Settings> changed;

    /** @param changed told after each change */
    public SettingsModel(Settings settings, Consumer<Settings> changed) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.changed = changed;
    }

    public Settings get() {
        return settings.get();
    }

    public void update(UnaryOperator<Settings> change) {
        Settings wanted = change.apply(settings.get());
        if (!wanted.equals(settings.get())) {
            settings.set(wanted);
            changed.accept(wanted);
        }
    }

    /** A part of the settings as it is at the time, for any thread. */
    public <T> Supplier<T> now(Function<Settings, T> part) {
        AtomicReference<T> now = new AtomicReference<>();
        settings.map(part).subscribe(now::set);
        return now::get;
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }
}
