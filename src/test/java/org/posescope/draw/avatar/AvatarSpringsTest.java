package org.posescope.draw.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.draw.avatar.AvatarFile.Hair;
import org.posescope.draw.avatar.AvatarFile.Naming;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.PosedBodies;
import org.posescope.pose.Lens;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class AvatarSpringsTest {
    private static final BodyModel BODY = DefaultBody.read();
    private static final long STEP = 16_667;
    private static final Hair LOOSE = new Hair(0, 1, 0.4, 0, false);

    @TempDir
    private Path folder;

    private AvatarFile file = new AvatarFile(Naming.VRM1, 0, 1);

    /** A body that stands before the camera, whose y points down. */
    private static BodyParameters standing(double x, double turn) {
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(0, new Quaternion(0, 1, 0, 0));
        turns.set(Skeletons.SMPL24.index("head"), Rotations.quaternionOfAxisAngle(0, turn, 0));
        return new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f),
                new Vector3((float) x, 0, 3));
    }

    private static Person person(int id, double x) {
        return new Person(id, 1, new Box(0, 0, 10, 20),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.empty(), Optional.of(standing(x, 0)));
    }

    private Avatar avatar(Naming naming, Hair hair) {
        file = new AvatarFile(naming, 0, 1).with(hair);
        return AvatarReader.read(file.write(folder.resolve("braid.vrm")));
    }

    private AvatarPoser poser(Naming naming, Hair hair) {
        return new AvatarPoser(avatar(naming, hair), BODY);
    }

    /** Of a bone in the world. */
    private Vec3 middle(AvatarPoser poser, String bone) {
        return middle(poser.vertices(), bone);
    }

    private Vec3 middle(float[] vertices, String bone) {
        Vec3 sum = Vec3.ZERO;
        for (int i = 8 * file.box(bone); i < 8 * file.box(bone) + 8; i++) {
            sum = sum.plus(1.0 / 8, new Vec3(vertices[3 * i], vertices[3 * i + 1], vertices[3 * i + 2]));
        }
        return sum;
    }

    private static Vec3 reach(Vec3 from, Vec3 towards, double length) {
        return from.plus(length, towards.minus(from).unit());
    }

    @ParameterizedTest
    @EnumSource(value = Naming.class, names = {"VRM0", "VRM1"})
    void a_step_is_that_of_verlet(Naming naming) {
        double drag = 0.3;
        AvatarPoser poser = poser(naming, new Hair(0, 0, drag, 0, false));
        poser.pose(standing(0, 0), 0);
        Vec3 first = middle(poser, "hair1");
        double length = first.distance(middle(poser, "hair2"));
        Vec3 back = middle(poser, "hair2").minus(first).unit();
        Vec3 root = first.plus(-length / 2, back);
        Vec3 tail1 = root.plus(length, back);
        Vec3 tail2 = root.plus(2 * length, back);
        assertThat(back.distance(Vec3.Z)).as("at rest it points away from the camera").isLessThan(1e-5);

        Vec3 moved = root.plus(new Vec3(0.1, 0, 0));
        Vec3 next1 = reach(moved, tail1, length);
        Vec3 next2 = reach(next1, tail2, length);
        poser.pose(standing(0.1, 0), STEP);
        assertThat(middle(poser, "hair1").distance(moved.lerp(next1, 0.5))).isLessThan(1e-5);
        assertThat(middle(poser, "hair2").distance(next1.lerp(next2, 0.5))).isLessThan(1e-5);

        Vec3 last1 = reach(moved, next1.plus(1 - drag, next1.minus(tail1)), length);
        Vec3 last2 = reach(last1, next2.plus(1 - drag, next2.minus(tail2)), length);
        poser.pose(standing(0.1, 0), 2 * STEP);
        assertThat(middle(poser, "hair1").distance(moved.lerp(last1, 0.5))).isLessThan(1e-5);
        assertThat(middle(poser, "hair2").distance(last1.lerp(last2, 0.5))).isLessThan(1e-5);
    }

    /** Where stiffness and gravity pull at right angles, hair comes to rest in the direction of their sum. */
    @ParameterizedTest
    @EnumSource(value = Naming.class, names = {"VRM0", "VRM1"})
    void it_hangs_between_gravity_and_its_stiffness(Naming naming) {
        AvatarPoser poser = poser(naming, new Hair(0.8, 0.6, 0.4, 0, false));
        poser.pose(standing(0, 0), 0);
        Vec3 along = direction(poser);
        assertThat(along.z()).isCloseTo(0.8, within(1e-3));
        assertThat(along.y()).isCloseTo(0.6, within(1e-3));
    }

    /** Of the first bone of the braid: from where it hangs on the head to where the second one hangs on it. */
    private Vec3 direction(AvatarPoser poser) {
        Vec3 half = middle(poser, "hair1").minus(root(poser));
        return half.unit();
    }

    private Vec3 root(AvatarPoser poser) {
        Vec3 head = poser.at(HumanBone.HEAD).orElseThrow();
        Vec3 neck = poser.at(HumanBone.NECK).orElseThrow();
        double scale = head.distance(neck) / Math.hypot(0.1, 0.02);
        return head.plus(new Vec3(0, -0.15 * scale, 0.12 * scale));
    }

    @ParameterizedTest
    @EnumSource(value = Naming.class, names = {"VRM0", "VRM1"})
    void loose_hair_hangs_down_swings_when_its_person_moves_and_settles(Naming naming) {
        AvatarPoser poser = poser(naming, LOOSE);
        poser.pose(standing(0, 0), 0);
        assertThat(direction(poser).y()).as("hangs").isGreaterThan(0.999);

        poser.pose(standing(0.15, 0), 2 * STEP);
        assertThat(direction(poser).x()).as("lags behind").isLessThan(-0.3);

        for (int frame = 2; frame <= 120; frame++) {
            poser.pose(standing(0.15, 0), 2 * STEP * frame);
        }
        assertThat(direction(poser).y()).as("settles").isGreaterThan(0.999);
    }

    @Test
    void with_a_center_it_does_not_swing_when_its_person_walks() {
        AvatarPoser poser = poser(Naming.VRM1, new Hair(0.1, 1, 0.4, 0, true));
        poser.pose(standing(0, 0), 0);
        Vec3 before = middle(poser, "hair2");
        poser.pose(standing(0.2, 0), 2 * STEP);
        assertThat(middle(poser, "hair2").minus(before).distance(new Vec3(0.2, 0, 0))).isLessThan(2e-3);
    }

    @ParameterizedTest
    @EnumSource(value = Naming.class, names = {"VRM0", "VRM1"})
    void it_keeps_out_of_colliders(Naming naming) {
        double ball = 0.25;
        AvatarPoser poser = poser(naming, new Hair(0, 1, 0.4, ball, false));
        poser.pose(standing(0, 0), 0);
        Vec3 neck = poser.at(HumanBone.NECK).orElseThrow();
        double scale = poser.at(HumanBone.HEAD).orElseThrow().distance(neck) / Math.hypot(0.1, 0.02);
        // Ends of the first two bones: the second and the third begin there.
        Vec3 end = middle(poser, "hair1").times(2).minus(root(poser));
        assertThat(end.distance(neck)).isGreaterThan(ball * scale - 2e-3);
        Vec3 next = middle(poser, "hair2").times(2).minus(end);
        assertThat(next.distance(neck)).isGreaterThan(ball * scale - 2e-3);
        assertThat(direction(poser).y()).as("without the ball it would hang").isLessThan(0.99);
    }

    private AvatarBodies bodies(Avatar avatar) {
        return new AvatarBodies(new PosedBodies(BODY, new CameraInUse(Lens.DEFAULT)), () -> Optional.of(avatar));
    }

    private static List<float[]> recorded(AvatarBodies bodies) {
        List<float[]> frames = new ArrayList<>();
        for (int frame = 0; frame < 40; frame++) {
            // People change places, and one leaves for a while.
            Person walking = person(1, 0.03 * frame);
            Person other = person(2, 1 - 0.01 * frame * frame);
            List<Person> people = frame % 3 == 0 ? List.of(walking, other) : List.of(other, walking);
            List<Mesh> meshes = bodies.of(frame > 20 && frame < 25 ? List.of(walking) : people, frame * 33_333L);
            meshes.forEach(mesh -> frames.add(mesh.vertices().clone()));
        }
        return frames;
    }

    @Test
    void the_same_clip_looks_the_same_each_time_also_after_a_seek() {
        AvatarBodies bodies = bodies(avatar(Naming.VRM1, LOOSE));
        List<float[]> first = recorded(bodies);
        List<float[]> afterSeek = recorded(bodies);
        List<float[]> other = recorded(bodies(avatar(Naming.VRM1, LOOSE)));
        for (int i = 0; i < first.size(); i++) {
            assertThat(Arrays.equals(afterSeek.get(i), first.get(i))).as("frame %d after a seek", i).isTrue();
            assertThat(Arrays.equals(other.get(i), first.get(i))).as("frame %d once more", i).isTrue();
        }
    }

    @Test
    void hair_goes_on_with_its_own_person() {
        Avatar avatar = avatar(Naming.VRM1, LOOSE);
        AvatarBodies both = bodies(avatar);
        AvatarBodies alone = bodies(avatar);
        for (int frame = 0; frame < 20; frame++) {
            Person walking = person(1, 0.03 * frame);
            Person other = person(2, 2 - 0.05 * frame);
            boolean firstThere = frame % 2 == 0;
            List<Mesh> meshes = both.of(firstThere ? List.of(walking, other) : List.of(other, walking),
                    frame * 33_333L);
            float[] wanted = alone.of(List.of(walking), frame * 33_333L).getFirst().vertices();
            assertThat(meshes.get(firstThere ? 0 : 1).vertices()).as("frame %d", frame).isEqualTo(wanted);
        }
        assertThat(middle(both.of(List.of(person(1, 0.6)), 20 * 33_333L).getFirst().vertices(), "hair3").x())
                .as("still swings").isLessThan(0.55);
    }

    @Test
    void somebody_without_identity_has_no_past() {
        AvatarBodies bodies = bodies(avatar(Naming.VRM1, LOOSE));
        Vec3 still = middle(bodies.of(List.of(person(0, 0)), 0).getFirst().vertices(), "hair3");
        Vec3 next = middle(bodies.of(List.of(person(0, 0.5)), 33_333).getFirst().vertices(), "hair3");
        assertThat(next.minus(still).distance(new Vec3(0.5, 0, 0))).isLessThan(1e-4);
    }
}
