package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.posescope.measure.angle.PoseAngle;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which angles the user wants to see, of everybody or of some. One thread. */
final class WantedCurves {
    private final ReadOnlyObjectWrapper<List<Curve>> curves = new ReadOnlyObjectWrapper<>(
            everybody(MeasureChoice.DEFAULT.angles()));

    private static List<Curve> everybody(List<PoseAngle> angles) {
        return angles.stream().distinct().map(angle -> new Curve(Curve.EVERYBODY, angle)).toList();
    }

    /** Wants these angles of everybody and no others. */
    void begin(List<PoseAngle> angles) {
        curves.set(everybody(angles));
    }

    /** Whether an angle of somebody is wanted, or of everybody. */
    boolean contains(Curve curve) {
        return curves.get().stream().anyMatch(each -> each.covers(curve.person(), curve.angle()));
    }

    /**
     * Wants an angle, or not any more; what is wanted of everybody goes on for the others.
     *
     * @param people who there are
     */
    void toggle(Curve curve, Collection<Integer> people) {
        List<Curve> now = new ArrayList<>(curves.get());
        Curve all = new Curve(Curve.EVERYBODY, curve.angle());
        if (curve.equals(all) && !now.contains(all)) {
            now.removeIf(each -> each.angle() == curve.angle());
            now.add(all);
        } else if (now.remove(all) && !curve.equals(all)) {
            people.stream().filter(id -> id != curve.person()).forEach(id -> now.add(new Curve(id, curve.angle())));
        } else if (!curve.equals(all) && !now.remove(curve)) {
            now.add(curve);
        }
        curves.set(List.copyOf(now));
    }

    void clear() {
        curves.set(List.of());
    }

    ReadOnlyObjectProperty<List<Curve>> curves() {
        return curves.getReadOnlyProperty();
    }
}
