package org.posescope.app.scene3d;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a figure for each person, hides those of people who are gone and gives them to the next who come. */
final class People {
    private final Layers layers = new Layers();
    private final Primitives primitives = Primitives.create();
    private final Map<Integer, PersonFigure> present = new HashMap<>();
    private final Deque<PersonFigure> free = new ArrayDeque<>();

    Layers layers() {
        return layers;
    }

    void show(PosedMoment moment, Switches switches, Look look) {
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
        PersonFigure figure = new PersonFigure(primitives);
        figure.enter(layers);
        return figure;
    }
}
