package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** Reads the joints in space off a person's posed body. One thread uses it at a time. */
final class PosedJoints {
    private static final int LEFT_HIP = Skeletons.SMPL24.index("left_hip");
    private static final int RIGHT_HIP = Skeletons.SMPL24.index("right_hip");

    private final BodyPoser poser;
    private final int[] numbers;

    PosedJoints(BodyModel model) {
        poser = new BodyPoser(model);
        numbers = Skeletons.SMPL24.names().stream().mapToInt(name -> number(name, model)).toArray();
    }

    /** Where hands have fingers, a hand's joint is the knuckle of the middle one. */
    private static int number(String name, BodyModel model) {
        String own = model.hasFingers() ? name.replace("hand", "middle1") : name;
        return model.skeleton().index(own);
    }

    /** The person with the joints of their body, and the middle of its hips as where they are. */
    Person addTo(Person person) {
        poser.pose(person.body().orElseThrow());
        float[] joints = poser.joints();
        Vector3 middle = new Vector3(mean(joints, 0), mean(joints, 1), mean(joints, 2));
        List<Joint> relative = new ArrayList<>();
        for (int joint : numbers) {
            relative.add(new Joint(joints[3 * joint] - middle.x(), joints[3 * joint + 1] - middle.y(),
                    joints[3 * joint + 2] - middle.z(), person.score()));
        }
        return new Person(person.id(), person.score(), person.box(), person.keypoints(),
                Optional.of(new Joints3d(Skeletons.SMPL24, relative)), Optional.of(middle), person.body(),
                person.details());
    }

    private static float mean(float[] joints, int axis) {
        return (joints[3 * LEFT_HIP + axis] + joints[3 * RIGHT_HIP + axis]) / 2;
    }
}
