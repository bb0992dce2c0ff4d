package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class VertexErrorsTest {
    private static final float TURN = 0.7f;

    private final BodyModel model = DefaultBody.read();
    private final VertexErrors errors = new VertexErrors(model);

    private static BodyParameters body(Quaternion orientation, float shape, Vector3 translation) {
        List<Quaternion> rotations = new ArrayList<>(
                Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        rotations.set(0, orientation);
        rotations.set(Skeletons.SMPL24.index("left_elbow"), Rotations.quaternionOfAxisAngle(0, 0, 1.2));
        return new BodyParameters(rotations, Collections.nCopies(BodyParameters.BETAS, shape), translation);
    }

    @Test
    void where_a_body_stands_makes_no_error() {
        assertThat(errors.pve(body(Quaternion.IDENTITY, 0.5f, new Vector3(1, 2, 5)),
                body(Quaternion.IDENTITY, 0.5f, new Vector3(0, 0, 0)))).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_body_that_is_turned_is_wrong_by_what_the_turn_moves_its_vertices_about_the_hips() {
        BodyParameters straight = body(Quaternion.IDENTITY, 0, new Vector3(0, 0, 0));
        BodyPoser poser = new BodyPoser(model);
        poser.pose(straight);
        Vec3 hips = at(poser.joints(), 1).lerp(at(poser.joints(), 2), 0.5);
        Rotation turn = Rotation.about(Vec3.Y, TURN);
        double expected = IntStream.range(0, model.vertexCount()).mapToObj(i -> at(poser.vertices(), i).minus(hips))
                .mapToDouble(vertex -> turn.apply(vertex).distance(vertex)).average().orElseThrow();

        double error = errors.pve(body(Rotations.quaternionOfAxisAngle(0, TURN, 0), 0, new Vector3(3, 0, 4)), straight);

        assertThat(error).isCloseTo(expected, within(1e-5)).isGreaterThan(0.05);
    }

    @Test
    void another_shape_is_wrong_too() {
        assertThat(errors.pve(body(Quaternion.IDENTITY, 1, new Vector3(0, 0, 0)),
                body(Quaternion.IDENTITY, 0, new Vector3(0, 0, 0)))).isGreaterThan(0.01);
    }

    private static Vec3 at(float[] points, int index) {
        return new Vec3(points[3 * index], points[3 * index + 1], points[3 * index + 2]);
    }
}
