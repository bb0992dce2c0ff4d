package org.posescope.record;

import java.util.Optional;

import org.posescope.body.floor.Ground;
import org.posescope.frame.Frame;
import org.posescope.pose.Camera;

/**
 * What is known of the camera of a frame.
 *
 * @param camera      that people were placed for
 * @param fieldOfView that the longer side of the picture covers, degrees
 * @param ground      the floor as it sees it, as far as it is known by then; empty until somebody stood, or where the world is known
 */
public record CameraFacts(Camera camera, double fieldOfView, Optional<Ground> ground) {
    /** Of a camera of which no more is known. */
    public static CameraFacts of(Camera camera, Frame frame) {
        return new CameraFacts(camera, camera.fieldOfView(frame.width(), frame.height()), Optional.empty());
    }
}
