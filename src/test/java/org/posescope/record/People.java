package org.posescope.record;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.testkit.CloseUps;

/** People made up for tests. */
public final class People {
    /** With 2D points alone. */
    public static final List<Person> ONE = List.of(flat());

    private People() {}

    private static Person flat() {
        List<Keypoint> points = IntStream.range(0, 17).mapToObj(i -> new Keypoint(10.5f + i, 20.256f, 0.98768f))
                .toList();
        return new Person(3, 0.75f, new Box(10, 20.126f, 30.5f, 40), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With everything that there is. */
    public static Person whole() {
        List<Joint> joints = IntStream.range(0, 33).mapToObj(i -> new Joint(0.1f * i, -0.25f, 0.123456f, 0.5f))
                .toList();
        List<Quaternion> rotations = Collections.nCopies(BodyParameters.JOINTS, new Quaternion(0.8f, 0.6f, 0, 0));
        List<Float> betas = Collections.nCopies(BodyParameters.BETAS, -1.25f);
        Person flat = flat();
        return new Person(flat.id(), flat.score(), flat.box(), flat.keypoints(),
                Optional.of(new Joints3d(Skeletons.BLAZEPOSE33, joints)), Optional.of(new Vector3(0, 1, 2.5f)),
                Optional.of(new BodyParameters(rotations, betas, new Vector3(0, 1, 2.5f)).withFingersAndFace(fine())),
                CloseUps.details());
    }

    private static FingersAndFace fine() {
        List<Quaternion> bent = Collections.nCopies(15, new Quaternion(0.8f, 0, 0.6f, 0));
        List<Quaternion> straight = Collections.nCopies(15, new Quaternion(1, 0, 0, 0));
        return new FingersAndFace(bent, straight, new Quaternion(0.8f, 0.6f, 0, 0),
                Collections.nCopies(FingersAndFace.EXPRESSIONS, 0.5f));
    }

    /** With numbers that no number stands for. */
    public static Person broken() {
        List<Keypoint> points = Collections.nCopies(17, new Keypoint(Float.NaN, Float.POSITIVE_INFINITY, Float.NaN));
        return new Person(0, Float.NaN, new Box(Float.NEGATIVE_INFINITY, Float.NaN, 0, Float.POSITIVE_INFINITY),
                List.of(new Keypoints(Skeletons.COCO17, points)), Optional.empty(),
                Optional.of(new Vector3(Float.NaN, 0, -0.00001f)), Optional.empty());
    }
}
