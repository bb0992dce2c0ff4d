package org.posescope.draw.mesh;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Vector3;

/**
 * Colour of a vertex under {@link Lights}, in linear light: light from the whole sky (brighter from above), wrapped diffuse
 * key and fill light, a soft highlight of the key light (Blinn 1977) and a rim where the surface turns away from the eye.
 */
final class Shader {
    private static final float SKY = 0.30f;
    private static final float GROUND = 0.07f;
    private static final float KEY = 0.92f;
    private static final float FILL = 0.16f;
    private static final float HIGHLIGHT = 0.20f;
    private static final float RIM = 0.70f;
    /** How far light reaches around the body: skin is not a hard surface. */
    private static final float WRAP = 0.12f;

    private final ToneCurve tones = new ToneCurve();
    private Lights lights = Lights.OF_CAMERA;

    void use(Lights newLights) {
        lights = newLights;
    }

    /**
     * Writes the colour of vertex {@code i}, whose camera coordinates are known, for a unit normal in the camera frame.
     *
     * @param gloss 0 without highlight and rim, 1 with all of them
     */
    void shade(int i, ShadedVertices vertices, float nx, float ny, float nz, int color, float gloss) {
        float vx = -vertices.x[i];
        float vy = -vertices.y[i];
        float vz = -vertices.z[i];
        float toEye = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz + 1e-12f);
        vx *= toEye;
        vy *= toEye;
        vz *= toEye;
        float sky = GROUND + (SKY - GROUND) * (0.5f + 0.5f * along(lights.up(), nx, ny, nz));
        float key = KEY * wrapped(along(lights.key(), nx, ny, nz));
        float fill = FILL * wrapped(along(lights.fill(), nx, ny, nz));
        float facing = Math.clamp(nx * vx + ny * vy + nz * vz, 0, 1);
        float edge = (1 - facing) * (1 - facing) * (1 - facing);
        float rim = gloss * RIM * edge * Math.max(0, 0.25f + along(lights.rim(), nx, ny, nz));
        float shine = gloss * HIGHLIGHT * highlight(nx, ny, nz, vx, vy, vz);
        float red = tones.light(Argb.red(color));
        float green = tones.light(Argb.green(color));
        float blue = tones.light(Argb.blue(color));
        vertices.red[i] = tones.encode(red * (0.97f * sky + 1.03f * key + 0.90f * fill + rim) + shine + 0.28f * rim);
        vertices.green[i] = tones.encode(green * (sky + key + fill + rim) + shine + 0.30f * rim);
        vertices.blue[i] = tones.encode(blue * (1.04f * sky + 0.95f * key + 1.12f * fill + rim) + shine + 0.32f * rim);
    }

    private static float wrapped(float cosine) {
        return Math.max(0, (cosine + WRAP) / (1 + WRAP));
    }

    private float highlight(float nx, float ny, float nz, float vx, float vy, float vz) {
        float hx = vx + lights.key().x();
        float hy = vy + lights.key().y();
        float hz = vz + lights.key().z();
        float length = (float) Math.sqrt(hx * hx + hy * hy + hz * hz + 1e-12f);
        float cosine = Math.max(0, (nx * hx + ny * hy + nz * hz) / length);
        float p2 = cosine * cosine;
        float p8 = p2 * p2 * p2 * p2;
        return p8 * p8 * p8;
    }

    private static float along(Vector3 light, float nx, float ny, float nz) {
        return light.x() * nx + light.y() * ny + light.z() * nz;
    }
}
