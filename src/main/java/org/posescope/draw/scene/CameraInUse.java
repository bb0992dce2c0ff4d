package org.posescope.draw.scene;

import java.util.Optional;

import org.posescope.pose.Camera;
import org.posescope.pose.Lens;

/** The camera that the people who are drawn now were placed for. Thread-safe. */
public final class CameraInUse implements CameraOfPicture {
    private volatile Lens lens;

    /** @param usual until one is known */
    public CameraInUse(Lens usual) {
        this.lens = usual;
    }

    /** Another one that begins with the same camera. */
    public CameraInUse copy() {
        return new CameraInUse(lens);
    }

    /** Takes the camera of the next picture, of which the size is pixels; empty: as before. */
    public void use(Optional<Camera> camera, int width, int height) {
        camera.ifPresent(known -> lens = new Lens.FieldOfView(known.fieldOfView(width, height)));
    }

    /** Without a camera of which more is known. */
    public void use(Lens usual) {
        lens = usual;
    }

    @Override
    public Camera camera(int width, int height) {
        return lens.camera(width, height);
    }
}
