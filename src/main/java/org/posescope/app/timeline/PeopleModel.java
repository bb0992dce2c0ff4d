package org.posescope.app.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.posescope.app.transport.TransportModel;
import org.posescope.pipeline.kept.EditedPeople;
import org.posescope.pipeline.kept.PeopleEdit;
import org.posescope.pipeline.kept.PeopleEdits;

/** Changes who is who in the clip that is open; each change can be taken back. One thread. */
public final class PeopleModel {
    private final EditedPeople people;
    private final TransportModel transport;
    private final List<Runnable> listeners;
    private final Deque<PeopleEdit> undone = new ArrayDeque<>();

    /** @param listeners told after each change, in their order */
    public PeopleModel(EditedPeople people, TransportModel transport, Runnable... listeners) {
        this.people = people;
        this.transport = transport;
        this.listeners = List.of(listeners);
    }

    /** Something else plays; what was taken back there is over. */
    public void opened() {
        undone.clear();
    }

    private void edit(PeopleEdit edit) {
        undone.clear();
        change(people.edits().with(edit));
    }

    private void change(PeopleEdits wanted) {
        people.edit(wanted);
        listeners.forEach(Runnable::run);
    }

    /**
     * Gives somebody a name.
     *
     * @param name an empty one takes the name away
     */
    public void rename(int id, String name) {
        PeopleEdit.Rename edit = new PeopleEdit.Rename(id, name);
        boolean same = edit.name().equals(name(id)) || (edit.name().isEmpty() && name(id).equals("#" + id));
        if (!same) {
            edit(edit);
        }
    }

    void toggleHidden(int id) {
        edit(new PeopleEdit.Hide(id, !hidden(id)));
    }

    /** Two are one person from now on, who is called as the second. */
    public void merge(int id, int into) {
        edit(new PeopleEdit.Merge(id, into));
    }

    /** Whoever it is is another person from the frame on that is shown. */
    public void splitHere(int id) {
        edit(new PeopleEdit.Split(id, transport.position().get(), people.fresh()));
    }

    /** Somebody is nobody at all. */
    public void delete(int id) {
        edit(new PeopleEdit.Delete(id));
    }

    /** Goes to where somebody is seen first. */
    void goToFirst(Lane lane) {
        transport.stop();
        transport.seekToMicros(lane.firstSeen());
    }

    /** Takes the last change back. */
    public void undo() {
        PeopleEdits now = people.edits();
        if (!now.done().isEmpty()) {
            undone.push(now.done().getLast());
            change(now.undone());
        }
    }

    /** Makes the change again that was taken back last. */
    public void redo() {
        if (!undone.isEmpty()) {
            change(people.edits().with(undone.pop()));
        }
    }

    boolean undoable() {
        return !people.edits().done().isEmpty();
    }

    boolean redoable() {
        return !undone.isEmpty();
    }

    String name(int id) {
        return people.edits().name(id);
    }

    boolean hidden(int id) {
        return people.edits().hidden(id);
    }

    /** Others of the clip, by name. */
    static List<Lane> others(List<Lane> all, int id) {
        return all.stream().filter(lane -> lane.id() != id).toList();
    }
}
