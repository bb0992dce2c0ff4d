package org.posescope.workshop.lift.picture;

import org.posescope.frame.Frame;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Camera;

/**
 * A picture of somebody, and who it shows.
 *
 * @param frame  which the photo owns: a part of what the camera sees
 * @param camera whose axis may be far outside of the frame
 * @param body   in the camera's frame
 * @param joints x, y, z of each joint of the body, camera frame, metres
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Photo(Frame frame, Camera camera, BodyParameters body, float[] joints) implements AutoCloseable {
    @Override
    public void close() {
        frame.close();
    }
}
