package org.posescope.workshop.lift.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.posescope.body.VertexNormals;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.Mesh;
import org.posescope.pose.Skeletons;

/**
 * A skirt or the skirts of a coat, which hide hips and thighs: rings around both legs from the waist to a hem. Each ring is the outline
 * of a circle around each leg and what lies between.
 *
 * @param length of thighs that it covers
 * @param wide   radius of the hem around a leg, metres
 * @param top    0 at the waist, 1 at the chest
 */
record Skirt(double length, double wide, double top, int color) {
    private static final int RINGS = 9;
    private static final int AROUND = 26;
    private static final double HIP_RADIUS = 0.125;
    private static final double WAIST_RADIUS = 0.145;

    static Skirt random(RandomGenerator random, int color) {
        return new Skirt(random.nextDouble(0.5, 1.6), random.nextDouble(0.1, 0.2), random.nextDouble(0, 0.8), color);
    }

    /**
     * The cloth on a posed body, from both sides.
     *
     * @param joints x, y, z of each
     */
    List<Mesh> on(float[] joints) {
        List<Vec3> points = new ArrayList<>();
        Vec3 left = at(joints, "left_hip");
        Vec3 right = at(joints, "right_hip");
        Vec3 waist = at(joints, "spine1").lerp(at(joints, "spine3"), top);
        for (int ring = 0; ring < RINGS; ring++) {
            double along = (double) ring / (RINGS - 1);
            double down = length * Math.max(0, along - 0.25) / 0.75;
            double toHips = Math.min(1, along / 0.25);
            Vec3 l = waist.lerp(leg(joints, "left_", down), toHips);
            Vec3 r = waist.lerp(leg(joints, "right_", down), toHips);
            double radius = toHips < 1
                    ? WAIST_RADIUS + toHips * (HIP_RADIUS - WAIST_RADIUS)
                    : HIP_RADIUS + (wide - HIP_RADIUS) * down / length;
            Vec3 across = left.minus(right).unit();
            Vec3 axis = l.plus(r).times(0.5).minus(waist.plus(0.15, waist.minus(left.lerp(right, 0.5)).unit()))
                    .without(across).unit();
            Vec3 ahead = axis.cross(across);
            for (int k = 0; k < AROUND; k++) {
                double angle = 2 * Math.PI * k / AROUND;
                Vec3 direction = across.times(Math.cos(angle)).plus(Math.sin(angle), ahead);
                Vec3 center = direction.dot(l) > direction.dot(r) ? l : r;
                points.add(center.plus(radius, direction));
            }
        }
        float[] vertices = new float[3 * points.size()];
        for (int v = 0; v < points.size(); v++) {
            vertices[3 * v] = (float) points.get(v).x();
            vertices[3 * v + 1] = (float) points.get(v).y();
            vertices[3 * v + 2] = (float) points.get(v).z();
        }
        int[] colors = new int[points.size()];
        Arrays.fill(colors, color);
        int[] outside = triangles();
        int[] inside = outside.clone();
        for (int t = 0; t < inside.length; t += 3) {
            inside[t] = outside[t + 1];
            inside[t + 1] = outside[t];
        }
        return List.of(side(vertices, outside, colors), side(vertices, inside, colors));
    }

    private static Mesh side(float[] vertices, int[] triangles, int[] colors) {
        float[] normals = new float[vertices.length];
        new VertexNormals(triangles).compute(vertices, normals);
        return Mesh.colored(vertices, normals, triangles, colors).withGloss(0.1);
    }

    private static Vec3 at(float[] joints, String name) {
        int joint = 3 * Skeletons.SMPL24.index(name);
        return new Vec3(joints[joint], joints[joint + 1], joints[joint + 2]);
    }

    private static Vec3 leg(float[] joints, String side, double thighs) {
        Vec3 hip = at(joints, side + "hip");
        Vec3 knee = at(joints, side + "knee");
        return thighs < 1 ? hip.lerp(knee, thighs) : knee.lerp(at(joints, side + "ankle"), thighs - 1);
    }

    private static int[] triangles() {
        int[] triangles = new int[6 * (RINGS - 1) * AROUND];
        int at = 0;
        for (int ring = 0; ring + 1 < RINGS; ring++) {
            for (int k = 0; k < AROUND; k++) {
                int a = ring * AROUND + k;
                int b = ring * AROUND + (k + 1) % AROUND;
                for (int corner : new int[] {a, a + AROUND, b, b, a + AROUND, b + AROUND}) {
                    triangles[at++] = corner;
                }
            }
        }
        return triangles;
    }
}
