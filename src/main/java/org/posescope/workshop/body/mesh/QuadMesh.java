package org.posescope.workshop.body.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks over a closed surface of quads. */
public final class QuadMesh {
    private static final int CORNERS = 4;

    private final int[][] quads;
    private final List<List<Integer>> quadsAt = new ArrayList<>();

    /** @param quads four vertex numbers each, below {@code vertices} */
    public QuadMesh(int[][] quads, int vertices) {
        this.quads = quads;
        for (int v = 0; v < vertices; v++) {
            quadsAt.add(new ArrayList<>());
        }
        for (int q = 0; q < quads.length; q++) {
            for (int v : quads[q]) {
                quadsAt.get(v).add(q);
            }
        }
    }

    /**
     * The closed edge loop that starts with an edge and goes straight on at every vertex.
     *
     * @throws IllegalArgumentException when the loop comes to a vertex that has not four edges
     */
    public List<Integer> edgeLoop(int first, int second) {
        List<Integer> loop = new ArrayList<>(List.of(first));
        int before = first;
        int at = second;
        while (at != first) {
            loop.add(at);
            int next = straightOn(before, at);
            before = at;
            at = next;
        }
        return loop;
    }

    private int straightOn(int before, int at) {
        if (quadsAt.get(at).size() != CORNERS) {
            throw new IllegalArgumentException("the edge loop ends at vertex " + at);
        }
        Set<Integer> beside = new LinkedHashSet<>();
        Set<Integer> neighbours = new LinkedHashSet<>();
        for (int q : quadsAt.get(at)) {
            int corner = corner(quads[q], at);
            neighbours.add(quads[q][(corner + 1) % CORNERS]);
            neighbours.add(quads[q][(corner + CORNERS - 1) % CORNERS]);
            if (corner(quads[q], before) >= 0) {
                Arrays.stream(quads[q]).forEach(beside::add);
            }
        }
        neighbours.removeAll(beside);
        return neighbours.iterator().next();
    }

    private static int corner(int[] quad, int vertex) {
        for (int k = 0; k < CORNERS; k++) {
            if (quad[k] == vertex) {
                return k;
            }
        }
        return -1;
    }

    /** The vertices that are at most some quads away from some others. */
    public BitSet around(BitSet start, int distance) {
        BitSet seen = (BitSet) start.clone();
        for (int step = 0; step < distance; step++) {
            BitSet grown = (BitSet) seen.clone();
            seen.stream().forEach(v -> quadsAt.get(v).forEach(q -> Arrays.stream(quads[q]).forEach(grown::set)));
            seen = grown;
        }
        return seen;
    }

    /** The quads that can be reached from a vertex without crossing a loop of vertices. */
    public BitSet inside(List<Integer> loop, int vertex) {
        BitSet border = new BitSet();
        loop.forEach(border::set);
        BitSet found = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(vertex));
        while (!open.isEmpty()) {
            for (int q : quadsAt.get(open.removeLast())) {
                if (!found.get(q)) {
                    found.set(q);
                    Arrays.stream(quads[q]).filter(v -> !border.get(v)).forEach(open::add);
                }
            }
        }
        return found;
    }
}
