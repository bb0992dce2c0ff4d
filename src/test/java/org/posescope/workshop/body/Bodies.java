package org.posescope.workshop.body;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** Measures of posed bodies. */
final class Bodies {
    private static final double GRID = 1e4;

    private Bodies() {}

    static Vec3[] points(float[] coordinates) {
        Vec3[] points = new Vec3[coordinates.length / 3];
        for (int v = 0; v < points.length; v++) {
            points[v] = new Vec3(coordinates[3 * v], coordinates[3 * v + 1], coordinates[3 * v + 2]);
        }
        return points;
    }

    /** Row by row, one rotation after the other. */
    static float[] matrices(Rotation[] rotations) {
        float[] matrices = new float[rotations.length * 9];
        for (int k = 0; k < matrices.length; k++) {
            matrices[k] = (float) rotations[k / 9].matrix()[k % 9];
        }
        return matrices;
    }

    /** Width, height and depth. */
    static Vec3 size(Vec3[] points) {
        return new Vec3(Arrays.stream(points).mapToDouble(Vec3::x).max().orElseThrow()
                - Arrays.stream(points).mapToDouble(Vec3::x).min().orElseThrow(),
                Arrays.stream(points).mapToDouble(Vec3::y).max().orElseThrow()
                        - Arrays.stream(points).mapToDouble(Vec3::y).min().orElseThrow(),
                Arrays.stream(points).mapToDouble(Vec3::z).max().orElseThrow()
                        - Arrays.stream(points).mapToDouble(Vec3::z).min().orElseThrow());
    }

    /** Inside a closed surface, in cubic metres; negative when it faces inwards. */
    static double volume(Vec3[] points, int[] faces) {
        double sum = 0;
        for (int t = 0; t < faces.length; t += 3) {
            sum += points[faces[t]].dot(points[faces[t + 1]].cross(points[faces[t + 2]])) / 6;
        }
        return sum;
    }

    /**
     * How often a surface goes round a point: 1 inside, 0 outside (van Oosterom and Strackee, "The solid angle of a plane
     * triangle", 1983).
     */
    static double windingNumber(Vec3 p, Vec3[] points, int[] faces) {
        double sum = 0;
        for (int t = 0; t < faces.length; t += 3) {
            Vec3 a = points[faces[t]].minus(p);
            Vec3 b = points[faces[t + 1]].minus(p);
            Vec3 c = points[faces[t + 2]].minus(p);
            double la = a.length();
            double lb = b.length();
            double lc = c.length();
            sum += 2 * Math.atan2(a.dot(b.cross(c)),
                    la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb);
        }
        return sum / (4 * Math.PI);
    }

    /**
     * For each point the one at its mirror image, to a tenth of a millimetre.
     *
     * @throws AssertionError when there is none
     */
    static int[] mirror(Vec3[] points) {
        Map<List<Long>, Integer> at = new HashMap<>();
        for (int v = 0; v < points.length; v++) {
            at.put(cell(points[v]), v);
        }
        return Arrays.stream(points).mapToInt(p -> {
            Integer twin = at.get(cell(p.mirrored()));
            if (twin == null) {
                throw new AssertionError("no vertex at the mirror image of " + p);
            }
            return twin;
        }).toArray();
    }

    private static List<Long> cell(Vec3 p) {
        return List.of(Math.round(Math.abs(p.x()) * GRID) * (p.x() < 0 ? -1 : 1), Math.round(p.y() * GRID),
                Math.round(p.z() * GRID));
    }
}
