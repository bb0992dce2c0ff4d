package org.posescope.app.measure;

import org.posescope.app.timeline.Stretch;
import org.posescope.measure.band.GaitCycles;
import org.posescope.measure.band.NormalBand;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Shades between which degrees an angle is normal.
 *
 * @param left of the plot
 * @param top  likewise
 * @param wide likewise
 * @param tall likewise
 */
record BandPainter(GraphicsContext graphics, double left, double top, double wide, double tall) {
    private static final double SHADE = 0.15;
    private static final double EDGE = 0.45;

    void draw(NormalBand band, GaitCycles cycles, Stretch seen, ValueAxis axis, Color color) {
        graphics.setLineWidth(1);
        graphics.setLineDashes();
        graphics.setFill(color.deriveColor(0, 1, 1, SHADE));
        graphics.setStroke(color.deriveColor(0, 1, 1, EDGE));
        int columns = (int) Math.ceil(wide) + 1;
        double[] x = new double[columns];
        double[] low = new double[columns];
        double[] high = new double[columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            double micros = seen.from() + (seen.to() - seen.from()) * column / wide;
            double percent = band.ofGait() ? cycles.percent(Math.round(micros)) : 0;
            if (Double.isNaN(percent)) {
                shade(x, low, high, count);
                count = 0;
            } else {
                x[count] = left + column;
                low[count] = top + tall * axis.fraction(band.low(percent));
                high[count] = top + tall * axis.fraction(band.high(percent));
                count++;
            }
        }
        shade(x, low, high, count);
    }

    private void shade(double[] x, double[] low, double[] high, int count) {
        if (count == 0) {
            return;
        }
        double[] around = new double[2 * count];
        double[] edge = new double[2 * count];
        for (int i = 0; i < count; i++) {
            around[i] = x[i];
            edge[i] = low[i];
            around[2 * count - 1 - i] = x[i];
            edge[2 * count - 1 - i] = high[i];
        }
        graphics.fillPolygon(around, edge, 2 * count);
        graphics.strokePolyline(x, low, count);
        graphics.strokePolyline(x, high, count);
    }
}
