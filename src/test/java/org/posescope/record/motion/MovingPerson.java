package org.posescope.record.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeleton;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;

/** A person whose body turns at every joint, further and further from frame to frame, up to any angle. */
public final class MovingPerson {
    private static final Skeleton POINT = new Skeleton("point", List.of("nose"), List.of());

    private final int id;
    private final List<Float> betas = new ArrayList<>();
    private final List<Vec3> axes = new ArrayList<>();

    public MovingPerson(int id) {
        this.id = id;
        Random random = new Random(id);
        for (int i = 0; i < BodyParameters.BETAS; i++) {
            betas.add((float) random.nextGaussian());
        }
        for (int i = 0; i < BodyParameters.JOINTS; i++) {
            axes.add(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit());
        }
    }

    /** The parameters of a frame: upright in the camera's world, then turned. */
    public BodyParameters body(int frame) {
        List<Quaternion> rotations = new ArrayList<>();
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            Rotation turn = Rotation.about(axes.get(joint), 0.13 * frame + 0.01 * joint);
            Rotation r = joint == 0 ? new Rotation(0, 1, 0, 0).times(turn) : turn;
            rotations.add(new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z()));
        }
        return new BodyParameters(rotations, betas, new Vector3(0.1f * id, 0.02f * frame, 3 + 0.05f * frame))
                .withFingersAndFace(fingersAndFace(frame));
    }

    private FingersAndFace fingersAndFace(int frame) {
        List<Quaternion> left = new ArrayList<>();
        List<Quaternion> right = new ArrayList<>();
        for (int joint = 0; joint < SmplFamily.HAND_JOINTS; joint++) {
            left.add(Rotations.quaternionOfAxisAngle(0.01 * joint, 0.02 * frame, -0.03 * frame * id));
            right.add(Rotations.quaternionOfAxisAngle(0.02 * frame, 0.01 * joint, 0.04 * frame));
        }
        return new FingersAndFace(left, right, Rotations.quaternionOfAxisAngle(0.01 * frame, 0, 0),
                IntStream.range(0, FingersAndFace.EXPRESSIONS).mapToObj(k -> 0.01f * k * frame).toList());
    }

    public Person person(int frame) {
        return new Person(id, 1, new Box(0, 0, 10, 10),
                List.of(new Keypoints(POINT, List.of(new Keypoint(1, 2, 1)))), Optional.empty(), Optional.empty(),
                Optional.of(body(frame)));
    }

    /** Where the poser puts the joints, in the world of {@link Motion}. */
    public List<Vec3> joints(BodyModel model, int frame) {
        BodyPoser poser = new BodyPoser(model);
        poser.pose(body(frame));
        List<Vec3> joints = new ArrayList<>();
        for (int i = 0; i < model.parents().length; i++) {
            joints.add(new Vec3(poser.joints()[3 * i], -poser.joints()[3 * i + 1], -poser.joints()[3 * i + 2]));
        }
        return joints;
    }

    /** The motion of some people who are seen in every frame. */
    public static Motion motion(BodyModel model, double fps, int frames, MovingPerson... people) {
        MotionRecorder recorder = new MotionRecorder(model, fps);
        for (int frame = 0; frame < frames; frame++) {
            int now = frame;
            recorder.accept(5_000_000 + Math.round(frame * 1e6 / fps),
                    Arrays.stream(people).map(each -> each.person(now)).toList());
        }
        return recorder.motion();
    }
}
