package org.posescope.pipeline.kept;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** People of tests. */
final class KeptPeople {
    private KeptPeople() {}

    /** Somebody 50 pixels wide and 100 high, seen in the picture alone. */
    static Person at(int id, float x) {
        List<Keypoint> points = IntStream.range(0, Skeletons.COCO17.size())
                .mapToObj(i -> new Keypoint(x + 3 * i, 5 * i, 0.9f)).toList();
        return new Person(id, 0.8f, new Box(x, 0, 50, 100), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Somebody of whom everything is known. */
    static Person known(int id, Random random) {
        return new Person(id, random.nextFloat(), new Box(1, 2, random.nextFloat(), 4),
                List.of(keypoints(Skeletons.BLAZEPOSE33, random), keypoints(Skeletons.COCO17, random)),
                Optional.of(joints(Skeletons.BLAZEPOSE33, random)),
                Optional.of(vector(random)),
                Optional.of(new BodyParameters(
                        IntStream.range(0, BodyParameters.JOINTS).mapToObj(i -> new Quaternion(random.nextFloat(),
                                random.nextFloat(), random.nextFloat(), random.nextFloat())).toList(),
                        IntStream.range(0, BodyParameters.BETAS).mapToObj(i -> random.nextFloat()).toList(),
                        vector(random))),
                new Details(Optional.of(hand(random)), Optional.empty(), Optional.of(face(random))));
    }

    private static Hand hand(Random random) {
        return new Hand(random.nextFloat(), keypoints(Skeletons.HAND21, random), joints(Skeletons.HAND21, random));
    }

    private static Face face(Random random) {
        return new Face(random.nextFloat(), keypoints(Skeletons.FACE468, random),
                IntStream.range(0, Skeletons.FACE468.size()).mapToObj(i -> random.nextFloat()).toList());
    }

    private static Joints3d joints(Skeleton skeleton, Random random) {
        return new Joints3d(skeleton, IntStream.range(0, skeleton.size()).mapToObj(i -> new Joint(random.nextFloat(),
                random.nextFloat(), random.nextFloat(), random.nextFloat())).toList());
    }

    private static Keypoints keypoints(Skeleton skeleton, Random random) {
        return new Keypoints(skeleton, IntStream.range(0, skeleton.size())
                .mapToObj(i -> new Keypoint(random.nextFloat(), random.nextFloat(), random.nextFloat())).toList());
    }

    private static Vector3 vector(Random random) {
        return new Vector3(random.nextFloat(), random.nextFloat(), random.nextFloat());
    }
}
