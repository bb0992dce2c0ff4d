package org.posescope.app.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.frame.camera.CameraDevice;
import org.posescope.frame.camera.CameraSize;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class CameraModelTest {
    private static final CameraDevice CAMERA = new CameraDevice(0, "Front", "/dev/video0");

    private static final CameraModel.Found FOUND = new CameraModel.Found(CAMERA,
            List.of(new CameraSize(1280, 720), new CameraSize(1920, 1080)));

    private final TaskQueue fx = new TaskQueue();

    @Test
    void after_an_unexpected_error_cameras_are_found_again() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        CameraModel model = new CameraModel(() -> {
            if (looks.incrementAndGet() == 2) {
                throw new IllegalStateException("the driver is gone");
            }
            return List.of(FOUND);
        }, new BackgroundWork(WorkKind.CAMERAS, fx));

        model.refresh();
        fx.runUntil(() -> model.cameras().get().equals(List.of(FOUND)));
        model.refresh();
        fx.runUntil(() -> model.cameras().get().isEmpty());
        model.refresh();
        fx.runUntil(() -> model.cameras().get().equals(List.of(FOUND)));

        assertThat(looks).hasValue(3);
    }

    @Test
    void sizes_are_those_of_all_cameras_or_the_usual_ones() throws InterruptedException {
        CameraModel model = new CameraModel(() -> List.of(FOUND,
                new CameraModel.Found(new CameraDevice(2, "Back", "/dev/video2"),
                        List.of(new CameraSize(640, 480), new CameraSize(1280, 720)))),
                new BackgroundWork(WorkKind.CAMERAS, fx));
        assertThat(model.sizes()).isEqualTo(CameraSize.USUAL);

        model.refresh();
        fx.runUntil(() -> !model.cameras().get().isEmpty());

        assertThat(model.sizes()).containsExactly(new CameraSize(640, 480), new CameraSize(1280, 720),
                new CameraSize(1920, 1080));
    }
}
