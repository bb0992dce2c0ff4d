package org.posescope.app.scene3d.hardware;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.app.scene3d.posed.PosedBody;
import org.posescope.draw.avatar.Avatar;

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
    private final AvatarPicture pictures;
    private TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
    private int[] faces = {};
    private Optional<Avatar> worn = Optional.empty();

    BodyNode(AvatarPicture pictures) {
        this.pictures = pictures;
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
        if (!worn.equals(body.avatar()) || !Arrays.equals(faces, body.faces())) {
            worn = body.avatar();
            faces = body.faces();
            mesh = body.avatar().map(avatar -> figure(avatar, body)).orElseGet(() -> skin(body));
            material.setDiffuseMap(body.avatar().map(Avatar::texture).map(pictures::of).orElse(null));
            view.setMesh(mesh);
        } else {
            mesh.getPoints().setAll(body.vertices());
            if (body.avatar().isPresent()) {
                mesh.getNormals().setAll(body.normals());
            }
        }
    }

    private static TriangleMesh skin(PosedBody body) {
        TriangleMesh skin = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
        skin.getTexCoords().setAll(0, 0);
        skin.getPoints().setAll(body.vertices());
        skin.getFaces().setAll(withTexture(body.faces()));
        int[] oneGroup = new int[body.faces().length / 3];
        Arrays.fill(oneGroup, 1);
        skin.getFaceSmoothingGroups().setAll(oneGroup);
        return skin;
    }

    private static TriangleMesh figure(Avatar avatar, PosedBody body) {
        TriangleMesh figure = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
        figure.getTexCoords().setAll(avatar.uv());
        figure.getPoints().setAll(body.vertices());
        figure.getNormals().setAll(body.normals());
        figure.getFaces().setAll(Arrays.stream(body.faces()).flatMap(corner -> IntStream.of(corner, corner, corner))
                .toArray());
        return figure;
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
