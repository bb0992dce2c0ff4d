package org.posescope.workshop.body.mesh;

import org.posescope.body.math.SparseSymmetric;
import org.posescope.body.math.Vec3;

/** The cotangent Laplacian of a closed triangle mesh, and the area that belongs to each vertex: a third of its triangles'. */
public final class MeshLaplacian {
    /** Obtuse corners would give negative weights, and with them heat that flows uphill. */
    private static final double MIN_WEIGHT = 1e-3;

    private final SparseSymmetric.Builder stiffness;
    private final double[] area;

    /** @param triangles three vertex numbers each */
    public MeshLaplacian(Vec3[] points, int[][] triangles) {
        stiffness = new SparseSymmetric.Builder(points.length);
        area = new double[points.length];
        for (int[] t : triangles) {
            double twiceArea = Triangle.normal(points[t[0]], points[t[1]], points[t[2]]).length();
            for (int k = 0; k < t.length; k++) {
                int a = t[k];
                int b = t[(k + 1) % t.length];
                Vec3 c = points[t[(k + 2) % t.length]];
                area[a] += twiceArea / 6;
                addEdge(a, b, 0.5 * points[a].minus(c).dot(points[b].minus(c)) / twiceArea);
            }
        }
    }

    private void addEdge(int a, int b, double cotangent) {
        double weight = Math.max(MIN_WEIGHT, cotangent);
        stiffness.add(a, b, -weight);
        stiffness.add(b, a, -weight);
        stiffness.add(a, a, weight);
        stiffness.add(b, b, weight);
    }

    /** The positive semidefinite matrix, for more to be added to it. */
    public SparseSymmetric.Builder stiffness() {
        return stiffness;
    }

    /** In square metres. */
    public double area(int vertex) {
        return area[vertex];
    }
}
