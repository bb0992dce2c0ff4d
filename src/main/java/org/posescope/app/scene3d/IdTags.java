package org.posescope.app.scene3d;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.draw.Palette;
import org.posescope.draw.PersonNames;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/** The identity of each tracked person above their head, as sharp text over the scene. */
final class IdTags {
    private static final double ABOVE_HEAD = 0.27;
    private static final double NEAREST = 0.1;
    private static final double GAP = 2;

    private final PersonNames names;
    private final Pane pane = new Pane();
    private final List<Label> labels = new ArrayList<>();
    private List<PosedPerson> people = List.of();
    private Optional<OrbitCamera> orbit = Optional.empty();

    IdTags(PersonNames names) {
        this.names = names;
        pane.setMouseTransparent(true);
        pane.setMinSize(0, 0);
        pane.widthProperty().subscribe(size -> refresh());
        pane.heightProperty().subscribe(size -> refresh());
    }

    Pane node() {
        return pane;
    }

    /** Shows the people as they are seen by the camera, at any size of the pane until others are shown. */
    void show(List<PosedPerson> shown, OrbitCamera from) {
        people = shown;
        orbit = Optional.of(from);
        place(from);
    }

    /** People are called otherwise. */
    void refresh() {
        orbit.ifPresent(this::place);
    }

    private void place(OrbitCamera from) {
        while (labels.size() < people.size()) {
            Label label = new Label();
            label.getStyleClass().add("scene-tag");
            labels.add(label);
            pane.getChildren().add(label);
        }
        RigidTransform view = from.view();
        PinholeCamera lens = from.pinhole(Math.max(1, (int) pane.getWidth()), Math.max(1, (int) pane.getHeight()));
        for (int i = 0; i < labels.size(); i++) {
            boolean used = i < people.size() && people.get(i).id() > 0;
            labels.get(i).setVisible(used && place(labels.get(i), people.get(i), view, lens));
            if (labels.get(i).isVisible()) {
                clear(i);
            }
        }
    }

    private boolean place(Label label, PosedPerson person, RigidTransform view, PinholeCamera lens) {
        Vector3 head = person.head();
        float y = (float) (head.y() - ABOVE_HEAD);
        double depth = view.z(head.x(), y, head.z());
        if (depth < NEAREST) {
            return false;
        }
        dress(label, person.id());
        label.autosize();
        label.relocate(
                Math.rint(lens.fx() * view.x(head.x(), y, head.z()) / depth + lens.cx() - label.getWidth() / 2),
                Math.rint(lens.fy() * view.y(head.x(), y, head.z()) / depth + lens.cy() - label.getHeight()));
        return true;
    }

    /** Tags that would cover each other stand one above the other. */
    private void clear(int index) {
        Label label = labels.get(index);
        for (int tries = 0; tries < index; tries++) {
            labels.subList(0, index).stream()
                    .filter(other -> other.isVisible()
                            && other.getBoundsInParent().intersects(label.getBoundsInParent()))
                    .mapToDouble(Label::getLayoutY).min()
                    .ifPresent(top -> label.setLayoutY(top - label.getHeight() - GAP));
        }
    }

    private void dress(Label label, int id) {
        String text = names.of(id);
        if (!text.equals(label.getText()) || !Integer.valueOf(id).equals(label.getUserData())) {
            label.setText(text);
            label.setUserData(id);
            label.setStyle(
                    String.format(Locale.ROOT, "-scene-person: %s; -scene-on-person: %s", css(Palette.person(id)),
                            css(Palette.textOn(Palette.person(id)))));
        }
    }

    private static String css(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }
}
