package org.posescope.record.motion.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.VertexInfluences;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFrame;
import org.posescope.record.motion.MotionRecorder;
import org.posescope.record.motion.MovingPerson;
import org.posescope.record.motion.PersonMotion;
import org.posescope.record.motion.RestSkeleton;

class GlbFileTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final double MILLIMETRE = 1e-3;

    @TempDir
    Path folder;

    @Test
    void the_khronos_validator_finds_nothing() throws IOException, InterruptedException {
        GltfValidator validator = GltfValidator.install(Files.createDirectory(folder.resolve("validator")));
        Path one = write(MovingPerson.motion(MODEL, 30, 1, new MovingPerson(1)), "one.glb");
        Path many = write(MovingPerson.motion(MODEL, 29.97, 40, new MovingPerson(1), new MovingPerson(7)), "many.glb");

        for (Path file : List.of(one, many)) {
            JsonNode issues = validator.issues(file);
            assertThat(issues.get("messages")).as(issues.toPrettyString()).isEmpty();
            assertThat(issues.get("numErrors").asInt() + issues.get("numWarnings").asInt()).isZero();
        }
    }

    @Test
    void the_skinned_mesh_is_the_linear_blend_skinning_of_the_body() throws IOException {
        Motion motion = MovingPerson.motion(MODEL, 30, 30, new MovingPerson(1), new MovingPerson(2));
        Glb glb = Glb.read(write(motion, "walk.glb"));

        assertThat(glb.json().get("skins")).hasSize(2);
        for (int person = 0; person < 2; person++) {
            for (int frame : new int[] {0, 13, 29}) {
                Vec3[] expected = skinned(motion.people().get(person), frame);
                Vec3[] found = glb.skin(person, frame);
                double worst = 0;
                for (int i = 0; i < expected.length; i++) {
                    worst = Math.max(worst, found[i].distance(expected[i]));
                }
                assertThat(found).hasSameSizeAs(expected);
                assertThat(worst).isLessThan(MILLIMETRE);
            }
        }
    }

    /** Linear blend skinning with all weights of the model, in double precision. */
    private static Vec3[] skinned(PersonMotion person, int frame) {
        RestSkeleton skeleton = new RestSkeleton(MODEL, person.betas());
        MotionFrame moment = person.at(frame);
        List<Vec3> joints = skeleton.pose(moment);
        Rotation[] turns = new Rotation[24];
        for (int joint = 0; joint < 24; joint++) {
            int parent = MODEL.parents()[joint];
            Rotation own = moment.rotations().get(joint);
            turns[joint] = parent < 0 ? own : turns[parent].times(own);
        }
        float[] rest = MODEL.restVertices(person.betas());
        VertexInfluences all = MODEL.influences(MODEL.mostJointsOfAVertex());
        Vec3[] vertices = new Vec3[MODEL.vertexCount()];
        for (int v = 0; v < vertices.length; v++) {
            Vec3 sum = Vec3.ZERO;
            Vec3 vertex = new Vec3(rest[3 * v], rest[3 * v + 1], rest[3 * v + 2]);
            for (int i = v * all.perVertex(); i < (v + 1) * all.perVertex(); i++) {
                int joint = all.joint(i);
                Vec3 moved = joints.get(joint).plus(turns[joint].apply(vertex.minus(skeleton.position(joint))));
                sum = sum.plus(all.weight(i), moved);
            }
            vertices[v] = sum;
        }
        return vertices;
    }

    @Test
    void a_person_is_animated_from_the_first_to_the_last_sight_on_the_clock_of_the_run() throws IOException {
        MotionRecorder recorder = new MotionRecorder(MODEL, 10);
        MovingPerson person = new MovingPerson(1);
        for (int frame = 0; frame < 10; frame++) {
            recorder.accept(frame * 100_000L, frame < 3 || frame > 7 ? List.of() : List.of(person.person(frame)));
        }

        Glb glb = Glb.read(write(recorder.motion(), "late.glb"));

        JsonNode sampler = glb.json().at("/animations/0/samplers/0");
        JsonNode times = glb.json().get("accessors").get(sampler.get("input").asInt());
        assertThat(times.get("count").asInt()).isEqualTo(5);
        assertThat(glb.number(sampler.get("input").asInt(), 0)).isEqualTo(0.3f);
        assertThat(glb.number(sampler.get("input").asInt(), 4)).isEqualTo(0.7f);
    }

    @Test
    void people_have_colours_of_their_own() throws IOException {
        Glb glb = Glb.read(
                write(MovingPerson.motion(MODEL, 30, 1, new MovingPerson(1), new MovingPerson(2)), "colours.glb"));

        assertThat(glb.json().at("/materials/0/pbrMetallicRoughness/baseColorFactor"))
                .isNotEqualTo(glb.json().at("/materials/1/pbrMetallicRoughness/baseColorFactor"));
    }

    @Test
    void nobody_gives_no_file() {
        assertThat(new GlbFile(MODEL).write(new Motion(30, 10, List.of()), folder.resolve("none.glb"))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private Path write(Motion motion, String name) {
        return new GlbFile(MODEL).write(motion, folder.resolve(name)).getFirst();
    }
}
