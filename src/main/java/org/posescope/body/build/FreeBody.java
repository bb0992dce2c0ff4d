package org.posescope.body.build;

/**
 * The finished body, in the terms of the SMPL format.
 *
 * @param template  V points in T-pose, their mean at the origin
 * @param joints    of the template
 * @param triangles T x 3
 * @param shapes    components x 3V, metres a unit of beta
 * @param poses     23 joints, each V x 3 x 9, metres: see {@link PoseCorrectives}
 * @param regressor joints x V
 * @param weights   V x joints
 * @param parts     V
 * @param faceParts T
 */
record FreeBody(Vec3[] template, Vec3[] joints, int[][] triangles, double[][] shapes, double[][] poses,
        double[][] regressor, double[][] weights, BodyPart[] parts, BodyPart[] faceParts) {}
