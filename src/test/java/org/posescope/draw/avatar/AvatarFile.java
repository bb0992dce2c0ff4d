package org.posescope.draw.avatar;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Makes avatars of boxes, one a bone, as several tools would store them. */
public final class AvatarFile {
    /** Bone, the bone it hangs on, and where it is for a figure that faces z with its left at x. */
    private static final List<Joint> BODY = List.of(new Joint("hips", "", 0, 1, 0),
            new Joint("spine", "hips", 0, 1.1, 0),
            new Joint("chest", "spine", 0, 1.25, 0), new Joint("neck", "chest", 0, 1.5, 0),
            new Joint("head", "neck", 0, 1.6, 0.02), new Joint("leftShoulder", "chest", 0.05, 1.45, 0),
            new Joint("leftUpperArm", "leftShoulder", 0.18, 1.45, 0),
            new Joint("leftLowerArm", "leftUpperArm", 0.46, 1.45, 0),
            new Joint("leftHand", "leftLowerArm", 0.72, 1.45, 0), new Joint("leftUpperLeg", "hips", 0.1, 0.95, 0),
            new Joint("leftLowerLeg", "leftUpperLeg", 0.11, 0.5, 0.01),
            new Joint("leftFoot", "leftLowerLeg", 0.11, 0.08, -0.02),
            new Joint("leftToes", "leftFoot", 0.11, 0.03, 0.12));
    /** A braid that stands out to the back. */
    private static final List<Joint> HAIR = List.of(new Joint("hair1", "head", 0, 1.75, -0.1),
            new Joint("hair2", "hair1", 0, 1.75, -0.3), new Joint("hair3", "hair2", 0, 1.75, -0.5));
    private static final Map<String, String> MIXAMO = Map.ofEntries(entry("hips", "Hips"), entry("spine", "Spine"),
            entry("chest", "Spine1"), entry("neck", "Neck"), entry("head", "Head"), entry("Shoulder", "Shoulder"),
            entry("UpperArm", "Arm"), entry("LowerArm", "ForeArm"), entry("Hand", "Hand"), entry("UpperLeg", "UpLeg"),
            entry("LowerLeg", "Leg"), entry("Foot", "Foot"), entry("Toes", "ToeBase"));
    private static final Map<String, String> UNREAL = Map.ofEntries(entry("hips", "pelvis"), entry("spine", "spine_01"),
            entry("chest", "spine_02"), entry("neck", "neck_01"), entry("head", "head"), entry("Shoulder", "clavicle"),
            entry("UpperArm", "upperarm"), entry("LowerArm", "lowerarm"), entry("Hand", "hand"),
            entry("UpperLeg", "thigh"),
            entry("LowerLeg", "calf"), entry("Foot", "foot"), entry("Toes", "ball"));

    /** Who names the bones. */
    public enum Naming {
        VRM0, VRM1, MIXAMO, UNREAL, NOBODY
    }

    private record Joint(String name, String parent, double x, double y, double z) {
        Vec3 place() {
            return new Vec3(x, y, z);
        }

        Joint mirrored() {
            return new Joint(name.replace("left", "right"), parent.replace("left", "right"), -x, y, z);
        }
    }

    private final Naming naming;
    private final double armsDown;
    private final double unit;
    private final List<Joint> joints = new ArrayList<>(BODY);
    private Optional<Hair> hair = Optional.empty();
    private boolean face;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final List<byte[]> parts = new ArrayList<>();
    private int length;

    /**
     * @param armsDown by how many degrees arms hang at rest: 0 in T-pose
     * @param unit     in metres, of the nodes below the first
     */
    public AvatarFile(Naming naming, double armsDown, double unit) {
        this.naming = naming;
        this.armsDown = armsDown;
        this.unit = unit;
    }

    /**
     * How hair swings.
     *
     * @param ball   radius of a sphere in the neck that it keeps out of; 0: none
     * @param center whether its own movement is that against the hips
     */
    public record Hair(double stiffness, double gravity, double drag, double ball, boolean center) {}

    /** With a braid of three bones. */
    public AvatarFile with(Hair swinging) {
        hair = Optional.of(swinging);
        joints.addAll(HAIR);
        return this;
    }

    /**
     * With a face: "a" lowers the under side of the head by 5 cm, and so does half of a smile; to blink with the left eye moves the left of the
     * head 2 cm forwards by half of a target of 4.
     */
    public AvatarFile withFace() {
        face = true;
        return this;
    }

    /** Which eight vertices, after as many times eight, are those of a bone. */
    public int box(String bone) {
        return List.copyOf(places().keySet()).indexOf(bone);
    }

    public Path write(Path file) {
        byte[] bytes = bytes();
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Node numbers are the order of names, plus 1. */
    private Map<String, Vec3> places() {
        Map<String, Vec3> places = new LinkedHashMap<>();
        List<Joint> all = new ArrayList<>(joints);
        BODY.stream().filter(joint -> joint.name.startsWith("left")).map(Joint::mirrored).forEach(all::add);
        for (Joint joint : all) {
            places.put(joint.name, turnedBack(lowered(joint)));
        }
        return places;
    }

    private Vec3 lowered(Joint joint) {
        int side = joint.name.startsWith("left") ? 1 : -1;
        if (!joint.name.endsWith("Arm") && !joint.name.endsWith("Hand")) {
            return joint.place();
        }
        Vec3 shoulder = new Vec3(side * 0.18, 1.45, 0);
        return shoulder
                .plus(Rotation.about(Vec3.Z, -side * Math.toRadians(armsDown)).apply(joint.place().minus(shoulder)));
    }

    /** Figures of VRM 0.x look at -z. */
    private Vec3 turnedBack(Vec3 point) {
        return naming == Naming.VRM0 ? new Vec3(-point.x(), point.y(), -point.z()) : point;
    }

    private byte[] bytes() {
        Map<String, Vec3> places = places();
        List<String> names = List.copyOf(places.keySet());
        root.putObject("asset").put("version", "2.0");
        ArrayNode nodes = root.putArray("nodes");
        ObjectNode top = nodes.addObject().put("name", "Armature");
        top.putArray("scale").add(unit).add(unit).add(unit);
        top.putArray("children").add(1);
        for (String name : names) {
            String parent = parent(name);
            Vec3 offset = places.get(name).minus(parent.isEmpty() ? Vec3.ZERO : places.get(parent)).times(1 / unit);
            ObjectNode node = nodes.addObject().put("name", called(name));
            node.putArray("translation").add(offset.x()).add(offset.y()).add(offset.z());
            ArrayNode children = JsonNodeFactory.instance.arrayNode();
            names.stream().filter(other -> parent(other).equals(name))
                    .forEach(other -> children.add(names.indexOf(other) + 1));
            if (!children.isEmpty()) {
                node.set("children", children);
            }
        }
        nodes.addObject().put("name", "Body").put("mesh", 0).put("skin", 0);
        root.putArray("scenes").addObject().putArray("nodes").add(0).add(nodes.size() - 1);
        mesh(places, names);
        describe(names);
        return assembled();
    }

    private String parent(String name) {
        String left = name.replace("right", "left");
        String parent = joints.stream().filter(joint -> joint.name.equals(left)).findFirst().orElseThrow().parent;
        return name.equals(left) ? parent : parent.replace("left", "right");
    }

    private String called(String name) {
        String part = name.replaceFirst("^(left|right)", "");
        String side = name.startsWith("left") ? "left" : name.startsWith("right") ? "right" : "";
        return switch (naming) {
            case MIXAMO ->
                "mixamorig:" + (side.isEmpty() ? "" : side.equals("left") ? "Left" : "Right") + MIXAMO.get(part);
            case UNREAL -> UNREAL.get(part) + (side.isEmpty() ? "" : "_" + side.charAt(0));
            default -> "node of " + name.hashCode();
        };
    }

    private void describe(List<String> names) {
        if (naming == Naming.VRM1) {
            ObjectNode bones = root.putObject("extensions").putObject("VRMC_vrm").put("specVersion", "1.0")
                    .putObject("humanoid").putObject("humanBones");
            names.forEach(name -> bones.putObject(name).put("node", names.indexOf(name) + 1));
            describe1(names);
        } else if (naming == Naming.VRM0) {
            ArrayNode bones = root.putObject("extensions").putObject("VRM").putObject("humanoid")
                    .putArray("humanBones");
            names.forEach(name -> bones.addObject().put("bone", name).put("node", names.indexOf(name) + 1));
            describe0(names);
        }
    }

    private void describe1(List<String> names) {
        ObjectNode extensions = (ObjectNode) root.get("extensions");
        if (face) {
            ObjectNode presets = ((ObjectNode) extensions.get("VRMC_vrm")).putObject("expressions").putObject("preset");
            bind(presets.putObject("aa").putArray("morphTargetBinds"), "node", names.size() + 1, 0, 1);
            bind(presets.putObject("blinkLeft").putArray("morphTargetBinds"), "node", names.size() + 1, 1, 0.5);
            bind(presets.putObject("happy").put("overrideBlink", "blend").putArray("morphTargetBinds"), "node",
                    names.size() + 1, 0, 0.5);
        }
        hair.ifPresent(swings -> {
            ObjectNode springs = extensions.putObject("VRMC_springBone").put("specVersion", "1.0");
            ObjectNode ball = springs.putArray("colliders").addObject().put("node", names.indexOf("neck") + 1);
            ball.putObject("shape").putObject("sphere").put("radius", swings.ball).putArray("offset").add(0).add(0)
                    .add(0);
            springs.putArray("colliderGroups").addObject().putArray("colliders").add(0);
            ObjectNode spring = springs.putArray("springs").addObject();
            if (swings.ball > 0) {
                spring.putArray("colliderGroups").add(0);
            }
            if (swings.center) {
                spring.put("center", names.indexOf("hips") + 1);
            }
            ArrayNode chain = spring.putArray("joints");
            for (Joint joint : HAIR) {
                chain.addObject().put("node", names.indexOf(joint.name) + 1).put("stiffness", swings.stiffness)
                        .put("gravityPower", swings.gravity).put("dragForce", swings.drag);
            }
        });
    }

    private void describe0(List<String> names) {
        ObjectNode vrm = (ObjectNode) root.get("extensions").get("VRM");
        if (face) {
            ArrayNode groups = vrm.putObject("blendShapeMaster").putArray("blendShapeGroups");
            bind(groups.addObject().put("presetName", "a").putArray("binds"), "mesh", 0, 0, 100);
            bind(groups.addObject().put("presetName", "blink_l").putArray("binds"), "mesh", 0, 1, 50);
            bind(groups.addObject().put("presetName", "joy").putArray("binds"), "mesh", 0, 0, 50);
        }
        hair.ifPresent(swings -> {
            ObjectNode springs = vrm.putObject("secondaryAnimation");
            ObjectNode ball = springs.putArray("colliderGroups").addObject().put("node", names.indexOf("neck") + 1);
            ball.putArray("colliders").addObject().put("radius", swings.ball).putObject("offset").put("x", 0)
                    .put("y", 0).put("z", 0);
            ObjectNode group = springs.putArray("boneGroups").addObject().put("stiffiness", swings.stiffness)
                    .put("gravityPower", swings.gravity).put("dragForce", swings.drag).put("hitRadius", 0)
                    .put("center", swings.center ? names.indexOf("hips") + 1 : -1);
            group.putObject("gravityDir").put("x", 0).put("y", -1).put("z", 0);
            group.putArray("bones").add(names.indexOf("hair1") + 1);
            group.putArray("colliderGroups");
            if (swings.ball > 0) {
                group.withArray("colliderGroups").add(0);
            }
        });
    }

    private static void bind(ArrayNode binds, String of, int number, int target, double weight) {
        binds.addObject().put(of, number).put("index", target).put("weight", weight);
    }

    /** The first one is stored sparsely, the second one with all of its zeros. */
    private void targets(ObjectNode primitive, int boxes, int head) {
        ArrayNode targets = primitive.putArray("targets");
        ByteBuffer places = buffer(4 * 2);
        ByteBuffer values = buffer(4 * 12);
        for (int corner : new int[] {0, 1, 4, 5}) {
            places.putShort((short) (8 * head + corner));
            values.putFloat(0).putFloat(-0.05f).putFloat(0);
        }
        ArrayNode all = root.withArray("/accessors");
        ObjectNode sparse = all.addObject().put("componentType", 5126).put("type", "VEC3").put("count", 8 * boxes)
                .putObject("sparse").put("count", 4);
        targets.addObject().put("POSITION", all.size() - 1);
        sparse.putObject("indices").put("bufferView", view(written(places))).put("componentType", 5123);
        sparse.putObject("values").put("bufferView", view(written(values)));
        ByteBuffer dense = buffer(boxes * 8 * 12);
        for (int corner = 0; corner < 8 * boxes; corner++) {
            // Figures of VRM 0.x look the other way.
            boolean left = Math.floorDiv(corner, 8) == head && (corner & 1) == (naming == Naming.VRM0 ? 0 : 1);
            dense.putFloat(0).putFloat(0).putFloat(left ? naming == Naming.VRM0 ? -0.04f : 0.04f : 0);
        }
        targets.addObject().put("POSITION", accessor(dense, 5126, "VEC3", boxes * 8));
    }

    private void mesh(Map<String, Vec3> places, List<String> names) {
        int boxes = names.size();
        ByteBuffer points = buffer(boxes * 8 * 12);
        ByteBuffer joints = buffer(boxes * 8 * 4);
        ByteBuffer weights = buffer(boxes * 8 * 16);
        ByteBuffer uv = buffer(boxes * 8 * 8);
        ByteBuffer corners = buffer(boxes * 36 * 2);
        ByteBuffer bind = buffer(boxes * 64);
        int[] faces = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3,
            5, 3, 7, 5};
        for (int box = 0; box < boxes; box++) {
            String name = names.get(box);
            Vec3 from = places.get(name);
            Vec3 to = end(name, places);
            for (int corner = 0; corner < 8; corner++) {
                Vec3 at = new Vec3(pick(corner, 1, from.x(), to.x()), pick(corner, 2, from.y(), to.y()),
                        pick(corner, 4, from.z(), to.z()));
                points.putFloat((float) at.x()).putFloat((float) at.y()).putFloat((float) at.z());
                joints.put((byte) box).put((byte) 0).put((byte) 0).put((byte) 0);
                weights.putFloat(1).putFloat(0).putFloat(0).putFloat(0);
                uv.putFloat(name.startsWith("left") ? 0.25f : 0.75f).putFloat(0.5f);
            }
            for (int corner : faces) {
                corners.putShort((short) (8 * box + corner));
            }
            float s = (float) (1 / unit);
            for (float number : new float[] {s, 0, 0, 0, 0, s, 0, 0, 0, 0, s, 0, (float) -from.x() * s,
                (float) -from.y() * s,
                (float) -from.z() * s, 1}) {
                bind.putFloat(number);
            }
        }
        ObjectNode primitive = root.putArray("meshes").addObject().putArray("primitives").addObject();
        ObjectNode attributes = primitive.putObject("attributes");
        attributes.put("POSITION", accessor(points, 5126, "VEC3", boxes * 8));
        attributes.put("JOINTS_0", accessor(joints, 5121, "VEC4", boxes * 8));
        attributes.put("WEIGHTS_0", accessor(weights, 5126, "VEC4", boxes * 8));
        attributes.put("TEXCOORD_0", accessor(uv, 5126, "VEC2", boxes * 8));
        primitive.put("indices", accessor(corners, 5123, "SCALAR", boxes * 36)).put("material", 0);
        if (face) {
            targets(primitive, boxes, names.indexOf("head"));
        }
        ObjectNode skin = root.putArray("skins").addObject().put("inverseBindMatrices",
                accessor(bind, 5126, "MAT4", boxes));
        ArrayNode numbers = skin.putArray("joints");
        names.forEach(name -> numbers.add(names.indexOf(name) + 1));
        root.putArray("images").addObject().put("bufferView", view(picture())).put("mimeType", "image/png");
        root.putArray("textures").addObject().put("source", 0);
        root.putArray("materials").addObject().putObject("pbrMetallicRoughness").putObject("baseColorTexture")
                .put("index", 0);
    }

    /** A box is as thick as 6 cm around the bone. */
    private static double pick(int corner, int bit, double from, double to) {
        return (corner & bit) == 0 ? Math.min(from, to) - 0.03 : Math.max(from, to) + 0.03;
    }

    private Vec3 end(String name, Map<String, Vec3> places) {
        return places.keySet().stream().filter(other -> parent(other).equals(name)).findFirst().map(places::get)
                .orElseGet(() -> places.get(name).plus(new Vec3(0, "head".equals(name) ? 0.2 : 0.01, 0)));
    }

    /** Red where the left of the figure takes its colour, blue where the right does. */
    private static byte[] picture() {
        try (Mat blue = new Mat(8, 16, opencv_core.CV_8UC3, new Scalar(200, 60, 40, 0));
                Mat red = blue.colRange(0, 8);
                Scalar color = new Scalar(40, 60, 200, 0);
                Mat fill = new Mat(8, 8, opencv_core.CV_8UC3, color);
                BytePointer encoded = new BytePointer()) {
            fill.copyTo(red);
            opencv_imgcodecs.imencode(".png", blue, encoded);
            byte[] bytes = new byte[(int) encoded.limit()];
            encoded.get(bytes);
            return bytes;
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer numbers) {
        byte[] bytes = new byte[numbers.position()];
        numbers.flip().get(bytes);
        return bytes;
    }

    private int accessor(ByteBuffer numbers, int component, String type, int count) {
        ArrayNode all = root.withArray("/accessors");
        all.addObject().put("bufferView", view(written(numbers))).put("componentType", component).put("type", type).put(
                "count",
                count);
        return all.size() - 1;
    }

    private int view(byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
        ArrayNode all = root.withArray("/bufferViews");
        all.addObject().put("buffer", 0).put("byteOffset", length).put("byteLength", bytes.length);
        parts.add(padded);
        length += padded.length;
        return all.size() - 1;
    }

    private byte[] assembled() {
        root.putArray("buffers").addObject().put("byteLength", length);
        byte[] json;
        try {
            json = new ObjectMapper().writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int text = (json.length + 3) / 4 * 4;
        ByteBuffer out = buffer(12 + 8 + text + 8 + length);
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity()).putInt(text).putInt(0x4E4F534A).put(json);
        for (int i = json.length; i < text; i++) {
            out.put((byte) ' ');
        }
        out.putInt(length).putInt(0x004E4942);
        parts.forEach(out::put);
        return written(out);
    }
}
