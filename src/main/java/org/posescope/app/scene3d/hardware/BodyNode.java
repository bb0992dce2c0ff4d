package org.posescope.app.scene3d.hardware;

import java.util.Arrays;

import org.posescope.app.scene3d.posed.PosedBody;

import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;

/** The skin of one person. A new pose replaces the points and keeps everything else. */
final class BodyNode {
    /** Little and soft: skin, not plastic. */
    private static final Color SPECULAR = Color.gray(0.10);
    private static final double SPECULAR_POWER = 18;
    private static final double GLASS = 0.38;

    private final PhongMaterial material = new PhongMaterial();
    private final MeshView view = new MeshView();
    private TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
    private int[] faces = {};

    BodyNode() {
        material.setSpecularColor(SPECULAR);
        material.setSpecularPower(SPECULAR_POWER);
        view.setMaterial(material);
        view.setCullFace(CullFace.BACK);
    }

    MeshView node() {
        return view;
    }

    /** @param glass whether what is inside shall be seen */
    void dress(Color color, boolean glass) {
        double opacity = glass ? GLASS : 1;
        // JavaFX blends what it shaded as if it were multiplied by its opacity already.
        material.setDiffuseColor(Color.color(opacity * color.getRed(), opacity * color.getGreen(),
                opacity * color.getBlue(), opacity));
    }

    void show(PosedBody body) {
        if (!Arrays.equals(faces, body.faces())) {
            faces = body.faces();
            mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
            mesh.getTexCoords().setAll(0, 0);
            mesh.getPoints().setAll(body.vertices());
            mesh.getFaces().setAll(withTexture(faces));
            int[] oneGroup = new int[faces.length / 3];
            Arrays.fill(oneGroup, 1);
            mesh.getFaceSmoothingGroups().setAll(oneGroup);
            view.setMesh(mesh);
        } else {
            mesh.getPoints().setAll(body.vertices());
        }
    }

    /** Each corner is a vertex and its only texture coordinate. */
    private static int[] withTexture(int[] corners) {
        int[] faces = new int[2 * corners.length];
        for (int i = 0; i < corners.length; i++) {
            faces[2 * i] = corners[i];
        }
        return faces;
    }
}
