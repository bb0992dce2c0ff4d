package org.posescope.body.floor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** People who stand upright on a floor that a camera sees, well seen in its picture. */
final class StandingPeople {
    private final BodyModel model;
    private final Ground ground;

    StandingPeople(BodyModel model, Ground ground) {
        this.model = model;
        this.ground = ground;
    }

    /**
     * Somebody of the average shape with the arms down.
     *
     * @param x     of the feet on the floor, metres to the right
     * @param away  along the floor
     * @param above the floor, metres
     */
    Person at(int id, double x, double away, double above) {
        return posed(id, x, away, above, new Rotation(0, 1, 0, 0),
                Map.of("left_shoulder", Rotation.about(Vec3.Z, -1.3), "right_shoulder", Rotation.about(Vec3.Z, 1.3)));
    }

    /** Somebody seen from the side who leans on hands and feet, the hips high. */
    Person onHandsAndFeet(int id, double x, double away) {
        double bent = Math.toRadians(125);
        Rotation turned = new Rotation(0, 1, 0, 0).times(Rotation.about(Vec3.Y, Math.PI / 2))
                .times(Rotation.about(Vec3.X, bent));
        Rotation legDown = Rotation.about(Vec3.X, -bent);
        return posed(id, x, away, 0, turned, Map.of("left_hip", legDown, "right_hip", legDown, "left_shoulder",
                Rotation.about(Vec3.X, -bent).times(Rotation.about(Vec3.Z, -Math.PI / 2)), "right_shoulder",
                Rotation.about(Vec3.X, -bent).times(Rotation.about(Vec3.Z, Math.PI / 2))));
    }

    /** @param turn of the whole in the upright world, y down */
    private Person posed(int id, double x, double away, double above, Rotation turn, Map<String, Rotation> joints) {
        Rotation toCamera = ground.upright().inverse();
        Vec3 pelvis = toCamera.apply(new Vec3(x, ground.height() - pelvisHeight() - above, away));
        float[] rest = model.restJoints(new float[BodyParameters.BETAS]);
        List<Quaternion> rotations = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        rotations.set(0, quaternion(toCamera.times(turn)));
        joints.forEach((name, rotation) -> rotations.set(Skeletons.SMPL24.index(name), quaternion(rotation)));
        return new Person(id, 1, new Box(0, 0, 10, 10),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.empty(),
                Optional.of(new BodyParameters(rotations, Collections.nCopies(BodyParameters.BETAS, 0f),
                        new Vector3((float) (pelvis.x() - rest[0]), (float) (pelvis.y() - rest[1]),
                                (float) (pelvis.z() - rest[2])))));
    }

    /** From the soles to the first joint in the rest pose. */
    private double pelvisHeight() {
        float[] betas = new float[BodyParameters.BETAS];
        float[] vertices = model.restVertices(betas);
        float lowest = Float.MAX_VALUE;
        for (int i = 1; i < vertices.length; i += 3) {
            lowest = Math.min(lowest, vertices[i]);
        }
        return model.restJoints(betas)[1] - lowest;
    }

    private static Quaternion quaternion(Rotation r) {
        return new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z());
    }
}
