package org.posescope.workshop.demo.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.workshop.body.surface.BodyPart;

/**
 * Cuts a body's surface along its seams, so that cloth can lie above skin: a vertex on a seam becomes one vertex a side, and a
 * strip of the upper cloth, its hem, closes the step between the two. Feet are left out: shoes take their place.
 */
final class Cut {
    /** What lies above what: a hem belongs to the one that comes later. */
    private static final List<BodyPart> FROM_BELOW = List.of(BodyPart.SKIN, BodyPart.SHOES, BodyPart.HAIR,
            BodyPart.TROUSERS, BodyPart.SHIRT);

    private final Map<Vertex, Integer> numbers = new HashMap<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();

    /**
     * A vertex of the costume.
     *
     * @param source the body's vertex
     * @param cover  what it belongs to, which says where it is
     * @param cloth  what it looks like
     */
    record Vertex(int source, BodyPart cover, BodyPart cloth) {}

    private record Edge(int from, int to) {}

    Cut(int[] faces, BodyParts parts) {
        Map<Edge, BodyPart> sides = new HashMap<>();
        for (int t = 0; t < faces.length; t += 3) {
            BodyPart cover = parts.cover(t / 3);
            for (int k = 0; k < 3; k++) {
                sides.put(new Edge(faces[t + k], faces[t + (k + 1) % 3]), cover);
            }
            if (cover != BodyPart.SHOES) {
                triangles.add(new int[] {number(new Vertex(faces[t], cover, cover)),
                    number(new Vertex(faces[t + 1], cover, cover)), number(new Vertex(faces[t + 2], cover, cover))});
            }
        }
        for (int t = 0; t < faces.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                Edge edge = new Edge(faces[t + k], faces[t + (k + 1) % 3]);
                BodyPart own = parts.cover(t / 3);
                BodyPart beyond = sides.get(new Edge(edge.to, edge.from));
                if (FROM_BELOW.indexOf(own) > FROM_BELOW.indexOf(beyond)) {
                    addHem(edge, own, beyond);
                }
            }
        }
    }

    private void addHem(Edge edge, BodyPart above, BodyPart below) {
        int from = number(new Vertex(edge.from, above, above));
        int to = number(new Vertex(edge.to, above, above));
        number(new Vertex(edge.from, below, below));
        number(new Vertex(edge.to, below, below));
        int fromBelow = number(new Vertex(edge.from, below, above));
        int toBelow = number(new Vertex(edge.to, below, above));
        triangles.add(new int[] {to, from, fromBelow});
        triangles.add(new int[] {to, fromBelow, toBelow});
    }

    private int number(Vertex vertex) {
        return numbers.computeIfAbsent(vertex, fresh -> {
            vertices.add(fresh);
            return vertices.size() - 1;
        });
    }

    List<Vertex> vertices() {
        return vertices;
    }

    /** For each vertex the one at whose place it is: for the lower border of a hem that of what lies below, else itself. */
    int[] anchors() {
        return vertices.stream().mapToInt(v -> numbers.get(new Vertex(v.source, v.cover, v.cover))).toArray();
    }

    /** Three vertices of the costume each, counter-clockwise seen from outside. */
    int[] triangles() {
        return triangles.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
