package org.posescope.track;

import org.posescope.pose.Box;

/**
 * Predicts where a box goes: centre and sides each with nearly constant speed, noise in proportion to the box (as in SORT,
 * Bewley et al. 2016, and ByteTrack, Zhang et al. 2022).
 */
final class BoxMotion {
    private static final double MEASUREMENT = 0.05;
    private static final double FIRST_SPEED = 0.5;
    private static final double ACCELERATION = 0.7;

    private final CoordinateFilter centerX;
    private final CoordinateFilter centerY;
    private final CoordinateFilter width;
    private final CoordinateFilter height;

    BoxMotion(Box box) {
        double size = size(box);
        centerX = new CoordinateFilter(box.centerX(), MEASUREMENT * size, FIRST_SPEED * size);
        centerY = new CoordinateFilter(box.centerY(), MEASUREMENT * size, FIRST_SPEED * size);
        width = new CoordinateFilter(box.width(), MEASUREMENT * size, FIRST_SPEED * size);
        height = new CoordinateFilter(box.height(), MEASUREMENT * size, FIRST_SPEED * size);
    }

    Box predict(double dt) {
        double acceleration = ACCELERATION * size(box());
        centerX.predict(dt, acceleration);
        centerY.predict(dt, acceleration);
        width.predict(dt, acceleration);
        height.predict(dt, acceleration);
        return box();
    }

    void correct(Box measured) {
        double deviation = MEASUREMENT * size(measured);
        centerX.correct(measured.centerX(), deviation);
        centerY.correct(measured.centerY(), deviation);
        width.correct(measured.width(), deviation);
        height.correct(measured.height(), deviation);
    }

    private Box box() {
        float w = (float) Math.max(1, width.position());
        float h = (float) Math.max(1, height.position());
        return new Box((float) centerX.position() - w / 2, (float) centerY.position() - h / 2, w, h);
    }

    private static double size(Box box) {
        return Math.max(1, Math.max(box.width(), box.height()));
    }
}
