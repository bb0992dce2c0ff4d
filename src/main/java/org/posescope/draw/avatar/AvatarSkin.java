package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.SparseMatrix;
import org.posescope.body.math.Vec3;

/** Gathers all triangles of a glTF file into one mesh, as it lies before posing. */
final class AvatarSkin {
    private static final int TRIANGLES = 4;
    private static final int CORNERS = 3;

    private final Glb file;
    private final TextureAtlas atlas;
    private final GlbNumbers numbers;
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();
    private final MorphSums morphs = new MorphSums();

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
     * @param binds   targets of meshes that its face needs
     */
    AvatarSkin(Glb file, NodeTree nodes, int hips, Affine upright, TextureAtlas atlas, List<FaceBind> binds) {
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
                    int number = described.get("mesh").asInt();
                    JsonNode mesh = file.at("meshes", number);
                    MorphTargets targets = new MorphTargets(numbers, morphs, mesh, described.has("weights")
                            ? described.get("weights")
                            : mesh.path("weights"), binds.stream().filter(bind -> bind.of(node, number)).toList());
                    mesh.path("primitives").forEach(part -> add(part, binding, targets));
                }
            }
        }
    }

    private void add(JsonNode primitive, SkinBinding binding, MorphTargets targets) {
        JsonNode attributes = primitive.path("attributes");
        if (primitive.path("mode").asInt(TRIANGLES) != TRIANGLES || !attributes.has("POSITION")) {
            return;
        }
        MeshPart part = new MeshPart(numbers, attributes, binding);
        int material = primitive.path("material").asInt(file.root().path("materials").size());
        int[] indices = primitive.has("indices") ? numbers.indices(primitive.get("indices").asInt()) : part.all();
        boolean both = file.root().path("materials").path(material).path("doubleSided").asBoolean();
        int firstVertex = vertices.size();
        int firstCorner = corners.size();
        Map<Integer, Integer> added = new TreeMap<>();
        Arrays.stream(indices).sorted().distinct().forEach(index -> {
            added.put(index, vertices.size());
            vertices.add(vertex(part, index, material));
        });
        for (int i = 0; i + 2 < indices.length; i += CORNERS) {
            int b = added.get(indices[i + 1]);
            int c = added.get(indices[i + 2]);
            triangle(added.get(indices[i]), part.mirrors() ? c : b, part.mirrors() ? b : c);
        }
        if (both) {
            addReverse(firstVertex, firstCorner);
        }
        targets.add(primitive.path("targets"), part, added, both ? added.size() : 0);
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

    private Vertex vertex(MeshPart part, int number, int material) {
        return new Vertex(part.place(number), part.normal(number), atlas.u(material, part.u(number)),
                atlas.v(material, part.v(number)), part.nodes(number), part.weights(number));
    }

    /** X, y, z of each vertex. */
    float[] places() {
        float[] places = coordinates(vertices.stream().map(Vertex::place).toList());
        morphs.resting().whole().move(1, places);
        return places;
    }

    /** X, y, z of the normal at each vertex; 0 where the file has none. */
    float[] normals() {
        float[] normals = coordinates(vertices.stream().map(Vertex::normal).toList());
        morphs.resting().whole().turn(1, normals);
        return normals;
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

    /** What its face can do, of what was asked for. */
    Map<FaceMovement, Morph> morphs() {
        return morphs.byMovement();
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
