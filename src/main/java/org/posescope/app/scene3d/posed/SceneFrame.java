package org.posescope.app.scene3d.posed;

import java.util.List;

import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * What the 3D scene shows of one frame.
 *
 * @param people     with joints or body parameters in the camera frame; others are not seen in 3D
 * @param ptsMicros  presentation time of the frame; a step back or of more than a second begins the trails anew
 * @param width      of the source picture, pixels
 * @param height     of the source picture, pixels
 * @param camera     that took the picture; its field of view is drawn
 */
public record SceneFrame(List<Person> people, long ptsMicros, int width, int height, Camera camera) {
    public SceneFrame {
        people = List.copyOf(people);
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height);
        }
    }
}
