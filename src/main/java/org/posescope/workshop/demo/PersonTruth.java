package org.posescope.workshop.demo;

import java.util.List;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Vector3;

/**
 * What is true of one person in one frame.
 *
 * @param id        from 1
 * @param body      parameters of the body in the camera frame
 * @param joints    SMPL's 24 joints, metres, camera frame
 * @param keypoints where the picture shows them
 */
record PersonTruth(int id, BodyParameters body, List<Vector3> joints, List<Point> keypoints) {
    PersonTruth {
        joints = List.copyOf(joints);
        keypoints = List.copyOf(keypoints);
    }

    /**
     * A joint in the picture.
     *
     * @param x       pixels
     * @param y       pixels
     * @param visible whether it is in the picture and nothing but the flesh around it hides it
     */
    record Point(double x, double y, boolean visible) {}
}
