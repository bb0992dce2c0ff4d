package org.posescope.workshop.lift.picture;

import java.util.random.RandomGenerator;

import org.posescope.draw.raster.Canvas;

/** Random surroundings without any meaning: planes of colour, shapes, lines, light that falls off. */
final class Backdrop {
    private Backdrop() {}

    static void paint(Canvas canvas, RandomGenerator random) {
        int width = canvas.width();
        int height = canvas.height();
        canvas.fillRectangle(0, 0, width, height, 0, Clothing.cloth(random));
        if (random.nextDouble() < 0.8) {
            double horizon = height * random.nextDouble(0.3, 0.95);
            canvas.fillRectangle(0, horizon, width, height - horizon, 0, Clothing.cloth(random));
        }
        int shapes = (int) (40 * Math.pow(random.nextDouble(), 2));
        for (int k = 0; k < shapes; k++) {
            shape(canvas, random, 0.4);
        }
    }

    /** Something anywhere in the picture. */
    static void shape(Canvas canvas, RandomGenerator random, double largest) {
        double x = random.nextDouble(-0.1, 1.1) * canvas.width();
        double y = random.nextDouble(-0.1, 1.1) * canvas.height();
        double w = Math.max(2, Math.pow(random.nextDouble(), 2) * largest * canvas.width());
        double h = Math.max(2, Math.pow(random.nextDouble(), 2) * largest * canvas.height());
        int color = Clothing.cloth(random);
        switch (random.nextInt(4)) {
            case 0 -> canvas.disc(x, y, w / 2, color);
            case 1 -> canvas.line(x, y, x + random.nextGaussian(0, w), y + random.nextGaussian(0, h),
                    random.nextDouble(1, 8), color);
            case 2 -> {
                int stripes = random.nextInt(2, 9);
                for (int k = 0; k < stripes; k++) {
                    canvas.fillRectangle(x, y + k * h / stripes, w, h / stripes / 2, 0, color);
                }
            }
            default -> canvas.fillRectangle(x, y, w, h, random.nextDouble() < 0.3 ? Math.min(w, h) / 4 : 0, color);
        }
    }
}
