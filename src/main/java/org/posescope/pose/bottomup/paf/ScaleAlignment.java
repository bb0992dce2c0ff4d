package org.posescope.pose.bottomup.paf;

import java.util.Optional;

import org.posescope.pose.Vector3;

/**
 * Where a person is whose joints are known in the picture and, up to a translation, in space: at the distance at which both extend
 * alike, in the direction in which their middles agree (lightweight-human-pose-estimation-3d-demo.pytorch,
 * {@code modules/parse_poses.py}). Points are added one by one.
 */
final class ScaleAlignment {
    private static final int MOST = 32;

    private final double[] spaceX = new double[MOST];
    private final double[] spaceY = new double[MOST];
    private final double[] pictureX = new double[MOST];
    private final double[] pictureY = new double[MOST];
    private int count;

    /**
     * Adds a joint.
     *
     * @param x        in space, metres, camera axes
     * @param y        likewise
     * @param pictureX from the middle of the picture, in any unit
     * @param pictureY in the same unit
     */
    void add(double x, double y, double pictureX, double pictureY) {
        spaceX[count] = x;
        spaceY[count] = y;
        this.pictureX[count] = pictureX;
        this.pictureY[count] = pictureY;
        count++;
    }

    /**
     * What has to be added to the joints; empty when the points do not tell it.
     *
     * @param focal length, in the unit of the picture's points
     */
    Optional<Vector3> translation(double focal) {
        double middleX = mean(spaceX);
        double middleY = mean(spaceY);
        double seenX = mean(pictureX);
        double seenY = mean(pictureY);
        double inSpace = 0;
        double inPicture = 0;
        for (int i = 0; i < count; i++) {
            inSpace += square(spaceX[i] - middleX) + square(spaceY[i] - middleY);
            inPicture += square(pictureX[i] - seenX) + square(pictureY[i] - seenY);
        }
        double scale = Math.sqrt(inSpace / inPicture);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            return Optional.empty();
        }
        return Optional.of(new Vector3((float) (scale * seenX - middleX), (float) (scale * seenY - middleY),
                (float) (scale * focal)));
    }

    private double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static double square(double value) {
        return value * value;
    }
}
