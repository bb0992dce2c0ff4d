package org.posescope.app.video;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import org.posescope.app.player.ShownFrame;
import org.posescope.draw.JointLabels;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.PersonNames;
import org.posescope.frame.PictureFile;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is known of the picture that is shown: its people, who is selected, which layers are drawn. One thread. */
public final class VideoModel {
    /** Letters of a name beside figures. */
    private static final int LONGEST_NAME = 16;

    /**
     * Where a picture is from.
     *
     * @param file that it was read from, where each picture has one
     */
    public record Origin(SourceInfo source, Optional<PictureFile> file) {}

    private final ReadOnlyObjectWrapper<Optional<Origin>> origin = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Person>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Layers> layers;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper selection = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wholeSelection = new ReadOnlyStringWrapper("");

    private IntUnaryOperator identities = id -> id;
    private PersonNames names = PersonNames.NUMBERS;

    public VideoModel(Layers layers) {
        this.layers = new ReadOnlyObjectWrapper<>(layers);
    }

    /** Names who knows what became of an identity, so that whoever is selected stays so when two turn out to be one person. */
    public void identitiesFrom(IntUnaryOperator newIdentities) {
        identities = newIdentities;
    }

    /** Says what people are called. */
    public void namesFrom(PersonNames newNames) {
        names = newNames;
    }

    PersonNames names() {
        return names;
    }

    /** A frame is shown from now on. */
    void show(ShownFrame moment) {
        origin.set(Optional.of(new Origin(moment.source(), moment.frame().file())));
        show(moment.people());
    }

    /** The people of the frame that is shown from now on. */
    public void show(List<Person> found) {
        people.set(found);
        selected.set(identities.applyAsInt(selected.get()));
        describeSelection();
    }

    /** Whether somebody who is shown turned out to be somebody else meanwhile. */
    public boolean outdated() {
        return people.get().stream().anyMatch(person -> identities.applyAsInt(person.id()) != person.id());
    }

    /** Selects whoever is at a place of the picture, in its pixels; nobody there, or the same again, ends the selection. */
    public void selectAt(double x, double y) {
        int hit = Picker.person(people.get(), x, y).map(Person::id).orElse(0);
        select(hit == selected.get() ? 0 : hit);
    }

    /** @param id of a person; 0: nobody */
    public void select(int id) {
        selected.set(id);
        describeSelection();
    }

    private void describeSelection() {
        int id = selected.get();
        String name = id == 0 ? "" : names.of(id);
        String figures = id == 0
                ? ""
                : people.get().stream().filter(person -> person.id() == id).findFirst().map(VideoModel::figures)
                        .orElse(" · not in the picture");
        selection.set(shortened(name) + figures);
        wholeSelection.set(name + figures);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private static String figures(Person person) {
        double sureness = person.ownKeypoints().points().stream().mapToDouble(point -> point.score()).average()
                .orElse(0);
        return String.format(Locale.ROOT, " · score %.2f · joints %.2f%s", person.score(), sureness,
                person.translation().map(VideoModel::distance).orElse(""));
    }

    private static String distance(Vector3 place) {
        return String.format(Locale.ROOT, " · %.1f m away", Math.hypot(Math.hypot(place.x(), place.y()), place.z()));
    }

    /** Name and score of the joint at a place of the picture, looking no farther than so many of its pixels. */
    public Optional<String> jointAt(double x, double y, double within) {
        return Picker.joint(people.get(), x, y, within).map(hit -> String.format(Locale.ROOT, "%s · %.2f",
                JointLabels.spoken(hit.name()), hit.point().score()));
    }

    public void toggle(Layer layer) {
        layers.set(layers.get().with(layer, !layers.get().contains(layer)));
    }

    /** Where the picture is from that is shown; empty before the first one. */
    public ReadOnlyObjectProperty<Optional<Origin>> origin() {
        return origin.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Person>> people() {
        return people.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Layers> layers() {
        return layers.getReadOnlyProperty();
    }

    /** Id of the selected person; 0: nobody. */
    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Figures of the selected person for people to read, after as much of the name as leaves room for them; empty: nobody is selected. */
    public ReadOnlyStringProperty selection() {
        return selection.getReadOnlyProperty();
    }

    /** As {@link #selection}, after the whole name. */
    public ReadOnlyStringProperty wholeSelection() {
        return wholeSelection.getReadOnlyProperty();
    }
}
