package org.posescope.app.scene3d.camera;

import javafx.animation.AnimationTimer;

/** Moves the camera with each pulse as long as it has somewhere to go. */
public final class CameraClock extends AnimationTimer {
    /** After a pause of the window the camera does not leap. */
    private static final double LONGEST_STEP = 0.05;

    private final CameraDirector director;
    private final Runnable moved;
    private boolean running;
    private long lastNanos;

    public CameraClock(CameraDirector director, Runnable moved) {
        this.director = director;
        this.moved = moved;
    }

    /** Called when the camera may have moved or may be about to. */
    public void wake() {
        moved.run();
        if (director.moving() && !running) {
            running = true;
            lastNanos = System.nanoTime();
            start();
        }
    }

    @Override
    public void handle(long now) {
        director.step(Math.clamp((now - lastNanos) / 1e9, 0, LONGEST_STEP));
        lastNanos = now;
        moved.run();
        if (!director.moving()) {
            running = false;
            stop();
        }
    }
}
