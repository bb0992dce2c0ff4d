package org.posescope.record.measure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.BodyModel;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBands;
import org.posescope.measure.gait.Gait;
import org.posescope.measure.series.ValueRange;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFile;
import org.posescope.record.motion.PersonMotion;

/** What was measured of a clip, to be read and printed: one HTML file with plots as inline SVG, which loads nothing. */
public final class ReportFile implements MotionFile {
    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;max-width:1080px;margin:2em auto;padding:0 1em;color:#1d2430;background:#fff}
            h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #d5dae2}
            .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(480px,1fr));gap:12px}
            figure{margin:0;break-inside:avoid}figcaption{font-weight:600}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:2px 10px;text-align:right}
            td:first-child,th:first-child{text-align:left}tr:nth-child(even){background:#f3f5f8}
            svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#56606f}
            .note{color:#56606f}
            """;

    private final BodyModel model;
    private final NormalBands normal;

    /** @param normal what is normal for angles, shaded in their plots */
    public ReportFile(BodyModel model, NormalBands normal) {
        this.model = model;
        this.normal = normal;
    }

    @Override
    public List<Path> write(Motion motion, Path file) {
        if (motion.people().isEmpty()) {
            return List.of();
        }
        String name = file.getFileName().toString();
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(name)).append("</title>\n<style>").append(STYLE)
                .append("</style></head><body>\n<h1>Motion of ")
                .append(motion.people().size() == 1 ? "one person" : motion.people().size() + " people")
                .append("</h1>\n<p class=\"note\">")
                .append(String.format(Locale.ROOT, "%.1f s at %.3g frames a second. ",
                        motion.seconds(motion.frames()), motion.fps()))
                .append("Angles of joints in degrees, from the body that was fitted to one camera's picture; "
                        + "0 is standing straight with arms hanging. Blue is left or the trunk, orange is right.")
                .append(normal.equals(NormalBands.NONE) ? "" : " What is normal is shaded.").append("</p>\n");
        for (PersonMotion person : motion.people()) {
            person(motion, MeasuredPerson.of(model, motion, person), html);
        }
        byte[] bytes = html.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        CompleteFile.write(file, out -> out.write(bytes));
        return List.of(file);
    }

    private void person(Motion motion, MeasuredPerson person, StringBuilder html) {
        html.append("<h2>").append(escaped(motion.names().getOrDefault(person.id(), "Person " + person.id())))
                .append("</h2>\n");
        person.gait().filter(gait -> !gait.steps().isEmpty()).ifPresent(gait -> gait(gait, html));
        html.append("<div class=\"plots\">\n");
        plots().forEach((title, angles) -> {
            html.append("<figure><figcaption>").append(title).append("</figcaption>");
            html.append(new AnglePlot(motion, angles.stream().map(person.degrees()::get).toList(),
                    new ReportBands(motion, person, normal).shades(angles)).svg());
            html.append("</figure>\n");
        });
        html.append("</div>\n<table><tr><th>Angle</th><th>least</th><th>greatest</th><th>range</th><th>mean</th>"
                + "<th>fastest, &deg;/s</th>")
                .append(normal.equals(NormalBands.NONE) ? "" : "<th>outside normal, %</th>")
                .append("</tr>\n");
        for (PoseAngle angle : PoseAngle.values()) {
            double[] values = person.degrees().get(angle);
            Optional<ValueRange> range = ValueRange.of(values, 0, values.length - 1);
            double fastest = Arrays.stream(person.derivative(angle, 1, motion.fps())).map(Math::abs)
                    .filter(Double::isFinite).max().orElse(Double.NaN);
            range.ifPresent(each -> html.append("<tr><td>").append(angle.title()).append("</td>")
                    .append(cells(each.low(), each.high(), each.width(), each.mean(), fastest))
                    .append(outside(motion, person, angle)).append("</tr>\n"));
        }
        html.append("</table>\n");
    }

    private String outside(Motion motion, MeasuredPerson person, PoseAngle angle) {
        return normal.equals(NormalBands.NONE)
                ? ""
                : cells(100 * new ReportBands(motion, person, normal).outside(angle).orElse(Double.NaN));
    }

    private static String cells(double... values) {
        StringBuilder cells = new StringBuilder();
        for (double value : values) {
            cells.append("<td>").append(Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "")
                    .append("</td>");
        }
        return cells.toString();
    }

    private static void gait(Gait gait, StringBuilder html) {
        html.append("<p>").append(gait.steps().size()).append(gait.steps().size() == 1 ? " step" : " steps");
        figure(gait.cadence(), ", %.0f a minute", html);
        figure(gait.stepLength(true), "; left step %.2f m", html);
        figure(gait.stepLength(false), "; right step %.2f m", html);
        html.append(".</p>\n");
    }

    private static void figure(OptionalDouble value, String format, StringBuilder html) {
        value.ifPresent(each -> html.append(String.format(Locale.ROOT, format, each)));
    }

    /** The angles that one plot shows, by its title: both sides of one together. */
    private static Map<String, List<PoseAngle>> plots() {
        Map<String, List<PoseAngle>> plots = new LinkedHashMap<>();
        for (PoseAngle angle : PoseAngle.values()) {
            if (!angle.name().startsWith("RIGHT_")) {
                String title = angle.title().replace("Left ", "");
                plots.put(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                        angle.otherSide().map(right -> List.of(angle, right)).orElse(List.of(angle)));
            }
        }
        return plots;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
