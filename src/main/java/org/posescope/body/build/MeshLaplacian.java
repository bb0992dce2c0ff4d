package org.posescope.body.build;

/** The cotangent Laplacian of a closed triangle mesh, and the area that belongs to each vertex (a third of its triangles'). */
record MeshLaplacian(SparseSymmetric.Builder stiffness, double[] area) {

    static MeshLaplacian of(Vec3[] points, int[][] triangles) {
        SparseSymmetric.Builder stiffness = new SparseSymmetric.Builder(points.length);
        double[] area = new double[points.length];
        for (int[] t : triangles) {
            double twiceArea = EditableMesh.normal(points[t[0]], points[t[1]], points[t[2]]).length();
            for (int k = 0; k < 3; k++) {
                int a = t[k];
                int b = t[(k + 1) % 3];
                int c = t[(k + 2) % 3];
                area[a] += twiceArea / 6;
                Vec3 ca = points[a].minus(points[c]);
                Vec3 cb = points[b].minus(points[c]);
                // Obtuse corners would give negative weights, and with them heat that flows uphill.
                double weight = Math.max(1e-3, 0.5 * ca.dot(cb) / twiceArea);
                stiffness.add(a, b, -weight);
                stiffness.add(b, a, -weight);
                stiffness.add(a, a, weight);
                stiffness.add(b, b, weight);
            }
        }
        return new MeshLaplacian(stiffness, area);
    }
}
