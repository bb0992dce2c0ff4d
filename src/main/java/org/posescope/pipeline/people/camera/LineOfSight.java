package org.posescope.pipeline.people.camera;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;

/**
 * The direction in which a camera sees a person. A network that looks at a crop cannot know where in the picture the crop was: it
 * gives joints as if the camera looked straight at the person (Li et al. 2022, "CLIFF", section 3). Turning them by the angle
 * between the optical axis and the line of sight puts them into the camera frame.
 */
public final class LineOfSight {
    private final Rotation rotation;

    private LineOfSight(Rotation rotation) {
        this.rotation = rotation;
    }

    /** The line through the middle of the hips, or of all points where there are no hips. */
    public static LineOfSight toMiddle(Keypoints keypoints, Camera camera) {
        double x = 0;
        double y = 0;
        int count = 0;
        boolean hips = keypoints.skeleton().names().contains("left_hip");
        for (int i = 0; i < keypoints.points().size(); i++) {
            if (!hips || keypoints.skeleton().names().get(i).endsWith("_hip")) {
                Keypoint point = keypoints.points().get(i);
                x += point.x();
                y += point.y();
                count++;
            }
        }
        Vec3 ray = new Vec3((x / count - camera.centerX()) / camera.focal(),
                (y / count - camera.centerY()) / camera.focal(), 1);
        return new LineOfSight(Rotation.between(Vec3.Z, ray));
    }

    /** From the frame of a camera that looks along the line into the camera frame. */
    public Joints3d turn(Joints3d joints) {
        return new Joints3d(joints.skeleton(), joints.joints().stream().map(this::turn).toList());
    }

    private Joint turn(Joint joint) {
        Vec3 turned = rotation.apply(new Vec3(joint.x(), joint.y(), joint.z()));
        return new Joint((float) turned.x(), (float) turned.y(), (float) turned.z(), joint.score());
    }
}
