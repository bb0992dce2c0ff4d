package org.posescope.draw.mesh;

import org.posescope.pose.Vector3;

/**
 * Three-point lighting as in a photo studio. Directions point from the object to the light, unit length, in the frame of
 * the camera.
 *
 * @param key  the main light, slightly warm
 * @param fill opposite of it, weak and cool, so that shadows stay readable
 * @param rim  from behind, for a bright border against the ground
 * @param up   the sky, whose light comes from everywhere above
 */
public record Lights(Vector3 key, Vector3 fill, Vector3 rim, Vector3 up) {
    /** Key light from above left of the camera; what suits a mesh over a picture. */
    public static final Lights OF_CAMERA = new Lights(new Vector3(-0.62f, -0.66f, -0.42f),
            new Vector3(0.8f, -0.1f, -0.6f),
            new Vector3(0.35f, -0.55f, 0.75f), new Vector3(0, -1, 0));

    public Lights {
        key = Vectors.unit(key);
        fill = Vectors.unit(fill);
        rim = Vectors.unit(rim);
        up = Vectors.unit(up);
    }

    /** The same lights in another frame. */
    public Lights turned(RigidTransform transform) {
        return new Lights(transform.turn(key), transform.turn(fill), transform.turn(rim), transform.turn(up));
    }
}
