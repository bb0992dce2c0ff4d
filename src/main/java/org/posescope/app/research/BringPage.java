package org.posescope.app.research;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.Cards;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Names each missing file and where it is published; files are dropped on it. FX thread. */
public final class BringPage extends VBox {
    private final BringModel model;

    /**
     * @param chooser lets the user choose files; gives none where they do not want to
     * @param later   goes on with what was chosen before
     */
    public BringPage(BringModel model, Supplier<List<Path>> chooser, Runnable later) {
        this.model = model;
        setId("bring");
        Cards.style(this);
        VBox files = new VBox();
        files.getStyleClass().add("bring-files");
        model.files().forEach(file -> files.getChildren().add(row(file)));
        Label drop = new Label("Drop the files here", new FontIcon(Feather.DOWNLOAD));
        drop.getStyleClass().add("drop-area");
        drop.setMaxWidth(Double.MAX_VALUE);
        Label message = Cards.message(model.message());
        message.setId("bring-message");
        Button choose = new Button("Choose files…");
        choose.setId("bring-choose");
        choose.getStyleClass().add("accent");
        choose.setOnAction(event -> {
            List<Path> chosen = chooser.get();
            if (!chosen.isEmpty()) {
                model.bring(chosen);
            }
        });
        Button back = new Button("Not now");
        back.setOnAction(event -> later.run());
        getChildren().addAll(Cards.title("Files that you bring"),
                Cards.text(
                        "The authors of these models publish them themselves. Fetch them there, keep their names, and "
                                + "drop them here or choose them: they are copied to " + model.folder() + "."),
                files, drop, message, Cards.buttons(choose, back));
    }

    private Node row(BringModel.Wanted file) {
        FontIcon state = new FontIcon(Feather.CIRCLE);
        state.getStyleClass().add("bring-state");
        model.here().subscribe(here -> {
            boolean arrived = here.contains(file.name());
            state.setIconCode(arrived ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
            state.getStyleClass().removeAll("arrived");
            if (arrived) {
                state.getStyleClass().add("arrived");
            }
        });
        Label name = new Label(file.name());
        name.getStyleClass().add("card-name");
        VBox text = new VBox(name, Cards.text(file.title() + " · " + file.published()));
        HBox row = new HBox(state, text);
        row.getStyleClass().add("bring-row");
        return row;
    }
}
