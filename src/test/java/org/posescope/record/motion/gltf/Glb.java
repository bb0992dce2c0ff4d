package org.posescope.record.motion.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Reads a binary glTF file and skins its meshes by the formulas of the specification. */
final class Glb {
    private final JsonNode json;
    private final ByteBuffer binary;

    private Glb(JsonNode json, ByteBuffer binary) {
        this.json = json;
        this.binary = binary;
    }

    static Glb read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt()).isEqualTo(0x46546C67);
        assertThat(bytes.getInt()).isEqualTo(2);
        assertThat(bytes.getInt()).isEqualTo(bytes.capacity());
        byte[] text = new byte[bytes.getInt()];
        bytes.getInt();
        bytes.get(text);
        int length = bytes.getInt();
        bytes.getInt();
        return new Glb(new ObjectMapper().readTree(text), bytes.slice(bytes.position(), length)
                .order(ByteOrder.LITTLE_ENDIAN));
    }

    JsonNode json() {
        return json;
    }

    double number(int accessor, int index) {
        JsonNode described = json.get("accessors").get(accessor);
        int start = json.get("bufferViews").get(described.get("bufferView").asInt()).get("byteOffset").asInt()
                + described.get("byteOffset").asInt();
        return switch (described.get("componentType").asInt()) {
            case 5126 -> binary.getFloat(start + 4 * index);
            case 5125 -> binary.getInt(start + 4 * index);
            default -> binary.get(start + index);
        };
    }

    private Vec3 vector(int accessor, int index) {
        return new Vec3(number(accessor, 3 * index), number(accessor, 3 * index + 1),
                number(accessor, 3 * index + 2));
    }

    /** The vertices of a person at a key of their animation: sums of what the joints of a vertex make of it. */
    Vec3[] skin(int person, int key) {
        JsonNode skin = json.get("skins").get(person);
        JsonNode joints = skin.get("joints");
        Rotation[] turns = new Rotation[joints.size()];
        Vec3[] places = new Vec3[joints.size()];
        pose(key, joints.get(0).asInt(), joints.get(0).asInt(), Rotation.IDENTITY, Vec3.ZERO, turns, places);
        JsonNode attributes = json.get("meshes").get(person).get("primitives").get(0).get("attributes");
        int positions = attributes.get("POSITION").asInt();
        Vec3[] vertices = new Vec3[json.get("accessors").get(positions).get("count").asInt()];
        int inverse = skin.get("inverseBindMatrices").asInt();
        for (int v = 0; v < vertices.length; v++) {
            Vec3 sum = Vec3.ZERO;
            for (int i = 4 * v; i < 4 * v + 4; i++) {
                int joint = (int) number(attributes.get("JOINTS_0").asInt(), i);
                Vec3 shift = new Vec3(number(inverse, 16 * joint + 12), number(inverse, 16 * joint + 13),
                        number(inverse, 16 * joint + 14));
                Vec3 moved = places[joint].plus(turns[joint].apply(vector(positions, v).plus(shift)));
                sum = sum.plus(number(attributes.get("WEIGHTS_0").asInt(), i), moved);
            }
            vertices[v] = sum;
        }
        return vertices;
    }

    private void pose(int key, int first, int node, Rotation turn, Vec3 place, Rotation[] turns,
            Vec3[] places) {
        JsonNode described = json.get("nodes").get(node);
        JsonNode rest = described.get("translation");
        Vec3 offset = new Vec3(rest.get(0).asDouble(), rest.get(1).asDouble(), rest.get(2).asDouble());
        Rotation own = Rotation.IDENTITY;
        JsonNode animation = json.at("/animations/0");
        for (JsonNode channel : animation.get("channels")) {
            int output = animation.get("samplers").get(channel.get("sampler").asInt()).get("output").asInt();
            if (channel.at("/target/node").asInt() == node && channel.at("/target/path").asText().equals("rotation")) {
                own = new Rotation(number(output, 4 * key + 3), number(output, 4 * key), number(output, 4 * key + 1),
                        number(output, 4 * key + 2));
            } else if (channel.at("/target/node").asInt() == node) {
                offset = vector(output, key);
            }
        }
        turns[node - first] = turn.times(own);
        places[node - first] = place.plus(turn.apply(offset));
        for (JsonNode child : described.path("children")) {
            pose(key, first, child.asInt(), turns[node - first], places[node - first], turns, places);
        }
    }
}
