package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyMotion;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Rotations;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NpzReader;

/** Motion of a body with fingers and a face, read back by others. */
class WholeBodyFilesTest {
    private static final BodyModel MODEL = DefaultBody.readWhole();
    private static final int FRAMES = 6;

    @TempDir
    Path folder;

    private final MovingPerson person = new MovingPerson(1);
    private final Motion motion = MovingPerson.motion(MODEL, 30, FRAMES, person);

    @Test
    void assimp_finds_every_finger_of_a_bvh_where_the_poser_puts_it() {
        Path file = new PersonFiles(new BvhFile(MODEL, LengthUnit.M)).write(motion, folder.resolve("walk.bvh"))
                .getFirst();
        try (AssimpScene scene = new AssimpScene(file)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                Map<String, Vec3> found = scene.places(frame);
                List<Vec3> joints = person.joints(MODEL, frame);
                for (int joint = 0; joint < joints.size(); joint++) {
                    String name = MODEL.skeleton().names().get(joint);
                    assertThat(found.get(name).distance(joints.get(joint))).as(name).isLessThan(1e-3);
                }
            }
        }
    }

    @Test
    void the_layout_of_amass_has_52_joints_with_the_left_hand_before_the_right() {
        Path file = new PersonFiles(AmassFile.ofSmplh(MODEL)).write(motion, folder.resolve("walk.npz")).getFirst();
        try (NpzReader npz = new NpzReader(file)) {
            assertThat(npz.header("poses").shape()).containsExactly(FRAMES, 156);
            assertThat(npz.names()).doesNotContain("expression");
            float[] poses = npz.read("poses").toFloats();
            FingersAndFace last = person.body(FRAMES - 1).fingersAndFace().orElseThrow();
            for (int k = 0; k < 15; k++) {
                assertTurn(poses, (FRAMES - 1) * 156 + 66 + 3 * k, Rotations.axisAngleOf(last.leftHand().get(k)));
                assertTurn(poses, (FRAMES - 1) * 156 + 111 + 3 * k, Rotations.axisAngleOf(last.rightHand().get(k)));
            }
        }
    }

    private static void assertTurn(float[] poses, int at, Vector3 expected) {
        assertThat(poses[at]).isCloseTo(expected.x(), within(1e-4f));
        assertThat(poses[at + 1]).isCloseTo(expected.y(), within(1e-4f));
        assertThat(poses[at + 2]).isCloseTo(expected.z(), within(1e-4f));
    }

    @Test
    void a_body_posed_by_a_file_of_smplx_is_where_it_was() {
        Path file = new PersonFiles(new AmassFile(MODEL)).write(motion, folder.resolve("walk.npz")).getFirst();
        BodyMotion read = BodyMotion.read(file);
        BodyPoser poser = new BodyPoser(MODEL);
        assertThat(read.joints()).isEqualTo(55);
        for (int frame = 0; frame < FRAMES; frame++) {
            read.apply(frame, poser);
            List<Vec3> joints = person.joints(MODEL, frame);
            for (int i = 0; i < joints.size(); i++) {
                Vec3 joint = new Vec3(poser.joints()[3 * i], poser.joints()[3 * i + 1], poser.joints()[3 * i + 2]);
                // The file poses with a neutral face, which moves joints of the head a little.
                assertThat(joint.distance(joints.get(i))).isLessThan(2e-3);
            }
        }
        try (NpzReader npz = new NpzReader(file)) {
            assertThat(npz.header("expression").shape()).containsExactly(FRAMES, 10);
            assertThat(npz.read("expression").toFloats()[10 * (FRAMES - 1) + 9]).isCloseTo(0.45f, within(1e-5f));
        }
    }
}
