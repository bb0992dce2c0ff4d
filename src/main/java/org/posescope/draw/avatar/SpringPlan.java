package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.math.Vec3;

/**
 * What a VRM file says of bones that swing: {@code VRMC_springBone} in version 1.0, {@code VRM.secondaryAnimation} in 0.x, whose vectors
 * have their z the other way round.
 */
final class SpringPlan {
    /** The last bone of a chain of version 0.x is so long, metres. */
    private static final double LAST_LENGTH = 0.07;

    private final NodeTree nodes;
    private final Affine upright;
    private final int[] numbers;
    private final List<Springs.Collider> colliders = new ArrayList<>();
    private final List<List<Integer>> groups = new ArrayList<>();
    private final Map<Integer, Springs.Bone> bones = new TreeMap<>();

    /** How bones of a chain swing. */
    private record Manner(double stiffness, double drag, Vec3 gravity, double radius, List<Integer> colliders,
            int center) {}

    private SpringPlan(NodeTree nodes, Affine upright, int[] numbers) {
        this.nodes = nodes;
        this.upright = upright;
        this.numbers = numbers;
    }

    /**
     * Reads it.
     *
     * @param upright from the scene of the file to the frame in which the figure stands
     * @param numbers by node the number of its bone
     * @throws IllegalArgumentException when it names what is not there
     */
    static Springs read(Glb file, NodeTree nodes, Affine upright, int[] numbers) {
        JsonNode extensions = file.root().path("extensions");
        SpringPlan plan = new SpringPlan(nodes, upright, numbers);
        if (extensions.has("VRMC_springBone")) {
            plan.version1(extensions.get("VRMC_springBone"));
        } else {
            plan.version0(extensions.path("VRM").path("secondaryAnimation"));
        }
        return new Springs(plan.bones.values().stream().sorted(Comparator.comparingInt(Springs.Bone::number)).toList(),
                plan.colliders);
    }

    private void version1(JsonNode said) {
        for (JsonNode collider : said.path("colliders")) {
            int node = node(collider.path("node"));
            JsonNode capsule = collider.path("shape").path("capsule");
            JsonNode shape = capsule.isMissingNode() ? collider.path("shape").path("sphere") : capsule;
            Vec3 offset = vector(shape.path("offset"), Vec3.ZERO);
            addCollider(node, offset, capsule.isMissingNode() ? offset : vector(capsule.path("tail"), offset),
                    number(shape, "radius", 0));
        }
        for (JsonNode group : said.path("colliderGroups")) {
            groups.add(places(group.path("colliders"), colliders.size(), "colliders"));
        }
        for (JsonNode spring : said.path("springs")) {
            List<Integer> kept = collidersOf(spring.path("colliderGroups"));
            int center = spring.has("center") ? numbers[node(spring.get("center"))] : -1;
            JsonNode joints = spring.path("joints");
            for (int i = 0; i + 1 < joints.size(); i++) {
                JsonNode joint = joints.get(i);
                int node = node(joint.path("node"));
                int next = node(joints.get(i + 1).path("node"));
                if (!nodes.below(next, node)) {
                    throw new IllegalArgumentException("a chain of its springs goes on where no bone hangs on another");
                }
                Vec3 down = vector(joint.path("gravityDir"), Vec3.Y.times(-1)).unit();
                addBone(node, place(next).minus(place(node)), new Manner(number(joint, "stiffness", 1),
                        number(joint, "dragForce", 0.5), down.times(number(joint, "gravityPower", 0)),
                        number(joint, "hitRadius", 0), kept, center));
            }
        }
    }

    private void version0(JsonNode said) {
        for (JsonNode group : said.path("colliderGroups")) {
            int node = node(group.path("node"));
            List<Integer> own = new ArrayList<>();
            for (JsonNode sphere : group.path("colliders")) {
                Vec3 offset = reversed(sphere.path("offset"), Vec3.ZERO);
                own.add(colliders.size());
                addCollider(node, offset, offset, number(sphere, "radius", 0));
            }
            groups.add(own);
        }
        for (JsonNode group : said.path("boneGroups")) {
            // The specification of 0.x calls it so.
            Vec3 down = reversed(group.path("gravityDir"), Vec3.Y.times(-1)).unit();
            int center = group.path("center").asInt(-1) < 0 ? -1 : numbers[node(group.get("center"))];
            Manner manner = new Manner(number(group, "stiffiness", 1), number(group, "dragForce", 0.4),
                    down.times(number(group, "gravityPower", 0)), number(group, "hitRadius", 0.02),
                    collidersOf(group.path("colliderGroups")), center);
            for (JsonNode root : group.path("bones")) {
                int top = node(root);
                for (int node : nodes.order()) {
                    if (node == top || nodes.below(node, top)) {
                        addBone(node, tail(node), manner);
                    }
                }
            }
        }
    }

    /** To the first bone that hangs on it, else on in the direction in which it hangs itself. */
    private Vec3 tail(int node) {
        return nodes.order().stream().filter(child -> nodes.parent(child) == node).findFirst()
                .map(child -> place(child).minus(place(node))).orElseGet(() -> nodes.parent(node) < 0
                        ? Vec3.ZERO
                        : place(node).minus(place(nodes.parent(node))).unit().times(LAST_LENGTH));
    }

    private void addBone(int node, Vec3 tail, Manner manner) {
        bones.put(node, new Springs.Bone(numbers[node], tail, manner.stiffness, Math.clamp(manner.drag, 0, 1),
                upright.turn(manner.gravity), manner.radius * size(node), manner.colliders, manner.center));
    }

    private void addCollider(int node, Vec3 offset, Vec3 tail, double radius) {
        colliders.add(new Springs.Collider(numbers[node], at(node, offset), at(node, tail), radius * size(node)));
    }

    /** Of a point in the coordinates of a node: from the node, in the frame of the avatar. */
    private Vec3 at(int node, Vec3 offset) {
        return upright.turn(nodes.rest(node).turn(offset));
    }

    private Vec3 place(int node) {
        return upright.apply(nodes.rest(node).at());
    }

    /** How much larger than in its own coordinates what belongs to a node is. */
    private double size(int node) {
        return nodes.rest(node).x().length();
    }

    private List<Integer> collidersOf(JsonNode ofGroups) {
        return places(ofGroups, groups.size(), "groups of colliders").stream()
                .flatMap(group -> groups.get(group).stream())
                .distinct().toList();
    }

    private static List<Integer> places(JsonNode all, int count, String what) {
        List<Integer> places = new ArrayList<>();
        for (JsonNode each : all) {
            int place = each.asInt(-1);
            if (place < 0 || place >= count) {
                throw new IllegalArgumentException("its springs need " + place + " of " + count + " " + what);
            }
            places.add(place);
        }
        return places;
    }

    private int node(JsonNode said) {
        int node = said.asInt(-1);
        if (node < 0 || node >= nodes.size()) {
            throw new IllegalArgumentException("its springs need node " + node + ", which is not there");
        }
        return node;
    }

    private static double number(JsonNode of, String name, double otherwise) {
        double number = of.path(name).asDouble(otherwise);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a " + name + " of its springs is no number");
        }
        return number;
    }

    /** Of three numbers in a row. */
    private static Vec3 vector(JsonNode three, Vec3 otherwise) {
        return finite(new Vec3(three.path(0).asDouble(otherwise.x()), three.path(1).asDouble(otherwise.y()),
                three.path(2).asDouble(otherwise.z())));
    }

    /** Of three that are named. */
    private static Vec3 reversed(JsonNode three, Vec3 otherwise) {
        return finite(new Vec3(three.path("x").asDouble(otherwise.x()), three.path("y").asDouble(otherwise.y()),
                0 - three.path("z").asDouble(otherwise.z())));
    }

    private static Vec3 finite(Vec3 vector) {
        if (!Double.isFinite(vector.length())) {
            throw new IllegalArgumentException("a direction of its springs is no direction");
        }
        return vector;
    }
}
