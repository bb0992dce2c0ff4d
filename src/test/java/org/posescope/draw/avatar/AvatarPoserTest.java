package org.posescope.draw.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Vector3;

class AvatarPoserTest {
    private static final BodyModel BODY = DefaultBody.read();
    private static final List<HumanBone> LIMBS = Arrays.stream(HumanBone.values())
            .filter(bone -> bone.end().isPresent()).toList();

    @TempDir
    private Path folder;

    /** Turned about any axes: about half a radian a joint, the whole person by any angle. */
    private static BodyParameters pose(long seed) {
        Random random = new Random(seed);
        List<Quaternion> turns = new ArrayList<>();
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            double most = joint == 0 ? 3 : 0.6;
            turns.add(Rotations.quaternionOfAxisAngle(most * random.nextGaussian(), most * random.nextGaussian(),
                    most * random.nextGaussian()));
        }
        List<Float> betas = new ArrayList<>();
        for (int k = 0; k < BodyParameters.BETAS; k++) {
            betas.add((float) random.nextGaussian());
        }
        return new BodyParameters(turns, betas, new Vector3(0.3f, -0.2f, 4));
    }

    private static BodyParameters atRest() {
        return new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(1, 2, 3));
    }

    private static Vec3 joint(BodyPoser body, HumanBone bone) {
        int at = 3 * BODY.skeleton().index(bone.joint());
        return new Vec3(body.joints()[at], body.joints()[at + 1], body.joints()[at + 2]);
    }

    private AvatarPoser poser(AvatarFile file) {
        return new AvatarPoser(AvatarReader.read(file.write(folder.resolve("avatar.vrm"))), BODY);
    }

    @ParameterizedTest
    @CsvSource({"VRM0, 0, 1", "VRM0, 45, 1", "VRM1, 0, 1", "VRM1, 50, 1", "MIXAMO, 0, 0.01", "UNREAL, 60, 1"})
    void arms_and_legs_point_where_those_of_the_person_do(AvatarFile.Naming naming, double armsDown, double unit) {
        AvatarPoser avatar = poser(new AvatarFile(naming, armsDown, unit));
        BodyPoser body = new BodyPoser(BODY);
        for (long seed = 1; seed <= 20; seed++) {
            avatar.pose(pose(seed), 0);
            body.pose(pose(seed));
            for (HumanBone bone : LIMBS) {
                Vec3 own = avatar.at(bone.end().orElseThrow()).orElseThrow().minus(avatar.at(bone).orElseThrow());
                Vec3 persons = joint(body, bone.end().orElseThrow()).minus(joint(body, bone));
                assertThat(own.unit().distance(persons.unit())).as("%s of pose %d", bone, seed).isLessThan(1e-4);
            }
            Vec3 hips = avatar.at(HumanBone.LEFT_UPPER_LEG).orElseThrow()
                    .lerp(avatar.at(HumanBone.RIGHT_UPPER_LEG).orElseThrow(), 0.5);
            assertThat(hips.distance(joint(body, HumanBone.LEFT_UPPER_LEG)
                    .lerp(joint(body, HumanBone.RIGHT_UPPER_LEG), 0.5))).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"VRM0, 45, 1", "MIXAMO, 0, 0.01"})
    void it_stands_on_the_floor_that_the_person_stands_on_and_faces_as_they_do(AvatarFile.Naming naming,
            double armsDown,
            double unit) {
        AvatarPoser avatar = poser(new AvatarFile(naming, armsDown, unit));
        BodyPoser body = new BodyPoser(BODY);
        avatar.pose(atRest(), 0);
        body.pose(atRest());

        assertThat(lowest(avatar.vertices())).isCloseTo(lowest(body.vertices()), within(5e-3f));
        Vec3 toes = avatar.at(HumanBone.LEFT_TOES).orElseThrow().minus(avatar.at(HumanBone.LEFT_FOOT).orElseThrow());
        assertThat(toes.z()).isGreaterThan(0.05);
        assertThat(avatar.at(HumanBone.LEFT_HAND).orElseThrow().x() - avatar.at(HumanBone.RIGHT_HAND).orElseThrow().x())
                .isGreaterThan(1);
    }

    private static float lowest(float[] vertices) {
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 1; i < vertices.length; i += 3) {
            lowest = Math.min(lowest, vertices[i]);
        }
        return lowest;
    }

    @Test
    void the_skin_moves_with_its_bone() {
        AvatarPoser avatar = poser(new AvatarFile(AvatarFile.Naming.VRM1, 30, 1));
        int forearm = 7 * 8;
        avatar.pose(atRest(), 0);
        double length = nearest(avatar, forearm);
        for (long seed = 1; seed <= 10; seed++) {
            BodyParameters turned = new BodyParameters(pose(seed).rotations(), atRest().betas(),
                    pose(seed).translation());
            avatar.pose(turned, 0);
            assertThat(nearest(avatar, forearm)).isCloseTo(length, within(1e-4));
        }
    }

    /** How far from the middle of the forearm the mean of its eight corners is: 0.03 m of hand's end aside, a constant. */
    private static double nearest(AvatarPoser avatar, int first) {
        Vec3 sum = Vec3.ZERO;
        for (int i = first; i < first + 8; i++) {
            sum = sum.plus(1.0 / 8,
                    new Vec3(avatar.vertices()[3 * i], avatar.vertices()[3 * i + 1], avatar.vertices()[3 * i + 2]));
        }
        return sum.distance(avatar.at(HumanBone.LEFT_LOWER_ARM).orElseThrow().lerp(
                avatar.at(HumanBone.LEFT_HAND).orElseThrow(), 0.5));
    }
}
