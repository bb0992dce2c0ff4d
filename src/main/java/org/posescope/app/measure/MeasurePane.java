package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.feather.Feather;
import org.posescope.app.controls.Buttons;
import org.posescope.app.controls.Choice;
import org.posescope.draw.PersonNames;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of measured angles: whose and which, their curves, and ways to take them elsewhere. FX thread. */
public final class MeasurePane extends VBox {
    private static final double LEAST_NAME = 84;
    private static final double USUAL_NAME = 150;

    private final MeasureModel model;
    private final PersonNames names;
    private final AngleMenu angles;
    private final Choice<Integer> people;
    private int person = Curve.EVERYBODY;

    /** @param names of people */
    public MeasurePane(Measuring measuring, PersonNames names) {
        this.model = measuring.curves();
        this.names = names;
        setId("measure");
        getStyleClass().add("measure");
        PlotView plot = new PlotView(model, measuring.bands(), names);
        VBox.setVgrow(plot, Priority.ALWAYS);
        angles = new AngleMenu(model);
        people = new Choice<>(named(), this::choose);
        people.setId("measured-person");
        people.setFocusTraversable(false);
        people.setMinWidth(LEAST_NAME);
        people.setPrefWidth(USUAL_NAME);
        people.show(person);
        model.series().subscribe(this::offer);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox bar = new HBox(people, angles, new BandButton(measuring.bands(), model),
                new LengthButton(measuring.length()), room, action(Feather.TRASH_2, "No angles", model.wanted()::clear),
                action(Feather.CLIPBOARD, "Copy the numbers as CSV, of the marked part where there is one",
                        () -> copy(content -> content.putString(
                                CurvesCsv.of(model.series().get(), model.span(), names)))),
                action(Feather.IMAGE, "Copy the curves as a picture",
                        () -> copy(content -> content.putImage(plot.picture()))),
                action(Feather.X, "Close (G)", model::toggle));
        bar.getStyleClass().add("measure-bar");
        getChildren().setAll(bar, plot);
    }

    private static Button action(Feather icon, String hint, Runnable action) {
        Button button = Buttons.icon(icon, hint);
        button.setOnAction(event -> action.run());
        return button;
    }

    private interface Filling {
        void fill(ClipboardContent content);
    }

    private static void copy(Filling filling) {
        ClipboardContent content = new ClipboardContent();
        filling.fill(content);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void choose(int id) {
        person = id;
        angles.person(id);
    }

    private void offer() {
        List<Choice.Named<Integer>> now = named();
        if (!now.equals(people.getItems()) && !people.isShowing()) {
            people.offer(now, person);
        }
    }

    private List<Choice.Named<Integer>> named() {
        List<Choice.Named<Integer>> all = new ArrayList<>();
        all.add(new Choice.Named<>(Curve.EVERYBODY, "Everybody"));
        model.series().get().people().forEach(id -> all.add(new Choice.Named<>(id, names.of(id))));
        if (person != Curve.EVERYBODY && !model.series().get().people().contains(person)) {
            all.add(new Choice.Named<>(person, names.of(person)));
        }
        return all;
    }
}
