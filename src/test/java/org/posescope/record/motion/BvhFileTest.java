package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeletons;

class BvhFileTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final double MILLIMETRE = 1e-3;
    private static final int FRAMES = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LengthUnit.class)
    void assimp_finds_every_joint_where_the_poser_puts_it(LengthUnit unit) {
        MovingPerson person = new MovingPerson(1);
        Path file = write(unit, MovingPerson.motion(MODEL, 30, FRAMES, person)).getFirst();

        double worst = 0;
        try (AssimpScene scene = new AssimpScene(file)) {
            assertThat(scene.frames()).isEqualTo(FRAMES);
            assertThat(scene.frameSeconds()).isCloseTo(1 / 30.0, within(1e-6));
            for (int frame = 0; frame < FRAMES; frame++) {
                Map<String, Vec3> found = scene.places(frame);
                List<Vec3> joints = person.joints(MODEL, frame);
                for (int joint = 0; joint < joints.size(); joint++) {
                    Vec3 place = found.get(Skeletons.SMPL24.names().get(joint)).times(1 / unit.perMetre());
                    worst = Math.max(worst, place.distance(joints.get(joint)));
                }
            }
        }
        assertThat(worst).isLessThan(MILLIMETRE);
    }

    @Test
    void own_forward_kinematics_agree_with_the_poser() {
        MovingPerson person = new MovingPerson(2);
        Motion motion = MovingPerson.motion(MODEL, 25, FRAMES, person);
        RestSkeleton skeleton = new RestSkeleton(MODEL, motion.people().getFirst().betas());

        for (int frame = 0; frame < FRAMES; frame++) {
            List<Vec3> joints = person.joints(MODEL, frame);
            List<Vec3> posed = skeleton.pose(motion.people().getFirst().at(frame));
            for (int joint = 0; joint < joints.size(); joint++) {
                assertThat(posed.get(joint).distance(joints.get(joint))).isLessThan(MILLIMETRE / 10);
            }
        }
    }

    @Test
    void a_standing_person_has_the_head_up() {
        Path file = write(LengthUnit.M, MovingPerson.motion(MODEL, 30, 1, new MovingPerson(1))).getFirst();

        try (AssimpScene scene = new AssimpScene(file)) {
            Map<String, Vec3> places = scene.places(0);
            assertThat(places.get("head").y()).isGreaterThan(places.get("pelvis").y() + 0.4);
            assertThat(places.get("left_ankle").y()).isLessThan(places.get("pelvis").y() - 0.6);
            assertThat(places.get("pelvis").z()).isLessThan(-2.5);
        }
    }

    @Test
    void several_people_are_several_files_of_one_time_line() throws IOException {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        MovingPerson first = new MovingPerson(1);
        MovingPerson second = new MovingPerson(12);
        recorder.accept(0, List.of(first.person(0)));
        recorder.accept(100_000, List.of(first.person(1), second.person(1)));
        recorder.accept(200_000, List.of(second.person(2)));

        List<Path> files = write(LengthUnit.M, recorder.motion());

        assertThat(files).containsExactly(folder.resolve("walk-1.bvh"), folder.resolve("walk-12.bvh"));
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).contains("Frames: 3", "Frame Time: 0.100000000");
            assertThat(lines.subList(lines.size() - 3, lines.size())).allMatch(line -> line.split(" ").length == 75);
        }
        List<String> held = Files.readAllLines(files.get(1));
        assertThat(held.get(held.size() - 3)).isEqualTo(held.get(held.size() - 2)).isNotEqualTo(held.getLast());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private List<Path> write(LengthUnit unit, Motion motion) {
        return new PersonFiles(new BvhFile(MODEL, unit)).write(motion, folder.resolve("walk.bvh"));
    }
}
