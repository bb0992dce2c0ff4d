package org.posescope.app.scene3d;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarReader;

/** Which figure people are shown as in place of their bodies: read in the background, and shown in the scene, over the picture and in recordings. FX thread. */
public final class AvatarModel {
    private final Scene3dModel scene;
    private final BackgroundWork work;
    private final Consumer<String> failed;
    /** For any thread. */
    private final AtomicReference<Optional<Avatar>> worn = new AtomicReference<>(Optional.empty());

    /**
     * @param scene  shows it and has its switch
     * @param failed takes one sentence for the user; people look as before then
     */
    public AvatarModel(Scene3dModel scene, BackgroundWork work, Consumer<String> failed) {
        this.scene = scene;
        this.work = work;
        this.failed = failed;
        scene.whenWorn(() -> worn.set(scene.worn()));
    }

    /** Reads a file, and shows people as what is in it. */
    public void open(Path file) {
        work.start(progress -> AvatarReader.read(file), WorkListener.of(this::show, failed));
    }

    private void show(Avatar avatar) {
        scene.avatarShownProperty().set(true);
        scene.avatarProperty().set(Optional.of(avatar));
    }

    /**
     * Files were dropped: the first avatar among them is opened.
     *
     * @param others takes the other files, if there are any
     */
    public void dropped(List<Path> files, Consumer<List<Path>> others) {
        files.stream().filter(AvatarReader::reads).findFirst().ifPresent(this::open);
        List<Path> rest = files.stream().filter(file -> !AvatarReader.reads(file)).toList();
        if (!rest.isEmpty()) {
            others.accept(rest);
        }
    }

    /** The figure that people are shown as now. Any thread. */
    public Optional<Avatar> worn() {
        return worn.get();
    }
}
