package org.posescope.app.measure;

import java.util.Map;

import org.posescope.draw.PersonNames;
import org.posescope.frame.source.Span;
import org.posescope.measure.series.CurveRuns;
import org.posescope.record.motion.FixedPoint;

/** Curves as text for a table: a row a frame, seconds and degrees; a field is empty where somebody was out of sight. */
final class CurvesCsv {
    private static final double SECOND = 1e6;
    private static final int TIME_DECIMALS = 6;
    private static final int ANGLE_DECIMALS = 3;

    private CurvesCsv() {}

    /** @param span of the rows */
    static String of(AngleSeries series, Span span, PersonNames names) {
        StringBuilder text = new StringBuilder("time_s");
        for (Curve curve : series.degrees().keySet()) {
            text.append(',').append(quoted(names.of(curve.person()) + " " + curve.angle().id()));
        }
        text.append('\n');
        long[] micros = series.micros();
        for (int i = CurveRuns.place(micros, span.fromMicros()); i < micros.length
                && micros[i] <= span.toMicros(); i++) {
            FixedPoint.append(text, micros[i] / SECOND, TIME_DECIMALS);
            for (Map.Entry<Curve, double[]> curve : series.degrees().entrySet()) {
                text.append(',');
                if (!Double.isNaN(curve.getValue()[i])) {
                    FixedPoint.append(text, curve.getValue()[i], ANGLE_DECIMALS);
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^,\"\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
