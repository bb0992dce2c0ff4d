package org.posescope.app.measure;

import java.util.List;

import org.posescope.app.controls.CanvasInk;
import org.posescope.draw.Palette;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.pose.Skeleton;

import javafx.scene.paint.Color;

/**
 * How a curve is told from others: the colour is that of the person's side, as in the picture, and each further angle has lines broken in
 * another way.
 *
 * @param dashes lengths of line and gap; empty: unbroken
 */
record CurveInk(Color color, List<Double> dashes) {
    private static final List<List<Double>> DASHES = List.of(List.of(), List.of(8.0, 4.0), List.of(2.0, 4.0),
            List.of(12.0, 4.0, 2.0, 4.0), List.of(5.0, 2.0), List.of(1.0, 2.0));

    /**
     * @param all curves that are seen
     * @param ink of what they lie on
     */
    static CurveInk of(Curve curve, List<Curve> all, CanvasInk ink) {
        List<String> kinds = all.stream().map(each -> kind(each.angle())).distinct().toList();
        return new CurveInk(ink.seen(Palette.limb(curve.person(), side(curve.angle()))),
                DASHES.get(kinds.indexOf(kind(curve.angle())) % DASHES.size()));
    }

    private static Skeleton.Side side(PoseAngle angle) {
        return angle.name().startsWith("LEFT_")
                ? Skeleton.Side.LEFT
                : angle.name().startsWith("RIGHT_") ? Skeleton.Side.RIGHT : Skeleton.Side.MIDDLE;
    }

    private static String kind(PoseAngle angle) {
        return angle.name().replaceFirst("^(LEFT|RIGHT)_", "");
    }
}
