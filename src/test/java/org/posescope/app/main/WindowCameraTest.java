package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.player.CameraChoice;
import org.posescope.app.settings.SettingsFile;
import org.posescope.testkit.Fx;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.image.ImageView;

/** Cameras in the window. */
@Timeout(60)
class WindowCameraTest {
    @TempDir
    private Path folder;

    private static boolean mirrored(WindowRig rig) {
        return rig.scene().lookup("#picture ImageView") instanceof ImageView view && view.getScaleX() < 0;
    }

    private static void choose(WindowRig rig, String menu, String name) throws Exception {
        MenuButton button = rig.find("#camera", MenuButton.class);
        Fx.run(() -> List.copyOf(button.getItems()).stream()
                .filter(item -> item instanceof Menu && menu.equals(item.getText()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> item instanceof RadioMenuItem && name.equals(item.getText()))
                .forEach(MenuItem::fire));
    }

    @Test
    void a_mirror_is_for_cameras_alone_and_size_and_rate_are_kept() throws Exception {
        try (WindowRig rig = new WindowRig(folder).show("2000")) {
            Fx.await("the video", () -> rig.text("#source-tag").startsWith("fake VIDEO"));
            MenuButton camera = rig.find("#camera", MenuButton.class);
            Fx.run(() -> List.copyOf(camera.getItems()).stream().filter(CheckMenuItem.class::isInstance)
                    .forEach(MenuItem::fire));
            assertThat(Fx.call(() -> mirrored(rig))).isFalse();

            Fx.run(() -> rig.model().open(WindowRig.CAMERA));
            Fx.await("the camera as in a mirror", () -> mirrored(rig));
            choose(rig, "Size", "1280×720");
            choose(rig, "Rate", "15 fps");
        }

        assertThat(new SettingsFile(folder.resolve("settings.json")).load().settings().camera())
                .isEqualTo(new CameraChoice(true, 1280, 720, 15));
    }
}
