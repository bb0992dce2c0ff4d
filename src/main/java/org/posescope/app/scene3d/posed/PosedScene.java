package org.posescope.app.scene3d.posed;

import java.util.List;
import java.util.Optional;

import org.posescope.pose.Vector3;

/**
 * A moment, ready to be shown.
 *
 * @param ptsMicros  presentation time of the frame
 * @param floor      y of the floor, metres
 * @param shadow     on the floor; empty where the renderer casts its own or nobody is there
 * @param selectedId 0 when nobody is selected or the selected one is not there
 */
public record PosedScene(long ptsMicros, List<PosedPerson> people, double floor, Optional<Shadow> shadow,
        int selectedId, SourceView source) {
    public PosedScene {
        people = List.copyOf(people);
    }

    /** Whether this is the selected person. */
    boolean selected(PosedPerson person) {
        return selectedId != 0 && person.id() == selectedId;
    }

    /** Whether somebody else is selected. */
    public boolean dimmed(PosedPerson person) {
        return selectedId != 0 && person.id() != selectedId;
    }

    /** Those whom the camera is to look at: the selected person, or all. */
    List<PosedPerson> focus() {
        List<PosedPerson> selected = people.stream().filter(this::selected)
                .toList();
        return selected.isEmpty() ? people : selected;
    }

    /** Around those in focus; empty when nobody is there. */
    public Optional<Extent> focusExtent() {
        return focus().stream().map(PosedPerson::extent).reduce(Extent::and);
    }

    /** Mean of the hips of those in focus; there must be one. */
    public Vector3 focusHips() {
        List<PosedPerson> focus = focus();
        float share = 1f / focus.size();
        return focus.stream().map(PosedPerson::hips).map(hips -> scale(hips, share))
                .reduce(new Vector3(0, 0, 0), (a, b) -> new Vector3(a.x() + b.x(), a.y() + b.y(), a.z() + b.z()));
    }

    private static Vector3 scale(Vector3 v, float factor) {
        return new Vector3(v.x() * factor, v.y() * factor, v.z() * factor);
    }
}
