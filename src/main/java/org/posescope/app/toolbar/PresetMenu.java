package org.posescope.app.toolbar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Names;
import org.posescope.app.settings.Settings;
import org.posescope.model.Preset;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;

/** Which networks find people: what each preset is, gives and takes, and whether its files are there. FX thread. */
public final class PresetMenu extends MenuButton {
    private final ObservableValue<String> current;
    private final Map<Preset, RadioMenuItem> items = new LinkedHashMap<>();

    /** Knows whose files are on this computer. */
    @FunctionalInterface
    public interface Availability {
        /** @param told of those whose files are there, on the FX thread and not before this returns */
        void ask(List<Preset> presets, Consumer<Set<Preset>> told);
    }

    /**
     * @param files  asked whenever the menu opens
     * @param chosen told when the user chooses
     */
    public PresetMenu(ObservableValue<Settings> settings, List<Preset> presets, Availability files,
            Consumer<Preset> chosen) {
        super("", new FontIcon(Feather.LAYERS));
        this.current = settings.map(each -> each.plan().networks().preset());
        setId("preset");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Which networks find people");
        presets.forEach(preset -> items.put(preset, item(preset, chosen)));
        getItems().setAll(items.values());
        current.subscribe(id -> setText(Names.capitalised(id)));
        setOnShowing(event -> files.ask(presets, this::tell));
    }

    private RadioMenuItem item(Preset preset, Consumer<Preset> chosen) {
        RadioMenuItem item = new RadioMenuItem(text(preset, true));
        item.setMnemonicParsing(false);
        current.subscribe(id -> item.setSelected(id.equals(preset.id())));
        item.setOnAction(event -> {
            // What is chosen is ticked when it is in effect.
            item.setSelected(preset.id().equals(current.getValue()));
            chosen.accept(preset);
        });
        return item;
    }

    private void tell(Set<Preset> here) {
        items.forEach((preset, item) -> item.setText(text(preset, here.contains(preset))));
    }

    /** For people, on two lines. */
    static String text(Preset preset, boolean filesHere) {
        return Names.capitalised(preset.id()) + " · " + preset.title()
                + (filesHere ? "" : " · files to be fetched or brought") + "\n" + preset.about();
    }
}
