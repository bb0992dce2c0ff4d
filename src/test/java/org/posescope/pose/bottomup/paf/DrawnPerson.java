package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.List;

import org.posescope.pose.Skeletons;

/**
 * Somebody who stands upright, for drawing.
 *
 * @param middle of the body, cells of a heatmap from its left edge
 * @param top    of the body, cells from the upper edge
 * @param height cells
 */
public record DrawnPerson(double middle, double top, double height) {
    /** Height of everybody, metres. */
    public static final double METRES = 1.7;

    /** Where the points of OpenPose are in a person of width and height 1, from the middle and the top. */
    private static final double[][] POINTS = {{0, 0.08}, {0, 0.2}, {-0.12, 0.2}, {-0.18, 0.36}, {-0.2, 0.5},
        {0.12, 0.2}, {0.18, 0.36}, {0.2, 0.5}, {-0.07, 0.52}, {-0.08, 0.74}, {-0.08, 0.96}, {0.07, 0.52}, {0.08, 0.74},
        {0.08, 0.96}, {-0.03, 0.05}, {0.03, 0.05}, {-0.07, 0.07}, {0.07, 0.07}};

    public double x(int part) {
        return middle + POINTS[part][0] * height;
    }

    public double y(int part) {
        return top + POINTS[part][1] * height;
    }

    /**
     * A coordinate of a joint of {@link Skeletons#PANOPTIC19}, metres from the middle of the body, as one sees somebody who faces the
     * camera: wrists are in front of the body.
     */
    double metres(int joint, int axis) {
        String name = Skeletons.PANOPTIC19.names().get(joint);
        int part = Skeletons.OPENPOSE18.names().indexOf(name.equals("pelvis") ? "left_hip" : name);
        return switch (axis) {
            case 0 -> name.equals("pelvis") ? 0 : METRES * POINTS[part][0];
            case 1 -> METRES * (POINTS[part][1] - 0.5);
            default -> name.endsWith("_wrist") ? -0.25 : 0;
        };
    }

    /** The same people a little further on. */
    public DrawnPerson moved(double cells) {
        return new DrawnPerson(middle + cells, top, height);
    }

    /** People side by side, up to ten in a row, none over another. */
    public static List<DrawnPerson> crowd(int count, int rows, int columns) {
        List<DrawnPerson> people = new ArrayList<>();
        int lines = (count + 9) / 10;
        int perLine = (count + lines - 1) / lines;
        for (int i = 0; i < count; i++) {
            double width = (double) columns / perLine;
            double height = Math.min((rows - 4.0) / lines, width / 0.5) * (0.85 + 0.02 * (i % 5));
            int line = i / perLine;
            // Off the symmetric places, at which two pixels of a heatmap are equally high and neither is a peak.
            people.add(new DrawnPerson((i % perLine + 0.5) * width + 0.0371, 2.0193 + line * (rows - 4.0) / lines,
                    height));
        }
        return people;
    }
}
