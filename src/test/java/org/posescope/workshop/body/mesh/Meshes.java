package org.posescope.workshop.body.mesh;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

/** Simple surfaces to test on. */
final class Meshes {
    private static final int[][] CUBE_FACES = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2},
        {1, 3, 7, 5}};

    private Meshes() {}

    /** The corners of a cube with edges of length 2 around the origin. */
    static Vec3[] cubeCorners() {
        return IntStream.range(0, 8)
                .mapToObj(k -> new Vec3((k & 1) * 2 - 1, (k >> 1 & 1) * 2 - 1, (k >> 2) * 2 - 1)).toArray(Vec3[]::new);
    }

    /** That cube subdivided some times, which comes near to a ball of radius 0.6. */
    static PolygonSurface ball(int subdivisions) {
        PolygonSurface surface = new PolygonSurface(IntStream.range(0, 8).mapToObj(Blend::of).toList(),
                Arrays.asList(CUBE_FACES));
        for (int k = 0; k < subdivisions; k++) {
            surface = surface.subdivided();
        }
        return surface;
    }

    static EditableMesh triangulated(PolygonSurface surface, double scale) {
        EditableMesh mesh = new EditableMesh();
        for (Blend blend : surface.blends()) {
            mesh.addVertex(blend, blend.at(cubeCorners()).times(scale));
        }
        for (int[] quad : surface.faces()) {
            mesh.addTriangle(quad[0], quad[1], quad[2]);
            mesh.addTriangle(quad[0], quad[2], quad[3]);
        }
        return mesh;
    }

    /** Whether every edge has one triangle on each side. */
    static boolean isClosed(List<int[]> faces) {
        Set<List<Integer>> edges = new HashSet<>();
        for (int[] face : faces) {
            for (int k = 0; k < face.length; k++) {
                if (!edges.add(List.of(face[k], face[(k + 1) % face.length]))) {
                    return false;
                }
            }
        }
        return edges.stream().allMatch(edge -> edges.contains(edge.reversed()));
    }
}
