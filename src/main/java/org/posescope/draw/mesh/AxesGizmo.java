package org.posescope.draw.mesh;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;
import org.posescope.pose.Vector3;

/** A small cross of the world's axes in the lower left corner; the farthest arm is drawn first. */
final class AxesGizmo {
    private static final int[] COLORS = {0xFFE05A55, 0xFF6CC46A, 0xFF4F8CF0};
    private static final String[] NAMES = {"x", "y", "z"};
    private static final Vector3[] ARMS = {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)};

    private final FontCache fonts = new FontCache(Typeface.medium());

    void draw(Canvas canvas, RigidTransform view) {
        double size = Math.clamp(0.045 * Math.min(canvas.width(), canvas.height()), 18, 60);
        Font font = fonts.at(0.5 * size);
        double x = 2.1 * size;
        double y = canvas.height() - 2.1 * size;
        for (int i = 0; i < ARMS.length; i++) {
            int arm = nth(view, i);
            Vector3 seen = view.turn(ARMS[arm]);
            double endX = x + size * seen.x();
            double endY = y + size * seen.y();
            int color = Argb.mix(COLORS[arm], 0xFF23272E, 0.25 + 0.25 * seen.z());
            canvas.line(x, y, endX, endY, 0.09 * size, color);
            font.draw(canvas, NAMES[arm], x + 1.32 * size * seen.x() - font.width(NAMES[arm]) / 2,
                    y + 1.32 * size * seen.y() + 0.18 * size, color);
        }
    }

    /** The arm that is the n-th farthest from the camera. */
    private static int nth(RigidTransform view, int n) {
        for (int arm = 0; arm < ARMS.length; arm++) {
            int farther = 0;
            for (int other = 0; other < ARMS.length; other++) {
                float difference = view.turn(ARMS[other]).z() - view.turn(ARMS[arm]).z();
                farther += difference > 0 || (difference == 0 && other < arm) ? 1 : 0;
            }
            if (farther == n) {
                return arm;
            }
        }
        throw new IllegalStateException("a view without an order of axes");
    }
}
