package org.posescope.app.scene3d.hardware;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.Switches;

/** Keeps a figure for each person, hides those of people who are gone and gives them to the next who come. */
public final class People {
    private final SceneLayers layers = new SceneLayers();
    private final Primitives primitives = Primitives.create();
    private final AvatarPicture avatar = new AvatarPicture();
    private final Map<Integer, PersonFigure> present = new HashMap<>();
    private final Deque<PersonFigure> free = new ArrayDeque<>();

    SceneLayers layers() {
        return layers;
    }

    void show(PosedScene moment, Switches switches, SceneColors look) {
        dismiss(moment.people().stream().map(PosedPerson::key).collect(Collectors.toSet()));
        for (PosedPerson person : moment.people()) {
            present.computeIfAbsent(person.key(), newcomer -> next()).show(person, moment.dimmed(person), switches,
                    look);
        }
    }

    private void dismiss(Set<Integer> staying) {
        for (Iterator<Map.Entry<Integer, PersonFigure>> all = present.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Integer, PersonFigure> entry = all.next();
            if (!staying.contains(entry.getKey())) {
                entry.getValue().hide();
                free.push(entry.getValue());
                all.remove();
            }
        }
    }

    private PersonFigure next() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        PersonFigure figure = new PersonFigure(primitives, avatar);
        figure.enter(layers);
        return figure;
    }
}
