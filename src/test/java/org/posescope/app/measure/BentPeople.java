package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** People of whom only the left knee is bent. */
final class BentPeople {
    private BentPeople() {}

    static Person bent(int id, double degrees) {
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        double half = Math.toRadians(degrees) / 2;
        turns.set(Skeletons.SMPL24.index("left_knee"),
                new Quaternion((float) Math.cos(half), (float) Math.sin(half), 0, 0));
        return new Person(id, 0.9f, new Box(0, 0, 10, 30),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.empty(),
                Optional.of(new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f),
                        new Vector3(0, 0, 3))));
    }
}
