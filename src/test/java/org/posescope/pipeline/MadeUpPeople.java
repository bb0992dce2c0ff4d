package org.posescope.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/** People for tests that only look at where they went. */
final class MadeUpPeople {
    private static final Skeleton SKELETON = Skeletons.COCO17;

    private MadeUpPeople() {}

    /** Somebody all of whose points are at {@code x}. */
    static Person at(float x) {
        return withBox(x, new Box(0, 0, 1, 1));
    }

    static Person withBox(float x, Box box) {
        List<Keypoint> points = Collections.nCopies(SKELETON.names().size(), new Keypoint(x, 0, 1));
        return new Person(0, 1, box, List.of(new Keypoints(SKELETON, points)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
