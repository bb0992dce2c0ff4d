package org.posescope.app.scene3d.hardware;

import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;

/**
 * Several thin tubes as one mesh whose faces never change: each a row of rings of its own radius and place in the texture.
 * JavaFX has no lines in 3D; a tube looks equally wide from everywhere.
 */
final class Tubes {
    private static final int SIDES = 4;
    private static final int POINT = 3;
    private static final int TEXTURE = 2;

    private final int rings;
    private final TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
    private final float[] points;
    private final float[] textures;

    Tubes(int lines, int rings) {
        this.rings = rings;
        this.points = new float[lines * rings * SIDES * POINT];
        this.textures = new float[lines * rings * TEXTURE];
        mesh.getPoints().setAll(points);
        mesh.getTexCoords().setAll(textures);
        int[] faces = faces(lines, rings);
        mesh.getFaces().setAll(faces);
        mesh.getFaceSmoothingGroups().setAll(new int[faces.length / 6]);
    }

    private static int[] faces(int lines, int rings) {
        int[] faces = new int[lines * (rings - 1) * SIDES * 12];
        int at = 0;
        for (int line = 0; line < lines; line++) {
            for (int ring = line * rings; ring < line * rings + rings - 1; ring++) {
                for (int side = 0; side < SIDES; side++) {
                    int a = ring * SIDES + side;
                    int b = ring * SIDES + (side + 1) % SIDES;
                    int[] two = {a, ring, b, ring, a + SIDES, ring + 1, b, ring, b + SIDES, ring + 1, a + SIDES,
                        ring + 1};
                    System.arraycopy(two, 0, faces, at, two.length);
                    at += two.length;
                }
            }
        }
        return faces;
    }

    TriangleMesh mesh() {
        return mesh;
    }

    /** Places a straight or bent line: a ring at each of its points. */
    void line(int line, float[] xyz, float[] radii) {
        for (int ring = 0; ring < rings; ring++) {
            int before = POINT * Math.max(0, ring - 1);
            int after = POINT * Math.min(rings - 1, ring + 1);
            ring(line * rings + ring, xyz, POINT * ring, radii[ring], xyz[after] - xyz[before],
                    xyz[after + 1] - xyz[before + 1], xyz[after + 2] - xyz[before + 2]);
        }
    }

    private void ring(int ring, float[] xyz, int center, float radius, float dx, float dy, float dz) {
        float length = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        float scale = length > 0 ? radius / length : 0;
        // Two vectors across: the direction's cross products with the axis that it is least along, and with that.
        boolean steep = Math.abs(dy) > 0.8f * length;
        float ux = steep ? 0 : dz;
        float uy = steep ? -dz : 0;
        float uz = steep ? dy : -dx;
        float across = (float) Math.sqrt(ux * ux + uy * uy + uz * uz);
        float unit = across > 0 ? radius / across : 0;
        float vx = across > 0 ? (dy * uz - dz * uy) * scale / across : 0;
        float vy = across > 0 ? (dz * ux - dx * uz) * scale / across : 0;
        float vz = across > 0 ? (dx * uy - dy * ux) * scale / across : 0;
        for (int side = 0; side < SIDES; side++) {
            float u = side == 0 ? unit : side == 2 ? -unit : 0;
            float v = side == 1 ? 1 : side == 3 ? -1 : 0;
            int at = POINT * (ring * SIDES + side);
            points[at] = xyz[center] + u * ux + v * vx;
            points[at + 1] = xyz[center + 1] + u * uy + v * vy;
            points[at + 2] = xyz[center + 2] + u * uz + v * vz;
        }
    }

    /** Gives the ring of a line its colour: a place in the texture, 0..1 both ways. */
    void color(int line, int ring, float u, float v) {
        int at = TEXTURE * (line * rings + ring);
        textures[at] = u;
        textures[at + 1] = v;
    }

    /** Hands what was placed to the mesh. */
    void commitPoints() {
        mesh.getPoints().setAll(points);
    }

    void commitColors() {
        mesh.getTexCoords().setAll(textures);
    }
}
