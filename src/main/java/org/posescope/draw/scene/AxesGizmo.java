package org.posescope.draw.scene;

import java.util.Comparator;
import java.util.List;

import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.Font;
import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;
import org.posescope.pose.Vector3;

/** A small cross of the world's axes in the upper right corner; an arm that points away is darker. */
final class AxesGizmo {
    /** Distance of the names from the middle, relative to the length of the arms. */
    private static final double NAME = 1.32;

    private final StageColors colors;
    private final List<Arm> arms;
    private final FontCache fonts = new FontCache(Typeface.medium());

    AxesGizmo(StageColors colors) {
        this.colors = colors;
        this.arms = List.of(new Arm("x", new Vector3(1, 0, 0), colors.xAxis()),
                new Arm("y", new Vector3(0, 1, 0), colors.yAxis()), new Arm("z", new Vector3(0, 0, 1), colors.zAxis()));
    }

    void draw(Canvas canvas, RigidTransform view) {
        double size = Math.clamp(0.045 * Math.min(canvas.width(), canvas.height()), 18, 60);
        arms.stream().sorted(Comparator.comparingDouble(arm -> -view.turn(arm.direction).z()))
                .forEach(arm -> draw(canvas, arm, view.turn(arm.direction), size));
    }

    private void draw(Canvas canvas, Arm arm, Vector3 seen, double size) {
        double x = canvas.width() - 2.1 * size;
        double y = 2.1 * size;
        int color = Argb.mix(arm.color, colors.centre(), 0.25 + 0.25 * seen.z());
        Font font = fonts.at(0.5 * size);
        canvas.line(x, y, x + size * seen.x(), y + size * seen.y(), 0.09 * size, color);
        font.draw(canvas, arm.name, x + NAME * size * seen.x() - font.width(arm.name) / 2,
                y + NAME * size * seen.y() + font.capHeight() / 2, color);
    }

    private record Arm(String name, Vector3 direction, int color) {}
}
