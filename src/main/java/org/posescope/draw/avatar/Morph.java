package org.posescope.draw.avatar;

/**
 * By how much vertices move in one movement of a face, at rest: of those that move at all.
 *
 * @param vertices their numbers
 * @param places   x, y, z of each
 * @param normals  by how much the normals change, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Morph(int[] vertices, float[] places, float[] normals) {
    private static final int AXES = 3;

    /**
     * Moves vertices.
     *
     * @param share of the movement, 0..1
     * @param all   x, y, z of each vertex of the avatar
     */
    void move(double share, float[] all) {
        add(share, places, all);
    }

    /** Changes the normals at them. */
    void turn(double share, float[] all) {
        add(share, normals, all);
    }

    private void add(double share, float[] from, float[] to) {
        for (int i = 0; i < vertices.length; i++) {
            for (int axis = 0; axis < AXES; axis++) {
                to[AXES * vertices[i] + axis] += (float) (share * from[AXES * i + axis]);
            }
        }
    }
}
