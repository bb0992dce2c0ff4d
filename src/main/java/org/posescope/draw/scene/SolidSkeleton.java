package org.posescope.draw.scene;

import java.util.Arrays;
import java.util.List;

import org.posescope.draw.Confidence;
import org.posescope.draw.Palette;
import org.posescope.draw.PointKind;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.Vectors;
import org.posescope.draw.raster.Argb;
import org.posescope.pose.Bone;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Vector3;

/**
 * Joints as spheres and bones as tubes, as one mesh whose arrays are reused from frame to frame. Joints that are
 * too unsure shrink to nothing, and so do their bones.
 */
final class SolidSkeleton {
    private static final float JOINT_RADIUS = 0.027f;
    private static final float BONE_RADIUS = 0.014f;
    private static final int SIDES = 12;
    private static final int RINGS = 7;

    private final Skeleton skeleton;
    private final float[] sphere;
    private final float[] circle = new float[2 * SIDES];
    private final float[] scales;
    private final float[] vertices;
    private final float[] normals;
    private final int[] colors;
    private final Mesh mesh;

    SolidSkeleton(Skeleton skeleton, SphereMesh unit) {
        this.skeleton = skeleton;
        this.sphere = unit.vertices();
        for (int i = 0; i < SIDES; i++) {
            circle[2 * i] = (float) Math.cos(2 * Math.PI * i / SIDES);
            circle[2 * i + 1] = (float) Math.sin(2 * Math.PI * i / SIDES);
        }
        this.scales = new float[skeleton.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = (float) PointKind.of(skeleton.names().get(i)).scale();
        }
        int perSphere = sphere.length / 3;
        int count = skeleton.size() * perSphere + skeleton.bones().size() * SIDES * RINGS;
        this.vertices = new float[3 * count];
        this.normals = new float[3 * count];
        this.colors = new int[count];
        this.mesh = Mesh.colored(vertices, normals, triangles(unit.triangles(), perSphere), colors);
    }

    Skeleton skeleton() {
        return skeleton;
    }

    /** The figure that {@link #pose} was last given. */
    Mesh mesh() {
        return mesh;
    }

    private int[] triangles(int[] unit, int perSphere) {
        int perTube = 6 * SIDES * (RINGS - 1);
        int[] all = new int[skeleton.size() * unit.length + skeleton.bones().size() * perTube];
        int at = 0;
        for (int joint = 0; joint < skeleton.size(); joint++) {
            for (int corner : unit) {
                all[at++] = joint * perSphere + corner;
            }
        }
        for (int bone = 0; bone < skeleton.bones().size(); bone++) {
            int first = skeleton.size() * perSphere + bone * SIDES * RINGS;
            for (int quad = 0; quad < SIDES * (RINGS - 1); quad++) {
                int a = first + quad;
                int b = first + quad / SIDES * SIDES + (quad + 1) % SIDES;
                for (int corner : new int[] {a, b, b + SIDES, a, b + SIDES, a + SIDES}) {
                    all[at++] = corner;
                }
            }
        }
        return all;
    }

    /** Moves the figure. */
    void pose(int id, Joints3d joints, Vector3 origin) {
        List<Joint> points = joints.joints();
        for (int i = 0; i < points.size(); i++) {
            joint(i, points.get(i), origin, Palette.limb(id, skeleton.side(i)));
        }
        int first = skeleton.size() * sphere.length / 3;
        for (Bone bone : skeleton.bones()) {
            tube(first, points.get(bone.from()), points.get(bone.to()), origin,
                    BONE_RADIUS * (scales[bone.from()] + scales[bone.to()]) / 2,
                    Palette.limb(id, skeleton.side(bone)));
            first += SIDES * RINGS;
        }
    }

    private void joint(int index, Joint at, Vector3 origin, int color) {
        float radius = Confidence.shown(at.score()) ? JOINT_RADIUS * scales[index] : 0;
        int first = index * sphere.length;
        for (int k = 0; k < sphere.length; k += 3) {
            vertices[first + k] = origin.x() + at.x() + radius * sphere[k];
            vertices[first + k + 1] = origin.y() + at.y() + radius * sphere[k + 1];
            vertices[first + k + 2] = origin.z() + at.z() + radius * sphere[k + 2];
        }
        System.arraycopy(sphere, 0, normals, first, sphere.length);
        Arrays.fill(colors, first / 3, first / 3 + sphere.length / 3, Argb.mix(color, Argb.WHITE, 0.35));
    }

    private void tube(int first, Joint from, Joint to, Vector3 origin, float boneRadius, int color) {
        float radius = Confidence.shown(Math.min(from.score(), to.score())) ? boneRadius : 0;
        Vector3 axis = Vectors.unit(new Vector3(to.x() - from.x(), to.y() - from.y(), to.z() - from.z()));
        Vector3 beside = Math.abs(axis.y()) < 0.9 ? new Vector3(0, 1, 0) : new Vector3(1, 0, 0);
        Vector3 u = Vectors.unit(Vectors.cross(axis, beside));
        Vector3 v = Vectors.cross(axis, u);
        for (int i = 0; i < SIDES * RINGS; i++) {
            float cos = circle[2 * (i % SIDES)];
            float sin = circle[2 * (i % SIDES) + 1];
            int ring = i / SIDES;
            float along = ring / (RINGS - 1f);
            int at = 3 * (first + i);
            normals[at] = cos * u.x() + sin * v.x();
            normals[at + 1] = cos * u.y() + sin * v.y();
            normals[at + 2] = cos * u.z() + sin * v.z();
            vertices[at] = origin.x() + from.x() + along * (to.x() - from.x()) + radius * normals[at];
            vertices[at + 1] = origin.y() + from.y() + along * (to.y() - from.y()) + radius * normals[at + 1];
            vertices[at + 2] = origin.z() + from.z() + along * (to.z() - from.z()) + radius * normals[at + 2];
        }
        Arrays.fill(colors, first, first + SIDES * RINGS, color);
    }
}
