package org.posescope.draw.mesh;

import java.util.Optional;

/** Looks up the texture of the triangle that is being drawn, perspective-correct: what is interpolated is u / z and v / z. */
final class TextureSampler {
    private static final int OPAQUE_WHITE = 0xFFFFFFFF;
    private static final int BYTE = 0xFF;

    private final Plane u = new Plane();
    private final Plane v = new Plane();
    private Optional<Texture> texture = Optional.empty();
    private int level;
    private int texel = OPAQUE_WHITE;

    void use(Optional<Texture> worn) {
        texture = worn;
        texel = OPAQUE_WHITE;
    }

    /** @param area twice the triangle's, in fixed-point pixels */
    void set(Barycentric corners, ShadedVertices vertices, int a, int b, int c, long area) {
        if (texture.isEmpty()) {
            return;
        }
        float[] near = vertices.inverseZ;
        u.set(corners, vertices.u[a] * near[a], vertices.u[b] * near[b], vertices.u[c] * near[c]);
        v.set(corners, vertices.v[a] * near[a], vertices.v[b] * near[b], vertices.v[c] * near[c]);
        double covered = Math.abs((vertices.u[b] - vertices.u[a]) * (vertices.v[c] - vertices.v[a])
                - (vertices.u[c] - vertices.u[a]) * (vertices.v[b] - vertices.v[a]));
        double size = texture.get().size();
        double pixels = (double) area / (ShadedVertices.UNITS * ShadedVertices.UNITS);
        level = texture.get().level(covered * size * size / pixels);
    }

    /** Looks at the texel of a pixel; whether it is one that is drawn. */
    boolean drawnAt(int column, int row, Plane nearness) {
        if (texture.isPresent()) {
            float z = 1 / nearness.at(column, row);
            texel = texture.get().at(level, u.at(column, row) * z, v.at(column, row) * z);
        }
        return texel >>> 24 != 0;
    }

    /** The texel that was looked at last under a light {@code 0xRRGGBB}, both as the screen has them. */
    int tint(int light) {
        if (texture.isEmpty()) {
            return light;
        }
        return product(light, 16) | product(light, 8) | product(light, 0);
    }

    private int product(int light, int shift) {
        int both = ((light >>> shift) & BYTE) * ((texel >>> shift) & BYTE);
        return ((both + BYTE / 2) / BYTE) << shift;
    }
}
