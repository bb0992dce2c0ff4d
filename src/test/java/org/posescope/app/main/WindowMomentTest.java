package org.posescope.app.main;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.video.VideoPane;
import org.posescope.testkit.Fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Picture and 3D view show the same moment in the pulse that brings it to the screen. */
@Timeout(60)
class WindowMomentTest {
    private static final String LONG = "2000";
    /** Posing may be late on a busy machine, but not each time. */
    private static final int ENOUGH = 5;

    @TempDir
    private Path folder;

    /** Looks at each pulse, after the window's own timer, what is shown. */
    private static final class Onlooker extends AnimationTimer implements AutoCloseable {
        private final WindowRig rig;
        private final VideoPane video;
        private long picture = Long.MIN_VALUE;
        private int inStep;
        private boolean inStepNow;

        private Onlooker(WindowRig rig) {
            this.rig = rig;
            this.video = (VideoPane) rig.scene().lookup(".video-pane");
        }

        static Onlooker of(WindowRig rig) throws Exception {
            return Fx.call(() -> {
                Onlooker onlooker = new Onlooker(rig);
                onlooker.start();
                return onlooker;
            });
        }

        @Override
        public void handle(long now) {
            video.shown().ifPresent(moment -> {
                try (moment) {
                    boolean same = rig.people3d().shown().filter(
                            people -> people.ptsMicros() == moment.frame().ptsMicros()).isPresent();
                    inStepNow = same;
                    if (moment.frame().ptsMicros() != picture) {
                        picture = moment.frame().ptsMicros();
                        inStep += same ? 1 : 0;
                    }
                }
            });
        }

        long picture() {
            return picture;
        }

        @Override
        public void close() {
            Platform.runLater(this::stop);
        }
    }

    @Test
    void while_a_video_plays_both_change_in_the_same_pulse() throws Exception {
        try (WindowRig rig = new WindowRig(folder).show(LONG); Onlooker onlooker = Onlooker.of(rig)) {
            Fx.await("pictures that came together with the people", () -> onlooker.inStep >= ENOUGH);
        }
    }

    @Test
    void after_a_seek_both_change_in_the_same_pulse_and_stay_the_same() throws Exception {
        try (WindowRig rig = new WindowRig(folder).show(LONG); Onlooker onlooker = Onlooker.of(rig)) {
            Fx.await("the first picture", () -> onlooker.picture() > 0);
            Fx.run(() -> rig.model().transport().stop());
            seekTo(rig, onlooker, 0.5);
            int before = Fx.call(() -> onlooker.inStep);
            for (int seek = 0; seek < 100 && Fx.call(() -> onlooker.inStep) < before + ENOUGH; seek++) {
                // Back and forth, so that half of them are steps back.
                seekTo(rig, onlooker, 0.5 + 0.004 * (seek % 2 == 0 ? 100 - seek : seek - 100));
            }
            Fx.await("pictures that came together with the people", () -> onlooker.inStep >= before + ENOUGH);
        }
    }

    private static void seekTo(WindowRig rig, Onlooker onlooker, double place) throws Exception {
        long before = Fx.call(onlooker::picture);
        Fx.run(() -> rig.model().transport().seekTo(place));
        Fx.await("another picture", () -> onlooker.picture() != before);
        Fx.await("its people", () -> onlooker.inStepNow);
    }

    @Test
    void the_3d_view_knows_who_is_selected() throws Exception {
        try (WindowRig rig = new WindowRig(folder).show(LONG)) {
            Fx.await("the first picture", () -> rig.people3d().shown().isPresent());
            Fx.run(() -> rig.model().transport().stop());
            Fx.run(() -> rig.model().video().select(1));

            Fx.await("the selection", () -> rig.people3d().model().selectedProperty().get() == 1);
        }
    }
}
