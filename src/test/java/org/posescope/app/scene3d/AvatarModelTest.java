package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarFile;
import org.posescope.testkit.TaskQueue;

class AvatarModelTest {
    private final Scene3dModel scene = new Scene3dModel();
    private final TaskQueue owner = new TaskQueue();
    private final BackgroundWork work = new BackgroundWork(WorkKind.AVATAR, owner);
    private final List<String> failures = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();
    private final AvatarModel model = new AvatarModel(scene, work, failures::add);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        work.end();
    }

    private Path figure(String name) {
        return new AvatarFile(AvatarFile.Naming.VRM0, 0, 1).write(folder.resolve(name));
    }

    @Test
    void a_figure_that_is_dropped_is_worn_and_other_files_go_on() throws InterruptedException {
        Path clip = folder.resolve("clip.mp4");
        model.dropped(List.of(clip, figure("figure.vrm")), others::addAll);
        owner.runUntil(() -> model.worn().isPresent());

        assertThat(others).containsExactly(clip);
        assertThat(model.worn()).map(Avatar::name).contains("figure.vrm");
        scene.avatarShownProperty().set(false);
        assertThat(model.worn()).isEmpty();
        model.dropped(List.of(figure("other.glb")), others::addAll);
        owner.runUntil(() -> model.worn().map(Avatar::name).filter("other.glb"::equals).isPresent());
        assertThat(others).containsExactly(clip);
        assertThat(failures).isEmpty();
    }

    @Test
    void a_bad_file_is_told_in_one_sentence_and_people_look_as_before() throws IOException, InterruptedException {
        model.open(figure("figure.vrm"));
        owner.runUntil(() -> model.worn().isPresent());

        model.open(Files.writeString(folder.resolve("bad.vrm"), "no figure"));
        owner.runUntil(() -> !failures.isEmpty());

        assertThat(failures).singleElement().asString().contains("bad.vrm is not a binary glTF file");
        assertThat(model.worn()).map(Avatar::name).contains("figure.vrm");
    }
}
