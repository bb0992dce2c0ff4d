package org.posescope.app.scene3d;

import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.app.scene3d.camera.CameraPreset;
import org.posescope.app.scene3d.hardware.People;
import org.posescope.app.scene3d.posed.Staging;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.body.BodyModel;
import org.posescope.draw.PersonNames;
import org.posescope.draw.avatar.Avatar;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/** What the 3D pane shows and how: switches that the user or the window sets, and what became of them. FX thread only. */
public final class Scene3dModel {
    private final BooleanProperty mesh = new SimpleBooleanProperty(this, "mesh", true);
    private final BooleanProperty joints = new SimpleBooleanProperty(this, "joints", false);
    private final BooleanProperty floor = new SimpleBooleanProperty(this, "floor", true);
    private final BooleanProperty trail = new SimpleBooleanProperty(this, "trail", false);
    private final BooleanProperty sourceCamera = new SimpleBooleanProperty(this, "sourceCamera", false);
    private final BooleanProperty together = new SimpleBooleanProperty(this, "together", false);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private final BooleanProperty light = new SimpleBooleanProperty(this, "light", false);
    private final BooleanProperty avatarShown = new SimpleBooleanProperty(this, "avatarShown", true);
    private final ObjectProperty<Optional<Avatar>> avatar = new SimpleObjectProperty<>(this, "avatar",
            Optional.empty());
    private final ObjectProperty<CameraPreset> preset = new SimpleObjectProperty<>(this, "preset", CameraPreset.FOLLOW);
    private final ObjectProperty<PersonNames> names = new SimpleObjectProperty<>(this, "names", PersonNames.NUMBERS);
    private final IntegerProperty renamings = new SimpleIntegerProperty(this, "renamings", 0);
    private final ReadOnlyIntegerWrapper people = new ReadOnlyIntegerWrapper(this, "people", 0);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    /** Bodies as meshes. People without a body are shown as joints instead, so that nobody is missing. */
    public BooleanProperty meshProperty() {
        return mesh;
    }

    /** Joints and bones. */
    public BooleanProperty jointsProperty() {
        return joints;
    }

    /** The floor with its metre grid. */
    public BooleanProperty floorProperty() {
        return floor;
    }

    /** Where wrists, ankles and head were in the last second. */
    public BooleanProperty trailProperty() {
        return trail;
    }

    /** The camera that took the picture, with its axes and field of view. */
    public BooleanProperty sourceCameraProperty() {
        return sourceCamera;
    }

    /** Everybody at the place of one person and turned alike, so that they can be compared. */
    public BooleanProperty togetherProperty() {
        return together;
    }

    /** Track identity of the person that stands out; 0: nobody. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Light theme instead of the dark one. */
    public BooleanProperty lightProperty() {
        return light;
    }

    /** The figure that people can be shown as; empty: there is none. */
    public ObjectProperty<Optional<Avatar>> avatarProperty() {
        return avatar;
    }

    /** Whether people are shown as the avatar, where there is one, rather than as their bodies. */
    public BooleanProperty avatarShownProperty() {
        return avatarShown;
    }

    /** What people are shown as in place of their bodies. */
    public Optional<Avatar> worn() {
        return avatar.get().filter(there -> avatarShown.get());
    }

    /** Calls back after each change of {@link #worn} until it is unsubscribed. */
    public Subscription whenWorn(Runnable action) {
        return Subscription.combine(avatar.subscribe((before, now) -> action.run()),
                avatarShown.subscribe((before, now) -> action.run()));
    }

    /** Setting it moves the camera; it becomes {@link CameraPreset#FREE} when the user does. */
    public ObjectProperty<CameraPreset> presetProperty() {
        return preset;
    }

    /** What people are called. */
    public ObjectProperty<PersonNames> namesProperty() {
        return names;
    }

    /** People are called otherwise from now on. */
    public void renamed() {
        renamings.set(renamings.get() + 1);
    }

    /** Calls back whenever people may be called otherwise, until it is unsubscribed. */
    Subscription whenRenamed(Runnable action) {
        return Subscription.combine(names.subscribe((before, now) -> action.run()),
                renamings.subscribe((before, now) -> action.run()));
    }

    /** How many people the scene shows. */
    public ReadOnlyIntegerProperty peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /** One sentence for the user why the scene is drawn in software; empty when it is not. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    Switches switches() {
        return new Switches(mesh.get(), joints.get(), floor.get(), trail.get(), sourceCamera.get());
    }

    /** Calls back after each change of {@link #switches} until it is unsubscribed. */
    Subscription whenSwitched(Runnable action) {
        return Subscription.combine(Stream.of(mesh, joints, floor, trail, sourceCamera)
                .map(property -> property.subscribe((before, now) -> action.run())).toArray(Subscription[]::new));
    }

    Staging staging(Optional<BodyModel> body, int epoch) {
        return new Staging(body, worn(), together.get(), selected.get(), epoch);
    }

    /** Calls back after each change of {@link #staging} until it is unsubscribed. */
    Subscription whenStaged(Runnable action) {
        return Subscription.combine(whenWorn(action), together.subscribe((before, now) -> action.run()),
                selected.subscribe((before, now) -> action.run()));
    }

    void showPeople(int count) {
        people.set(count);
    }

    void tell(String sentence) {
        notice.set(sentence);
    }
}
