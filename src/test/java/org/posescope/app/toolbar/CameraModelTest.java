package org.posescope.app.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.frame.camera.CameraDevice;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class CameraModelTest {
    private static final CameraDevice CAMERA = new CameraDevice(0, "Front", "/dev/video0");

    private final TaskQueue fx = new TaskQueue();

    @Test
    void after_an_unexpected_error_cameras_are_found_again() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        CameraModel model = new CameraModel(() -> {
            if (looks.incrementAndGet() == 2) {
                throw new IllegalStateException("the driver is gone");
            }
            return List.of(CAMERA);
        }, new BackgroundWork(WorkKind.CAMERAS, fx));

        model.refresh();
        fx.runUntil(() -> model.cameras().get().equals(List.of(CAMERA)));
        model.refresh();
        fx.runUntil(() -> model.cameras().get().isEmpty());
        model.refresh();
        fx.runUntil(() -> model.cameras().get().equals(List.of(CAMERA)));

        assertThat(looks).hasValue(3);
    }
}
