package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.List;

import org.posescope.draw.PersonNames;
import org.posescope.measure.angle.PoseAngle;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;

/** The angles of a joint that was clicked, to be chosen; the only one of a joint is chosen at once. FX thread. */
public final class JointMenu {
    private final MeasureModel model;
    private final PersonNames names;
    private final Node owner;
    private final ContextMenu menu = new ContextMenu();

    /** @param names of people */
    public JointMenu(MeasureModel model, PersonNames names, Node owner) {
        this.model = model;
        this.names = names;
        this.owner = owner;
    }

    /**
     * A keypoint of somebody was clicked.
     *
     * @param keypoint its name
     * @param x        of the screen
     * @param y        likewise
     * @return whether it has angles and the page of them is open
     */
    public boolean clicked(int person, String keypoint, double x, double y) {
        menu.hide();
        List<PoseAngle> angles = of(keypoint);
        if (!model.open().get() || angles.isEmpty()) {
            return false;
        }
        if (angles.size() == 1) {
            model.toggle(new Curve(person, angles.getFirst()));
        } else {
            menu.getItems().setAll(angles.stream().map(angle -> item(new Curve(person, angle))).toList());
            menu.show(owner, x, y);
        }
        return true;
    }

    private CheckMenuItem item(Curve curve) {
        CheckMenuItem item = new CheckMenuItem(PlotPainter.title(curve, names));
        item.setMnemonicParsing(false);
        item.setSelected(model.wanted().contains(curve));
        item.setOnAction(event -> model.toggle(curve));
        return item;
    }

    /** The angles that are seen at a keypoint; the hips have those of the pelvis, the head those of the neck. */
    static List<PoseAngle> of(String keypoint) {
        List<PoseAngle> angles = new ArrayList<>(PoseAngle.at(keypoint));
        if (keypoint.endsWith("_hip")) {
            angles.addAll(PoseAngle.at("pelvis"));
        } else if (keypoint.endsWith("_shoulder")) {
            angles.addAll(PoseAngle.at("spine3"));
            angles.addAll(PoseAngle.at("spine1"));
        } else if (keypoint.matches("nose|head|(left|right)_(ear|eye)")) {
            angles.addAll(PoseAngle.at("neck"));
        }
        return angles;
    }
}
