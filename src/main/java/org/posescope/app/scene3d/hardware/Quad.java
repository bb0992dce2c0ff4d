package org.posescope.app.scene3d.hardware;

import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;

/** A flat square. */
final class Quad {
    private Quad() {}

    /** From -1 to 1 in x and z, seen from above; the texture covers it once. */
    static TriangleMesh horizontal() {
        TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
        mesh.getPoints().setAll(-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1);
        mesh.getTexCoords().setAll(0, 0, 1, 0, 1, 1, 0, 1);
        mesh.getFaces().setAll(0, 0, 1, 1, 2, 2, 0, 0, 2, 2, 3, 3);
        return mesh;
    }
}
