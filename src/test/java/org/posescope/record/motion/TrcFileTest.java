package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeletons;

class TrcFileTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final int HEADER_LINES = 6;

    @TempDir
    Path folder;

    @Test
    void the_markers_are_the_joints_in_millimetres() throws IOException {
        MovingPerson person = new MovingPerson(4);
        List<String> lines = write(MovingPerson.motion(MODEL, 50, 20, person));

        assertThat(lines).hasSize(HEADER_LINES + 20);
        assertThat(lines.getFirst()).isEqualTo("PathFileType\t4\t(X/Y/Z)\twalk.trc");
        assertThat(lines.get(2)).isEqualTo("50.000000\t50.000000\t20\t24\tmm\t50.000000\t1\t20");
        assertThat(lines.get(3).split("\t+")).hasSize(26).startsWith("Frame#", "Time", "pelvis")
                .endsWith(Skeletons.SMPL24.names().getLast());
        assertThat(lines.get(3).split("\t", -1)).hasSize(2 + 72);
        assertThat(lines.get(4).split("\t", -1)).hasSize(2 + 72).startsWith("", "", "X1", "Y1", "Z1").endsWith("Z24");
        assertThat(lines.get(5)).isEmpty();
        for (int frame = 0; frame < 20; frame++) {
            String[] fields = lines.get(HEADER_LINES + frame).split("\t");
            assertThat(Integer.parseInt(fields[0])).isEqualTo(frame + 1);
            assertThat(Double.parseDouble(fields[1])).isCloseTo(frame / 50.0, within(1e-6));
            List<Vec3> joints = person.joints(MODEL, frame);
            for (int joint = 0; joint < joints.size(); joint++) {
                Vec3 marker = new Vec3(Double.parseDouble(fields[2 + 3 * joint]),
                        Double.parseDouble(fields[3 + 3 * joint]), Double.parseDouble(fields[4 + 3 * joint]));
                assertThat(marker.times(1e-3).distance(joints.get(joint))).isLessThan(1e-3);
            }
        }
    }

    @Test
    void who_is_out_of_sight_has_empty_fields() throws IOException {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        recorder.accept(0, List.of());
        recorder.accept(100_000, List.of(new MovingPerson(1).person(0)));

        List<String> lines = write(recorder.motion());

        assertThat(lines.get(HEADER_LINES)).isEqualTo("1\t0.000000" + "\t".repeat(72));
        assertThat(lines.get(HEADER_LINES + 1).split("\t")).hasSize(74);
    }

    private List<String> write(Motion motion) throws IOException {
        return Files.readAllLines(
                new PersonFiles(new TrcFile(MODEL)).write(motion, folder.resolve("walk.trc")).getFirst());
    }
}
