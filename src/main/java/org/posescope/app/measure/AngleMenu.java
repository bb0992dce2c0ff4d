package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.posescope.app.controls.Buttons;
import org.posescope.measure.angle.PoseAngle;

import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A list of all angles, by part of the body, of which each can be chosen for one person or for all. FX thread. */
final class AngleMenu extends MenuButton {
    private final Map<PoseAngle, CheckBox> boxes = new EnumMap<>(PoseAngle.class);
    private final MeasureModel model;
    private int person = Curve.EVERYBODY;

    private record Part(String title, Predicate<String> names) {}

    private static final List<Part> PARTS = List.of(
            new Part("Trunk", name -> !name.startsWith("LEFT_") && !name.startsWith("RIGHT_")),
            new Part("Left arm", name -> name.startsWith("LEFT_") && isArm(name)),
            new Part("Right arm", name -> name.startsWith("RIGHT_") && isArm(name)),
            new Part("Left leg", name -> name.startsWith("LEFT_") && !isArm(name)),
            new Part("Right leg", name -> name.startsWith("RIGHT_") && !isArm(name)));

    AngleMenu(MeasureModel model) {
        super("Angles");
        this.model = model;
        setId("angles");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Buttons.hint(this, "Angles that are measured; or click a joint in the picture");
        HBox columns = new HBox();
        columns.getStyleClass().add("angle-columns");
        PARTS.forEach(part -> columns.getChildren().add(column(part)));
        CustomMenuItem item = new CustomMenuItem(columns, false);
        item.getStyleClass().add("angle-list");
        getItems().add(item);
        model.wanted().curves().subscribe(now -> tick());
    }

    private static boolean isArm(String name) {
        return Stream.of("SHOULDER", "ELBOW", "FOREARM", "WRIST").anyMatch(name::contains);
    }

    private VBox column(Part part) {
        List<PoseAngle> angles = new ArrayList<>(List.of(PoseAngle.values()));
        angles.removeIf(angle -> !part.names().test(angle.name()));
        Label title = new Label(part.title());
        title.getStyleClass().add("card-name");
        VBox column = new VBox(title);
        column.getStyleClass().add("angle-column");
        for (PoseAngle angle : angles) {
            String words = angle.title().replaceFirst("^(Left|Right) ", "");
            CheckBox box = new CheckBox(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            box.setId("angle-" + angle.id());
            box.setOnAction(event -> model.toggle(new Curve(person, angle)));
            boxes.put(angle, box);
            column.getChildren().add(box);
        }
        return column;
    }

    /** Whose angles are chosen from now on. */
    void person(int id) {
        person = id;
        tick();
    }

    private void tick() {
        boxes.forEach((angle, box) -> box.setSelected(model.wanted().contains(new Curve(person, angle))));
    }
}
