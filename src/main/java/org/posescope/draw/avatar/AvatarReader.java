package org.posescope.draw.avatar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.VertexNormals;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;

/** Reads avatars: .vrm files of version 0.x and 1.0, and .glb files with a humanoid skeleton. */
public final class AvatarReader {
    private static final Set<String> FILE_ENDINGS = Set.of(".vrm", ".glb");
    /** Extensions of glTF without which a file says that it cannot be read, and which change nothing here or are heeded. */
    private static final Set<String> UNDERSTOOD = Set.of("VRM", "KHR_mesh_quantization", "KHR_texture_transform");
    private static final List<String> HARMLESS = List.of("VRMC_", "KHR_materials_", "KHR_lights_");
    private static final double NEARLY = 0.95;

    private AvatarReader() {}

    /** Whether a file is one of these by its name. */
    public static boolean reads(Path file) {
        String name = file.toString();
        return FILE_ENDINGS.stream().anyMatch(ending -> name.regionMatches(true,
                Math.max(0, name.length() - ending.length()), ending, 0, ending.length()));
    }

    /** @throws UserException when it cannot be read, is none, or has no humanoid skeleton */
    public static Avatar read(Path file) {
        Glb glb = Glb.read(file);
        for (JsonNode extension : glb.root().path("extensionsRequired")) {
            String needed = extension.asText();
            if (!UNDERSTOOD.contains(needed) && HARMLESS.stream().noneMatch(needed::startsWith)) {
                throw new UserException(file + " needs the glTF extension " + needed
                        + ", which cannot be read here; export it without compression");
            }
        }
        try {
            return avatar(glb, file);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new UserException(file + " is damaged or of an unusual kind: " + e.getMessage(), e);
        }
    }

    private static Avatar avatar(Glb glb, Path file) {
        NodeTree nodes = NodeTree.of(glb);
        Map<HumanBone, Integer> found = Humanoid.find(glb, nodes, file.toString());
        Affine upright = Affine.of(upright(nodes, found));
        TextureAtlas atlas = TextureAtlas.of(glb);
        FacePlan face = FacePlan.of(glb);
        AvatarSkin skin = new AvatarSkin(glb, nodes, found.get(HumanBone.HIPS), upright, atlas, face.binds());
        if (skin.triangles().length == 0) {
            throw new UserException(file + " has no triangles that could be shown");
        }
        return new Avatar(String.valueOf(file.getFileName()), surface(skin, atlas, nodes, face),
                bones(nodes, found, upright), numbers(nodes, found),
                SpringPlan.read(glb, nodes, upright, places(nodes)));
    }

    private static Avatar.Surface surface(AvatarSkin skin, TextureAtlas atlas, NodeTree nodes, FacePlan face) {
        float[] vertices = skin.places();
        float[] normals = skin.normals();
        float[] computed = new float[vertices.length];
        new VertexNormals(skin.triangles()).compute(vertices, computed);
        for (int i = 0; i < normals.length; i += 3) {
            if (normals[i] == 0 && normals[i + 1] == 0 && normals[i + 2] == 0) {
                System.arraycopy(computed, i, normals, i, 3);
            }
        }
        return new Avatar.Surface(vertices, normals, skin.triangles(), skin.uv(), skin.weights(places(nodes)),
                atlas.texture(), face.face(skin.morphs()));
    }

    /** By node its number as a bone: parents come first. */
    private static int[] places(NodeTree nodes) {
        int[] places = new int[nodes.size()];
        for (int i = 0; i < places.length; i++) {
            places[nodes.order().get(i)] = i;
        }
        return places;
    }

    private static Map<HumanBone, Integer> numbers(NodeTree nodes, Map<HumanBone, Integer> found) {
        int[] places = places(nodes);
        Map<HumanBone, Integer> numbers = new EnumMap<>(HumanBone.class);
        found.forEach((bone, node) -> numbers.put(bone, places[node]));
        return numbers;
    }

    private static List<Avatar.Bone> bones(NodeTree nodes, Map<HumanBone, Integer> found, Affine upright) {
        Map<Integer, HumanBone> human = new HashMap<>();
        found.forEach((bone, node) -> human.put(node, bone));
        int[] places = places(nodes);
        List<Avatar.Bone> bones = new ArrayList<>();
        for (int node : nodes.order()) {
            int parent = nodes.parent(node);
            bones.add(new Avatar.Bone(parent < 0 ? -1 : places[parent], upright.apply(nodes.rest(node).at()),
                    Optional.ofNullable(human.get(node))));
        }
        return bones;
    }

    /** Turns the figure to stand as the body model does: VRM 0.x looks the other way. */
    private static Rotation upright(NodeTree nodes, Map<HumanBone, Integer> found) {
        Vec3 leftLeg = nodes.rest(found.get(HumanBone.LEFT_UPPER_LEG)).at();
        Vec3 rightLeg = nodes.rest(found.get(HumanBone.RIGHT_UPPER_LEG)).at();
        Vec3 shoulders = nodes.rest(found.get(HumanBone.LEFT_UPPER_ARM)).at()
                .lerp(nodes.rest(found.get(HumanBone.RIGHT_UPPER_ARM)).at(), 0.5);
        Vec3 up = straight(shoulders.minus(leftLeg.lerp(rightLeg, 0.5)));
        return Rotation.aligning(up, straight(leftLeg.minus(rightLeg)), Vec3.Y, Vec3.X);
    }

    /** The axis that a direction nearly has, else the direction: spines are bent a little, and stand upright all the same. */
    private static Vec3 straight(Vec3 direction) {
        return Stream.of(Vec3.X, Vec3.Y, Vec3.Z).flatMap(axis -> Stream.of(axis, axis.times(-1)))
                .filter(axis -> axis.dot(direction.unit()) > NEARLY).findFirst().orElse(direction);
    }
}
