package org.posescope.record.parquet;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.record.People;

/** People with 33 points in the picture and in space and a body, whose numbers are as little alike as those of real ones. */
final class RandomPeople {
    private static final int POINTS = 33;

    private final Random random = new Random(1);

    List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(_ -> person()).toList();
    }

    private Person person() {
        Person made = People.whole();
        List<Keypoint> points = IntStream.range(0, POINTS).mapToObj(_ -> new Keypoint(1920 * random.nextFloat(),
                1080 * random.nextFloat(), random.nextFloat())).toList();
        List<Joint> joints = IntStream.range(0, POINTS).mapToObj(_ -> new Joint(random.nextFloat() - 0.5f,
                random.nextFloat() - 0.5f, random.nextFloat() - 0.5f, random.nextFloat())).toList();
        List<Quaternion> rotations = IntStream.range(0, BodyParameters.JOINTS).mapToObj(_ -> rotation()).toList();
        BodyParameters body = made.body().orElseThrow();
        return new Person(random.nextInt(5), random.nextFloat(), made.box(),
                List.of(new Keypoints(Skeletons.BLAZEPOSE33, points)),
                made.joints3d().map(seen -> new Joints3d(seen.skeleton(), joints)), made.translation(),
                made.body().map(_ -> new BodyParameters(rotations, body.betas(), body.translation())));
    }

    private Quaternion rotation() {
        double half = random.nextDouble();
        double axis = 2 * Math.PI * random.nextDouble();
        return new Quaternion((float) Math.cos(half), (float) (Math.sin(half) * Math.cos(axis)),
                (float) (Math.sin(half) * Math.sin(axis)), 0);
    }
}
