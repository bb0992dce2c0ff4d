package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyMotion;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Vec3;
import org.posescope.tensor.NpzReader;

class AmassFileTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final int FRAMES = 40;

    @TempDir
    Path folder;

    @Test
    void a_body_posed_by_the_file_is_where_it_was() {
        MovingPerson person = new MovingPerson(3);
        Path file = write(MovingPerson.motion(MODEL, 30, FRAMES, person));

        BodyMotion read = BodyMotion.read(file);
        BodyPoser poser = new BodyPoser(MODEL);
        assertThat(read.frames()).isEqualTo(FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            read.apply(frame, poser);
            List<Vec3> joints = person.joints(MODEL, frame);
            for (int i = 0; i < joints.size(); i++) {
                Vec3 joint = new Vec3(poser.joints()[3 * i], poser.joints()[3 * i + 1], poser.joints()[3 * i + 2]);
                assertThat(joint.distance(joints.get(i))).isLessThan(1e-4);
            }
        }
    }

    @Test
    void the_arrays_are_those_of_amass() {
        Path file = write(MovingPerson.motion(MODEL, 25, FRAMES, new MovingPerson(1)));

        try (NpzReader npz = new NpzReader(file)) {
            assertThat(npz.names()).containsExactlyInAnyOrder("poses", "trans", "betas", "gender", "mocap_framerate",
                    "start_frame", "observed", "coordinates");
            assertThat(npz.read("coordinates").getText(0)).contains("metres", "y up");
            assertThat(npz.header("poses").shape()).containsExactly(FRAMES, 72);
            assertThat(npz.header("trans").shape()).containsExactly(FRAMES, 3);
            assertThat(npz.header("betas").shape()).containsExactly(10);
            assertThat(npz.read("gender").getText(0)).isEqualTo("neutral");
            assertThat(npz.read("gender").shape()).isEmpty();
            assertThat(npz.read("mocap_framerate").getDouble(0)).isEqualTo(25);
            assertThat(npz.read("mocap_framerate").shape()).isEmpty();
        }
    }

    @Test
    void who_comes_late_and_disappears_for_a_while_starts_late_and_is_not_observed() {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        MovingPerson person = new MovingPerson(1);
        for (int frame = 0; frame < 20; frame++) {
            boolean seen = (frame >= 3 && frame < 5) || frame >= 15;
            recorder.accept(frame * 100_000L, seen ? List.of(person.person(frame)) : List.of());
        }

        try (NpzReader npz = new NpzReader(write(recorder.motion()))) {
            assertThat(npz.read("start_frame").toInts()).containsExactly(3);
            assertThat(npz.read("observed").toInts()).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
                    1);
        }
    }

    private Path write(Motion motion) {
        return new PersonFiles(new AmassFile(MODEL)).write(motion, folder.resolve("walk.npz")).getFirst();
    }
}
