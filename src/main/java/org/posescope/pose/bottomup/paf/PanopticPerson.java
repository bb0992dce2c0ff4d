package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.pose.NamedPoints;

/** Makes people out of what was seen in one frame. */
final class PanopticPerson {
    private static final Skeleton SKELETON = Skeletons.PANOPTIC19;
    private static final NamedPoints COCO = new NamedPoints(SKELETON, Skeletons.COCO17);
    private static final int PELVIS = SKELETON.index("pelvis");
    private static final int LEFT_HIP = SKELETON.index("left_hip");
    private static final int RIGHT_HIP = SKELETON.index("right_hip");
    /** The point in the plane of the same name; none for the pelvis. */
    private static final int[] SEEN = SKELETON.names().stream()
            .mapToInt(name -> Skeletons.OPENPOSE18.names().indexOf(name)).toArray();

    /** Metres; whatever is nearer to the camera, or behind it, is projected as if it were there. */
    private static final float NEAREST = 0.1f;

    private final FieldNetwork.Sight sight;
    private final Camera camera;

    PanopticPerson(FieldNetwork.Sight sight, Camera camera) {
        this.sight = sight;
        this.camera = camera;
    }

    /** The person with these joints; empty when it cannot be told where they are. */
    Optional<Person> of(PeakGroup group, float[] joints) {
        return translation(group, joints).map(translation -> person(group, joints, translation));
    }

    private Optional<Vector3> translation(PeakGroup group, float[] joints) {
        ScaleAlignment alignment = new ScaleAlignment();
        for (int joint = 0; joint < SEEN.length; joint++) {
            int at = 3 * joint;
            peak(group, joint).ifPresent(peak -> alignment.add(joints[at], joints[at + 1],
                    sight.frameX(peak) - camera.centerX(), sight.frameY(peak) - camera.centerY()));
        }
        return alignment.translation(camera.focal());
    }

    private static Optional<Peak> peak(PeakGroup group, int joint) {
        return SEEN[joint] < 0 ? Optional.empty() : group.peak(SEEN[joint]);
    }

    private Person person(PeakGroup group, float[] joints, Vector3 translation) {
        Vector3 hips = middleOfHips(joints);
        List<Joint> inSpace = new ArrayList<>();
        List<Keypoint> inPicture = new ArrayList<>();
        for (int joint = 0; joint < SEEN.length; joint++) {
            float x = joints[3 * joint];
            float y = joints[3 * joint + 1];
            float z = joints[3 * joint + 2];
            float score = score(group, joint);
            inSpace.add(new Joint(x - hips.x(), y - hips.y(), z - hips.z(), score));
            inPicture.add(peak(group, joint).map(peak -> new Keypoint(sight.frameX(peak), sight.frameY(peak), score))
                    .orElseGet(() -> projected(x + translation.x(), y + translation.y(), z + translation.z())));
        }
        FoundBody body = new FoundBody(inPicture);
        Keypoints own = new Keypoints(SKELETON, inPicture);
        Vector3 origin = new Vector3(translation.x() + hips.x(), translation.y() + hips.y(),
                translation.z() + hips.z());
        return new Person(0, body.score(), body.box(), List.of(own, COCO.of(own)),
                Optional.of(new Joints3d(SKELETON, inSpace)), Optional.of(origin), Optional.empty());
    }

    private static Vector3 middleOfHips(float[] joints) {
        return new Vector3((joints[3 * LEFT_HIP] + joints[3 * RIGHT_HIP]) / 2,
                (joints[3 * LEFT_HIP + 1] + joints[3 * RIGHT_HIP + 1]) / 2,
                (joints[3 * LEFT_HIP + 2] + joints[3 * RIGHT_HIP + 2]) / 2);
    }

    /** How sure a joint is: as its point in the plane; the pelvis, which has none, as the hips. */
    private static float score(PeakGroup group, int joint) {
        if (joint == PELVIS) {
            return (score(group, LEFT_HIP) + score(group, RIGHT_HIP)) / 2;
        }
        return peak(group, joint).map(peak -> Math.min(peak.score(), 1)).orElse(0f);
    }

    /** Where a joint that was not found in the picture must be in it, with the score 0. */
    private Keypoint projected(float x, float y, float z) {
        double depth = Math.max(z, NEAREST);
        return new Keypoint((float) (camera.focal() * x / depth + camera.centerX()),
                (float) (camera.focal() * y / depth + camera.centerY()), 0);
    }
}
