package org.posescope.app.scene3d;

/**
 * A body in one pose. The arrays are never changed.
 *
 * @param vertices x, y, z of each, metres, world coordinates
 * @param normals  x, y, z at each vertex, unit length; empty where the hardware computes them
 * @param faces    three vertex numbers a triangle; the same object for each pose of one body model
 */
record PosedBody(float[] vertices, float[] normals, int[] faces) {}
