package org.posescope.app.toolbar;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private final Predicate<Preset> here;
    private final ObservableValue<String> current;

    /**
     * @param here   whether the files of a preset are on this computer; asked whenever the menu opens
     * @param chosen told when the user chooses
     */
    public PresetMenu(ObservableValue<Settings> settings, List<Preset> presets, Predicate<Preset> here,
            Consumer<Preset> chosen) {
        super("", new FontIcon(Feather.LAYERS));
        this.here = here;
        this.current = settings.map(each -> each.plan().networks().preset());
        setId("preset");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Which networks find people");
        presets.forEach(preset -> getItems().add(item(preset, chosen)));
        current.subscribe(id -> setText(Names.capitalised(id)));
    }

    private RadioMenuItem item(Preset preset, Consumer<Preset> chosen) {
        RadioMenuItem item = new RadioMenuItem(text(preset, true));
        item.setMnemonicParsing(false);
        current.subscribe(id -> item.setSelected(id.equals(preset.id())));
        showingProperty().subscribe(showing -> {
            if (showing) {
                item.setText(text(preset, here.test(preset)));
            }
        });
        item.setOnAction(event -> {
            // What is chosen is ticked when it is in effect.
            item.setSelected(preset.id().equals(current.getValue()));
            chosen.accept(preset);
        });
        return item;
    }

    /** For people, on two lines. */
    static String text(Preset preset, boolean filesHere) {
        return Names.capitalised(preset.id()) + " · " + preset.title()
                + (filesHere ? "" : " · files to be fetched or brought") + "\n" + preset.about();
    }
}
