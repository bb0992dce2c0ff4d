package org.posescope.draw.scene;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.Camera;

/** The camera that people were placed for. */
@FunctionalInterface
public interface CameraOfPicture {
    /** For a picture of the given size, pixels. */
    Camera camera(int width, int height);

    /** The same as what a renderer projects with. */
    default PinholeCamera pinhole(int width, int height) {
        Camera camera = camera(width, height);
        return new PinholeCamera(camera.focal(), camera.focal(), camera.centerX(), camera.centerY(), width, height);
    }
}
