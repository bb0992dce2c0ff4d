package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The nodes of a glTF file as they hang together. Immutable. */
final class NodeTree {
    private final List<String> names;
    private final int[] parents;
    private final List<Integer> order;
    private final List<Affine> rest;

    private NodeTree(List<String> names, int[] parents, List<Integer> order, List<Affine> rest) {
        this.names = List.copyOf(names);
        this.parents = parents;
        this.order = List.copyOf(order);
        this.rest = List.copyOf(rest);
    }

    static NodeTree of(Glb file) {
        JsonNode nodes = file.root().path("nodes");
        int[] parents = new int[nodes.size()];
        Arrays.fill(parents, -1);
        List<String> names = new ArrayList<>();
        for (int node = 0; node < parents.length; node++) {
            names.add(nodes.get(node).path("name").asText());
            for (JsonNode child : nodes.get(node).path("children")) {
                parents[file.at("nodes", child.asInt(-1)) == null ? 0 : child.asInt()] = node;
            }
        }
        List<Integer> order = order(nodes, parents);
        Affine[] rest = new Affine[parents.length];
        for (int node : order) {
            Affine own = Affine.ofNode(nodes.get(node));
            rest[node] = parents[node] < 0 ? own : rest[parents[node]].times(own);
        }
        return new NodeTree(names, parents, order, List.of(rest));
    }

    private static List<Integer> order(JsonNode nodes, int[] parents) {
        List<Integer> order = new ArrayList<>();
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] < 0) {
                order.add(node);
            }
        }
        for (int at = 0; at < order.size() && order.size() <= parents.length; at++) {
            nodes.get(order.get(at)).path("children").forEach(child -> order.add(child.asInt()));
        }
        if (order.size() != parents.length) {
            throw new IllegalArgumentException("its nodes hang on each other in a circle, or two hold the same one");
        }
        return order;
    }

    int size() {
        return parents.length;
    }

    String name(int node) {
        return names.get(node);
    }

    /** The node that one hangs on; -1 for none. */
    int parent(int node) {
        return parents[node];
    }

    /** All nodes, each after the one that it hangs on, the upper ones first. */
    List<Integer> order() {
        return order;
    }

    /** From the coordinates of a node to those of the scene, as the file has it. */
    Affine rest(int node) {
        return rest.get(node);
    }

    /** Whether a node hangs on another, however far below. */
    boolean below(int node, int above) {
        int at = parents[node];
        while (at >= 0 && at != above) {
            at = parents[at];
        }
        return at >= 0;
    }
}
