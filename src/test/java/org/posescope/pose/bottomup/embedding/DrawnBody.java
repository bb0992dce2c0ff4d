package org.posescope.pose.bottomup.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who stands upright in the input of a network.
 *
 * @param middle of the body, pixels from the left edge
 * @param top    of the body, pixels from the upper edge
 * @param height pixels
 * @param tag    by which the network knows them
 */
record DrawnBody(double middle, double top, double height, float tag) {
    /** Where the points of COCO are in a person of width and height 1, from the middle and the top. */
    private static final double[][] POINTS = {{0, 0.09}, {0.02, 0.06}, {-0.02, 0.06}, {0.05, 0.08}, {-0.05, 0.08},
        {0.12, 0.2}, {-0.12, 0.2}, {0.18, 0.36}, {-0.18, 0.36}, {0.2, 0.5}, {-0.2, 0.5}, {0.07, 0.52}, {-0.07, 0.52},
        {0.08, 0.74}, {-0.08, 0.74}, {0.08, 0.96}, {-0.08, 0.96}};

    double x(int point) {
        return middle + POINTS[point][0] * height;
    }

    double y(int point) {
        return top + POINTS[point][1] * height;
    }

    /** People in lines of up to seven, none over another, with tags two apart. */
    static List<DrawnBody> crowd(int count, int rows, int columns) {
        List<DrawnBody> people = new ArrayList<>();
        int lines = Math.max(1, (count + 6) / 7);
        int perLine = Math.max(1, (count + lines - 1) / lines);
        for (int i = 0; i < count; i++) {
            double width = (double) columns / perLine;
            double height = Math.min((rows - 16.0) / lines, width / 0.45) * (0.8 + 0.03 * (i % 4));
            double middle = (i % perLine + 0.5) * width + 0.37 * (i % 3);
            double line = Math.floorDiv(i, perLine);
            double top = 8 + line * (rows - 16) / lines + 0.61 * (i % 2);
            int turn = i * 23 % count;
            people.add(new DrawnBody(middle, top, height, 2f * turn - 5));
        }
        return people;
    }
}
