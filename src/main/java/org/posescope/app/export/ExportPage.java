package org.posescope.app.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.posescope.app.controls.Cards;
import org.posescope.app.controls.Choice;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.export.PeopleLog;
import org.posescope.record.motion.LengthUnit;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What motion to export, as which kind of file and where to, and how far that is. FX thread. */
public final class ExportPage extends VBox {
    private static final double GAP = 8;

    private final ExportModel model;
    private final TargetAsker asker;
    private final Runnable close;
    private final GridPane rows = new GridPane();

    /** Asks the user for a file, or for the folder of a format that has one. */
    @FunctionalInterface
    public interface TargetAsker {
        /** Empty when the user does not want to choose. */
        Optional<Path> ask(ExportFormat format);
    }

    /** @param close takes the page away; an export goes on */
    public ExportPage(ExportModel model, TargetAsker asker, Runnable close) {
        this.model = model;
        this.asker = asker;
        this.close = close;
        setId("export");
        Cards.style(this);
        rows.getStyleClass().add("card-table");
        row("Motion of", subjects());
        row("People", people());
        row("Format", formats());
        row("Lengths in", units());
        row("To", target());
        Label nothing = Cards.text("There is nothing to export: open a video, or record what a camera sees.");
        model.subjects().subscribe(offered -> show(nothing, offered.isEmpty()));
        rows.disableProperty().bind(model.running());
        getChildren().addAll(Cards.title("Export motion"), nothing, rows, status(), progress(), buttons());
    }

    private void row(String name, Region control) {
        Label label = new Label(name);
        label.getStyleClass().add("card-detail");
        GridPane.setHalignment(label, HPos.LEFT);
        GridPane.setHgrow(control, Priority.ALWAYS);
        control.setMaxWidth(Double.MAX_VALUE);
        rows.addRow(rows.getRowCount(), label, control);
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private Choice<Subject> subjects() {
        Choice<Subject> choice = new Choice<>(List.of(), chosen -> model.choose(Optional.of(chosen)));
        choice.setId("export-subject");
        model.subjects().subscribe(offered -> choice.offer(
                offered.stream().map(each -> new Choice.Named<>(each, describe(each))).toList(),
                model.subject().get().orElse(null)));
        model.subject().subscribe(chosen -> choice.show(chosen.orElse(null)));
        return choice;
    }

    private static String describe(Subject subject) {
        return switch (subject) {
            case Subject.WholeClip _ -> "The whole clip";
            case Subject.MarkedPart part ->
                String.format(Locale.ROOT, "The marked part (%,d frames)", part.span().frames(part.source()));
            case Subject.Recorded recorded -> describe(recorded.span().people());
        };
    }

    private static String describe(PeopleLog people) {
        return String.format(Locale.ROOT, "The last recording (%,d frames)", people.frames());
    }

    private Choice<PersonSelection> people() {
        Choice<PersonSelection> choice = new Choice<>(List.of(), model::choose);
        choice.setId("export-who");
        model.people().subscribe(known -> choice.offer(
                known.stream().map(each -> new Choice.Named<>(each, describe(each))).toList(), model.who().get()));
        model.who().subscribe(now -> choice.show(now));
        return choice;
    }

    private static String describe(PersonSelection who) {
        return switch (who) {
            case PersonSelection.Everybody _ -> "Everybody";
            case PersonSelection.MainPerson _ -> "Whoever is seen most";
            case PersonSelection.Person person -> "Person " + person.id();
        };
    }

    private Choice<ExportFormat> formats() {
        Choice<ExportFormat> choice = new Choice<>(Arrays.stream(ExportFormat.values())
                .map(each -> new Choice.Named<>(each, each.title() + " (." + each.ending() + ")")).toList(),
                model::choose);
        choice.setId("export-format");
        model.format().subscribe(now -> choice.show(now));
        return choice;
    }

    /** Other formats fix their unit. */
    private Choice<LengthUnit> units() {
        Choice<LengthUnit> choice = new Choice<>(List.of(new Choice.Named<>(LengthUnit.M, "Metres"),
                new Choice.Named<>(LengthUnit.CM, "Centimetres")), model.unit()::set);
        choice.setId("export-unit");
        model.unit().subscribe(now -> choice.show(now));
        model.format().subscribe(format -> choice.setDisable(format != ExportFormat.BVH));
        return choice;
    }

    private HBox target() {
        Label path = new Label();
        path.setId("export-path");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        model.path().subscribe(chosen -> path.setText(chosen.map(Path::toString).orElse("beside the recordings")));
        Button choose = new Button("Choose…");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> asker.ask(model.format().get()).ifPresent(model::choose));
        HBox box = new HBox(path, choose);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setSpacing(GAP);
        return box;
    }

    private Label status() {
        Label status = Cards.text("");
        status.setId("export-status");
        status.textProperty().bind(model.status());
        model.status().subscribe(text -> show(status, !text.isEmpty()));
        return status;
    }

    private VBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progress());
        VBox box = new VBox(bar, Cards.text("Playing goes on meanwhile, and this page may be closed."));
        box.getStyleClass().add("install-progress");
        model.running().subscribe(running -> show(box, running));
        return box;
    }

    private HBox buttons() {
        Button start = new Button("Export");
        start.setId("export-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.disableProperty().bind(model.startable().not());
        start.setOnAction(event -> model.start());
        Button cancel = new Button("Cancel the export");
        cancel.setId("export-cancel");
        cancel.setOnAction(event -> model.cancel());
        model.running().subscribe(running -> show(cancel, running));
        Button dismiss = new Button("Close");
        dismiss.setOnAction(event -> close.run());
        return Cards.buttons(start, cancel, dismiss);
    }
}
