package org.posescope.draw.mesh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;

import org.posescope.testkit.Shared;

/** A real body of 6,890 vertices and 13,776 triangles: metres, x right, y down, upright around x = z = 0. */
public final class BodySample {
    private BodySample() {}

    /** The body moved to a place in front of the camera. */
    public static Mesh at(float x, float y, float z, int color) throws IOException {
        ByteBuffer points = content("data/smpl/smpl_topology_posed_0.npy");
        float[] vertices = new float[points.remaining() / Float.BYTES];
        points.asFloatBuffer().get(vertices);
        for (int i = 0; i < vertices.length; i += 3) {
            vertices[i] += x;
            vertices[i + 1] += y;
            vertices[i + 2] += z;
        }
        ByteBuffer faces = content("data/smpl/smpl_faces.npy");
        int[] triangles = new int[faces.remaining() / Integer.BYTES];
        faces.asIntBuffer().get(triangles);
        return Shapes.smooth(vertices, triangles, color);
    }

    /** The numbers of a version 1 npy file, little-endian, behind its header. */
    private static ByteBuffer content(String file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(Shared.file(file))).order(ByteOrder.LITTLE_ENDIAN);
        return all.position(10 + all.getShort(8)).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
