package org.posescope.app.settings;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.posescope.app.controls.Buttons;
import org.posescope.app.record.RecordingChoice;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;

/** Buttons to choose the folder that recordings go to, and to see what is in it. FX thread. */
final class FolderField extends HBox {
    private static final double GAP = 6;

    private final Label path = new Label();
    private Path now;

    /** @param chosen told as {@link RecordingChoice#folder} */
    FolderField(Folders folders, Consumer<String> chosen) {
        super(GAP);
        now = folders.usual();
        setMinWidth(USE_PREF_SIZE);
        path.setId("recordings-folder");
        path.getStyleClass().add("setting-text");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Button choose = new Button("Choose…");
        choose.setOnAction(event -> folders.chooser().accept(now,
                folder -> chosen.accept(folder.equals(folders.usual()) ? "" : folder.toString())));
        Button show = new Button("Show");
        Buttons.hint(show, "Show what is in it");
        show.setOnAction(event -> folders.shower().accept(now));
        getChildren().setAll(choose, show);
    }

    void show(Path folder) {
        now = folder;
        path.setText(folder.toString());
        Buttons.hint(path, folder.toString());
    }

    /** What folder it is, to stand under the buttons. */
    Label path() {
        return path;
    }
}
