package org.posescope.record.motion.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.Expression;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MovingPerson;

import com.fasterxml.jackson.databind.JsonNode;

class WholeBodyGlbTest {
    private static final BodyModel MODEL = DefaultBody.readWhole();
    private static final int FRAMES = 4;

    @TempDir
    Path folder;

    private final Motion motion = MovingPerson.motion(MODEL, 30, FRAMES, new MovingPerson(1), new MovingPerson(2));

    @Test
    void the_khronos_validator_finds_nothing() throws IOException, InterruptedException {
        GltfValidator validator = GltfValidator.install(Files.createDirectory(folder.resolve("validator")));
        JsonNode issues = validator.issues(write());
        assertThat(issues.get("messages")).as(issues.toPrettyString()).isEmpty();
        assertThat(issues.get("numErrors").asInt() + issues.get("numWarnings").asInt()).isZero();
    }

    @Test
    void expressions_are_morph_targets_whose_weights_are_animated() throws IOException {
        Glb glb = Glb.read(write());
        JsonNode mesh = glb.json().get("meshes").get(0);
        JsonNode targets = mesh.at("/primitives/0/targets");
        assertThat(targets).hasSize(Expression.values().length);
        assertThat(mesh.at("/extras/targetNames/2").asText()).isEqualTo("smile");
        assertThat(mesh.get("weights")).hasSize(targets.size());
        float[] smile = MODEL.expressionOffsets(Expression.SMILE.component());
        int positions = targets.get(Expression.SMILE.component()).get("POSITION").asInt();
        for (int i = 0; i < smile.length; i += 97) {
            assertThat(glb.number(positions, i)).isEqualTo((double) smile[i]);
        }

        int weights = 0;
        JsonNode animation = glb.json().get("animations").get(0);
        for (JsonNode channel : animation.get("channels")) {
            if (channel.at("/target/path").asText().equals("weights")) {
                int output = animation.get("samplers").get(channel.get("sampler").asInt()).get("output").asInt();
                assertThat(glb.json().get("accessors").get(output).get("count").asInt()).isEqualTo(FRAMES * 10);
                assertThat(glb.number(output, 10 * (FRAMES - 1) + 9)).isCloseTo(0.27, within(1e-6));
                JsonNode node = glb.json().get("nodes").get(channel.at("/target/node").asInt());
                assertThat(node.has("mesh")).isTrue();
                weights++;
            }
        }
        assertThat(weights).isEqualTo(2);
    }

    @Test
    void skeletons_have_all_55_joints() throws IOException {
        Glb glb = Glb.read(write());
        assertThat(glb.json().at("/skins/0/joints")).hasSize(55);
    }

    private Path write() {
        return new GlbFile(MODEL).write(motion, folder.resolve("whole.glb")).getFirst();
    }
}
