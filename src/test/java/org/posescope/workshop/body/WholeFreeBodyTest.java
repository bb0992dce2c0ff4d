package org.posescope.workshop.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyPoser;
import org.posescope.body.Expression;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.SmplFamily;

/** The committed body with fingers and a face. */
class WholeFreeBodyTest {
    static final Path FILE = Path.of("models", "body", "posescope-whole-body.npz");

    private static final float[] AVERAGE = new float[BodyParameters.BETAS];

    private final BodyModel model = BodyModelReader.read(FILE);
    private final BodyModel plain = BodyModelReader.read(FreeBodyTest.FILE);
    private final Vec3[] template = Bodies.points(model.restVertices(AVERAGE));

    @Test
    void the_file_is_a_body_of_smplx_and_stays_small() throws IOException {
        assertThat(model.skeleton()).isEqualTo(SmplFamily.SMPLX55);
        assertThat(model.expressionComponents()).isEqualTo(Expression.values().length);
        assertThat(model.hasNamedExpressions()).isTrue();
        assertThat(model.mostJointsOfAVertex()).isLessThanOrEqualTo(4);
        assertThat(Files.size(FILE)).isLessThan(4_000_000);
    }

    @Test
    void the_surface_is_closed_faces_outwards_and_is_symmetric() {
        int[] faces = model.faces();
        Set<Long> edges = new HashSet<>();
        for (int corner = 0; corner < faces.length; corner++) {
            int next = corner % 3 == 2 ? corner - 2 : corner + 1;
            assertThat(edges.add((long) faces[corner] << 32 | faces[next])).isTrue();
        }
        assertThat(edges).allMatch(edge -> edges.contains(edge << 32 | edge >>> 32));
        assertThat(1000 * Bodies.volume(template, faces)).isBetween(50.0, 80.0);
        assertThat(Bodies.mirror(template)).hasSize(template.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 5, 9})
    void betas_make_the_same_body_as_those_of_the_plain_one(int component) {
        float[] betas = new float[BodyParameters.BETAS];
        if (component >= 0) {
            betas[component] = 2;
        }
        Vec3 size = Bodies.size(Bodies.points(model.restVertices(betas)));
        Vec3 plainSize = Bodies.size(Bodies.points(plain.restVertices(betas)));
        assertThat(size.y()).isCloseTo(plainSize.y(), within(0.004));
        float[] joints = model.restJoints(betas);
        float[] plainJoints = plain.restJoints(betas);
        for (int i = 0; i < 3 * SmplFamily.BODY_JOINTS; i++) {
            assertThat((double) joints[i]).as("coordinate %d", i).isCloseTo(plainJoints[i], within(0.004));
        }
    }

    @Test
    void the_jaw_takes_the_chin_along_and_leaves_the_forehead() {
        Vec3[] open = posed("jaw", Rotation.about(Vec3.X, Math.toRadians(20)));
        int chin = lowestOfTheJaw();
        assertThat(template[chin].y() - open[chin].y()).isBetween(0.010, 0.045);
        float[] joints = model.restJoints(AVERAGE);
        double eyes = joints[3 * model.skeleton().index("left_eye_smplhf") + 1];
        for (int v = 0; v < template.length; v++) {
            if (template[v].y() > eyes + 0.02) {
                assertThat(open[v].distance(template[v])).isLessThan(1e-6);
            }
        }
    }

    private int lowestOfTheJaw() {
        float[] joints = model.restJoints(AVERAGE);
        double jaw = joints[3 * model.skeleton().index("jaw") + 1];
        int most = 0;
        Vec3[] open = posed("jaw", Rotation.about(Vec3.X, 0.1));
        for (int v = 0; v < template.length; v++) {
            if (template[v].y() < jaw && open[v].distance(template[v]) > open[most].distance(template[most])) {
                most = v;
            }
        }
        return most;
    }

    @ParameterizedTest
    @EnumSource(names = {"BLINK_LEFT", "BLINK_RIGHT", "SMILE", "PUCKER", "BROWS_UP"})
    void expressions_move_the_face_alone(Expression expression) {
        float[] offsets = model.expressionOffsets(expression.component());
        double chest = model.restJoints(AVERAGE)[3 * model.skeleton().index("spine3") + 1];
        double most = 0;
        for (int v = 0; v < template.length; v++) {
            double length = new Vec3(offsets[3 * v], offsets[3 * v + 1], offsets[3 * v + 2]).length();
            most = Math.max(most, length);
            assertThat(length > 1e-4 && template[v].y() < chest).isFalse();
        }
        assertThat(most).isBetween(0.004, 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"left_index1", "left_index2", "left_middle2", "left_ring3", "left_pinky2", "right_index2"})
    void a_bent_finger_moves_itself_alone_and_keeps_most_of_its_volume(String joint) {
        double side = joint.startsWith("left") ? -1 : 1;
        Vec3[] bent = posed(joint, Rotation.about(Vec3.Z, side * Math.toRadians(85)));
        float[] joints = model.restJoints(AVERAGE);
        int at = 3 * model.skeleton().index(joint);
        Vec3 knuckle = new Vec3(joints[at], joints[at + 1], joints[at + 2]);
        for (int v = 0; v < template.length; v++) {
            if (template[v].distance(knuckle) > 0.11) {
                assertThat(bent[v].distance(template[v])).as("further than skin shows").isLessThan(1e-4);
            }
        }
        double before = Bodies.volume(template, model.faces());
        assertThat(1e6 * Math.abs(Bodies.volume(bent, model.faces()) - before)).as("millilitres").isLessThan(9);
    }

    private Vec3[] posed(String joint, Rotation turn) {
        Rotation[] pose = new Rotation[model.skeleton().size()];
        Arrays.fill(pose, Rotation.IDENTITY);
        pose[model.skeleton().index(joint)] = turn;
        BodyPoser poser = new BodyPoser(model);
        poser.pose(Bodies.matrices(pose), AVERAGE, new float[3]);
        return Bodies.points(poser.vertices());
    }
}
