package org.posescope.body.fit;

import java.util.ArrayList;
import java.util.List;

import org.posescope.pose.Skeletons;

/**
 * How far joints turn. A rotation is taken apart into a twist about the bone and a swing of the bone (Grassia 1998); each
 * part has a range. The ranges are those of healthy adults (American Academy of Orthopaedic Surgeons, "Joint Motion", 1965),
 * widened by some degrees because bodies differ and joint centres of the model are not anatomical. Outside the range the cost
 * rises with the square.
 */
final class JointLimits implements Term {
    private static final double WEIGHT = 0.03;

    private final List<Range> ranges = new ArrayList<>();
    private final double[] quaternion = new double[4];
    private final double[] swing = new double[3];
    private double twist;

    /**
     * Range of one joint, radians.
     *
     * @param bone axis of the bone in rest: 0 (x) or 1 (y)
     * @param low  lower ends for the axes x, y, z, of which {@code bone} is the twist's
     * @param high upper ends
     */
    private record Range(int joint, int bone, List<Double> low, List<Double> high) {
        double beyond(int axis, double angle) {
            return angle - Math.clamp(angle, low.get(axis), high.get(axis));
        }
    }

    JointLimits() {
        // Degrees, left side: legs hang along -y and bend about x, arms point along +x and bend about y.
        both("hip", 1, -135, 45, -55, 55, -35, 80);
        both("knee", 1, -4, 155, -30, 30, -10, 10);
        both("ankle", 1, -40, 60, -30, 30, -30, 30);
        both("collar", 0, -15, 15, -25, 25, -20, 40);
        both("shoulder", 0, -110, 110, -150, 80, -110, 110);
        both("elbow", 0, -95, 95, -155, 4, -10, 10);
        both("wrist", 0, -20, 20, -35, 35, -85, 85);
        for (String spine : List.of("spine1", "spine2", "spine3")) {
            add(joint(spine), 1, -15, 40, -22, 22, -20, 20);
        }
        add(joint("neck"), 1, -35, 35, -45, 45, -25, 25);
        add(joint("head"), 1, -35, 35, -45, 45, -25, 25);
    }

    private static int joint(String name) {
        return Skeletons.SMPL24.index(name);
    }

    private void both(String name, int bone, double... ends) {
        add(joint("left_" + name), bone, ends);
        add(joint("right_" + name), bone, ends[0], ends[1], -ends[3], -ends[2], -ends[5], -ends[4]);
    }

    private void add(int joint, int bone, double... ends) {
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            low.add(Math.toRadians(ends[2 * axis]));
            high.add(Math.toRadians(ends[2 * axis + 1]));
        }
        ranges.add(new Range(joint, bone, low, high));
    }

    @Override
    public double cost(BodyPose pose) {
        double sum = 0;
        for (Range range : ranges) {
            takeApart(pose, range);
            for (int axis = 0; axis < 3; axis++) {
                double beyond = beyond(range, axis);
                sum += WEIGHT * beyond * beyond;
            }
        }
        return sum;
    }

    @Override
    public void addTo(Equations equations, BodyPose pose) {
        for (Range range : ranges) {
            int column = equations.column(range.joint);
            if (column >= 0) {
                takeApart(pose, range);
                for (int axis = 0; axis < 3; axis++) {
                    double beyond = beyond(range, axis);
                    if (beyond != 0) {
                        equations.add(column + axis, 1, beyond, WEIGHT);
                    }
                }
            }
        }
    }

    private double beyond(Range range, int axis) {
        return range.beyond(axis, axis == range.bone ? twist : swing[axis]);
    }

    private void takeApart(BodyPose pose, Range range) {
        Matrices.quaternion(pose.local(), range.joint * Matrices.SIZE, quaternion);
        double w = quaternion[0];
        double along = quaternion[1 + range.bone];
        double length = Math.hypot(w, along);
        double c = length > 0 ? w / length : 1;
        double s = length > 0 ? along / length : 0;
        twist = 2 * Math.atan2(s, c);
        if (twist > Math.PI) {
            twist -= 2 * Math.PI;
        } else if (twist < -Math.PI) {
            twist += 2 * Math.PI;
        }
        // swing = q conj(twist) has no component along the bone, and its scalar part is the length.
        double half = Math.acos(Math.min(1, length));
        double sine = Math.sin(half);
        double scale = sine > 1e-9 ? 2 * half / sine : 2;
        int u = (range.bone + 1) % 3;
        int v = (range.bone + 2) % 3;
        swing[range.bone] = 0;
        swing[u] = scale * (c * quaternion[1 + u] - s * quaternion[1 + v]);
        swing[v] = scale * (c * quaternion[1 + v] + s * quaternion[1 + u]);
    }
}
