package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.SparseMatrix;
import org.posescope.body.math.Vec3;

/** Gathers all triangles of a glTF file into one mesh, as it lies before posing. */
final class AvatarSkin {
    private static final int TRIANGLES = 4;
    private static final int CORNERS = 3;
    private static final int PER_SET = 4;

    private final Glb file;
    private final TextureAtlas atlas;
    private final GlbNumbers numbers;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();

    /**
     * @param joints  nodes that move it
     * @param weights of them, whose sum is 1
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Vertex(Vec3 place, Vec3 normal, float u, float v, int[] joints, float[] weights) {
        Vertex turnedOver() {
            return new Vertex(place, normal.times(-1), u, v, joints, weights);
        }
    }

    /**
     * @param hips    node of the figure; what neither hangs on it nor is moved by what does is scenery, or another figure
     * @param upright from the scene of the file to the frame in which the figure stands
     */
    AvatarSkin(Glb file, NodeTree nodes, int hips, Affine upright, TextureAtlas atlas) {
        this.file = file;
        this.atlas = atlas;
        this.numbers = new GlbNumbers(file);
        for (int node : nodes.order()) {
            JsonNode described = file.at("nodes", node);
            if (described.has("mesh")) {
                SkinBinding binding = described.has("skin")
                        ? SkinBinding.of(file, numbers, described.get("skin").asInt(), nodes, upright)
                        : SkinBinding.rigid(node, upright.times(nodes.rest(node)));
                if (binding.joints().stream().anyMatch(joint -> joint == hips || nodes.below(joint, hips))) {
                    file.at("meshes", described.get("mesh").asInt()).path("primitives")
                            .forEach(part -> add(part, binding));
                }
            }
        }
    }

    private void add(JsonNode primitive, SkinBinding binding) {
        JsonNode attributes = primitive.path("attributes");
        if (primitive.path("mode").asInt(TRIANGLES) != TRIANGLES || !attributes.has("POSITION")) {
            return;
        }
        Attributes data = Attributes.of(numbers, attributes);
        int material = primitive.path("material").asInt(file.root().path("materials").size());
        int[] indices = primitive.has("indices")
                ? numbers.indices(primitive.get("indices").asInt())
                : data.all();
        boolean both = file.root().path("materials").path(material).path("doubleSided").asBoolean();
        int firstVertex = vertices.size();
        int firstCorner = corners.size();
        Map<Integer, Integer> added = new HashMap<>();
        Arrays.stream(indices).sorted().distinct().forEach(index -> {
            added.put(index, vertices.size());
            vertices.add(vertex(data, index, binding, material));
        });
        for (int i = 0; i + 2 < indices.length; i += CORNERS) {
            int b = added.get(indices[i + 1]);
            int c = added.get(indices[i + 2]);
            triangle(added.get(indices[i]), binding.mirrors() ? c : b, binding.mirrors() ? b : c);
        }
        if (both) {
            addReverse(firstVertex, firstCorner);
        }
    }

    /** The other side of what was added last, because only fronts are drawn. */
    private void addReverse(int firstVertex, int firstCorner) {
        int more = vertices.size() - firstVertex;
        for (int i = 0; i < more; i++) {
            vertices.add(vertices.get(firstVertex + i).turnedOver());
        }
        int end = corners.size();
        for (int i = firstCorner; i < end; i += CORNERS) {
            triangle(corners.get(i) + more, corners.get(i + 2) + more, corners.get(i + 1) + more);
        }
    }

    private void triangle(int a, int b, int c) {
        corners.add(a);
        corners.add(b);
        corners.add(c);
    }

    private Vertex vertex(Attributes data, int number, SkinBinding binding, int material) {
        int[] joints = binding.joints(data.joints, number * data.influences, data.influences);
        float[] weights = binding.weights(data.weights, number * data.influences, data.influences);
        Vec3 place = binding.place(data.vector(data.places, number), joints, weights);
        Vec3 normal = data.normals.length == 0
                ? Vec3.ZERO
                : binding.normal(data.vector(data.normals, number), joints, weights);
        float u = data.uv.length == 0 ? 0 : data.uv[2 * number];
        float v = data.uv.length == 0 ? 0 : data.uv[2 * number + 1];
        return new Vertex(place, normal, atlas.u(material, u), atlas.v(material, v), binding.nodes(joints), weights);
    }

    /** Numbers of the vertices of one part of a mesh. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Attributes(float[] places, float[] normals, float[] uv, int[] joints, float[] weights,
            int influences) {
        static Attributes of(GlbNumbers numbers, JsonNode named) {
            float[] places = numbers.floats(named.get("POSITION").asInt());
            int sets = named.has("JOINTS_0") && named.has("WEIGHTS_0") ? 1 : 0;
            sets += sets > 0 && named.has("JOINTS_1") && named.has("WEIGHTS_1") ? 1 : 0;
            int width = sets * PER_SET;
            int count = places.length / CORNERS;
            int[] joints = new int[width * count];
            float[] weights = new float[width * count];
            for (int set = 0; set < sets; set++) {
                int[] ofSet = numbers.indices(named.get("JOINTS_" + set).asInt());
                float[] weightsOfSet = numbers.floats(named.get("WEIGHTS_" + set).asInt());
                for (int i = 0; i < PER_SET * count; i++) {
                    int at = i / PER_SET * width + set * PER_SET + i % PER_SET;
                    joints[at] = ofSet[i];
                    weights[at] = weightsOfSet[i];
                }
            }
            return new Attributes(places, optional(numbers, named, "NORMAL"), optional(numbers, named, "TEXCOORD_0"),
                    joints, weights, width);
        }

        private static float[] optional(GlbNumbers numbers, JsonNode named, String attribute) {
            return named.has(attribute) ? numbers.floats(named.get(attribute).asInt()) : new float[0];
        }

        int[] all() {
            int[] numbers = new int[places.length / CORNERS];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            return numbers;
        }

        Vec3 vector(float[] of, int number) {
            return new Vec3(of[CORNERS * number], of[CORNERS * number + 1], of[CORNERS * number + 2]);
        }
    }

    /** X, y, z of each vertex. */
    float[] places() {
        return coordinates(vertices.stream().map(Vertex::place).toList());
    }

    /** X, y, z of the normal at each vertex; 0 where the file has none. */
    float[] normals() {
        return coordinates(vertices.stream().map(Vertex::normal).toList());
    }

    private static float[] coordinates(List<Vec3> points) {
        float[] out = new float[CORNERS * points.size()];
        for (int i = 0; i < points.size(); i++) {
            out[CORNERS * i] = (float) points.get(i).x();
            out[CORNERS * i + 1] = (float) points.get(i).y();
            out[CORNERS * i + 2] = (float) points.get(i).z();
        }
        return out;
    }

    /** U, v of each vertex on the atlas. */
    float[] uv() {
        float[] out = new float[2 * vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            out[2 * i] = vertices.get(i).u();
            out[2 * i + 1] = vertices.get(i).v();
        }
        return out;
    }

    int[] triangles() {
        return corners.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * A row a vertex, a column a bone.
     *
     * @param bones by node the number of its bone
     */
    SparseMatrix weights(int[] bones) {
        int entries = vertices.stream().mapToInt(vertex -> vertex.joints.length).sum();
        int[] starts = new int[vertices.size() + 1];
        int[] columns = new int[entries];
        float[] values = new float[entries];
        int at = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            for (int k = 0; k < vertex.joints.length; k++) {
                columns[at] = bones[vertex.joints[k]];
                values[at++] = vertex.weights[k];
            }
            starts[i + 1] = at;
        }
        return new SparseMatrix(bones.length, starts, columns, values);
    }
}
