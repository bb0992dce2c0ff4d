package org.posescope.draw.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.body.Mannequin;
import org.posescope.draw.HudFigures;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.draw.scene.PosedBodies;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;
import org.posescope.record.motion.MotionRecorder;
import org.posescope.record.motion.gltf.GlbFile;

class AvatarBodiesTest {
    private static final BodyModel BODY = DefaultBody.read();
    /** Half a turn about x: people stand upright before the camera, whose y points down, and look at it. */
    private static final Quaternion FACING_THE_CAMERA = new Quaternion(0, 1, 0, 0);

    private final AtomicReference<Optional<Avatar>> chosen = new AtomicReference<>(Optional.empty());
    private final AvatarBodies bodies = new AvatarBodies(new PosedBodies(BODY, new CameraInUse(Lens.DEFAULT)),
            chosen::get);

    @TempDir
    private Path folder;

    private static Person person(List<Quaternion> turns) {
        BodyParameters body = new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f),
                new Vector3(0, 0, 3));
        return new Person(1, 1, new Box(0, 0, 10, 20),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(),
                Optional.empty(), Optional.of(body));
    }

    private static List<Quaternion> facingTheCamera() {
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(0, FACING_THE_CAMERA);
        return turns;
    }

    private static Person moved(long seed) {
        Random random = new Random(seed);
        List<Quaternion> turns = facingTheCamera();
        // What SMPL has below its wrists is no bone of a figure.
        for (int joint = 1; joint < SmplFamily.BODY_JOINTS; joint++) {
            turns.set(joint, Rotations.quaternionOfAxisAngle(0.4 * random.nextGaussian(), 0.4 * random.nextGaussian(),
                    0.4 * random.nextGaussian()));
        }
        return person(turns);
    }

    private Avatar figure(AvatarFile.Naming naming) {
        return AvatarReader.read(new AvatarFile(naming, 40, 1).write(folder.resolve("figure.vrm")));
    }

    @Test
    void a_body_that_was_exported_moves_again_as_the_body() {
        // Without corrections that depend on the pose, which glTF does not have.
        BodyModel body = Mannequin.model();
        MotionRecorder recorder = new MotionRecorder(body, 30);
        recorder.accept(0, List.of(moved(1), moved(1).withId(2)));
        Path exported = folder.resolve("body.glb");
        new GlbFile(body).write(recorder.motion(), exported);
        chosen.set(Optional.of(AvatarReader.read(exported)));
        AvatarBodies worn = new AvatarBodies(new PosedBodies(body, new CameraInUse(Lens.DEFAULT)), chosen::get);
        BodyPoser poser = new BodyPoser(body);
        for (long seed = 2; seed < 6; seed++) {
            float[] found = worn.of(List.of(moved(seed)), 0).getFirst().vertices();
            poser.pose(moved(seed).body().orElseThrow());
            float[] wanted = poser.vertices();
            double worst = 0;
            for (int i = 0; i < wanted.length; i++) {
                worst = Math.max(worst, Math.abs(found[i] - wanted[i]));
            }
            assertThat(found).hasSameSizeAs(wanted);
            assertThat(worst).as("pose %d", seed).isLessThan(1e-4);
        }
    }

    @Test
    void people_wear_what_is_chosen_when_they_are_drawn() {
        List<Person> people = List.of(person(facingTheCamera()));
        Mesh plain = bodies.of(people, 0).getFirst();
        assertThat(bodies.covers()).isFalse();

        chosen.set(Optional.of(figure(AvatarFile.Naming.VRM1)));
        assertThat(bodies.of(people, 0).getFirst().triangles()).isNotEqualTo(plain.triangles());
        assertThat(bodies.covers()).isTrue();

        chosen.set(Optional.empty());
        assertThat(bodies.of(people, 0).getFirst().triangles()).isEqualTo(plain.triangles());
    }

    @Test
    void the_picture_shows_its_colours_where_the_person_is() {
        for (AvatarFile.Naming naming : List.of(AvatarFile.Naming.VRM0, AvatarFile.Naming.VRM1)) {
            chosen.set(Optional.of(figure(naming)));
            TestPicture picture = TestPicture.black(320, 240);

            new MeshLayer(bodies, MeshLayer.OPACITY).draw(picture.canvas(), List.of(person(facingTheCamera())), 0,
                    HudFigures.NONE);

            int[] red = new int[2];
            int[] blue = new int[2];
            for (int y = 0; y < 240; y++) {
                for (int x = 0; x < 320; x++) {
                    int color = picture.canvas().pixel(x, y);
                    red[x / 160] += Argb.red(color) > Argb.blue(color) + 20 ? 1 : 0;
                    blue[x / 160] += Argb.blue(color) > Argb.red(color) + 20 ? 1 : 0;
                }
            }
            // The left of somebody who faces the camera is on the right, and red here.
            assertThat(red[1]).as("%s", naming).isGreaterThan(500).isGreaterThan(20 * red[0]);
            assertThat(blue[0]).as("%s", naming).isGreaterThan(500);
        }
    }
}
