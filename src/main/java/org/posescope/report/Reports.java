package org.posescope.report;

import java.util.Map;
import java.util.TreeMap;

import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.Percentiles;

/** Turns measured figures into the form of reports. */
final class Reports {
    private Reports() {}

    static RunReport.Times times(Percentiles percentiles) {
        return new RunReport.Times(percentiles.count(), round(percentiles.p50()), round(percentiles.p95()),
                round(percentiles.p99()),
                round(percentiles.mean()));
    }

    static Map<String, RunReport.StageTimes> stages(Figures figures) {
        Map<String, RunReport.StageTimes> stages = new TreeMap<>();
        figures.stages().forEach(
                (name, stage) -> stages.put(name,
                        new RunReport.StageTimes(times(stage.queue()), times(stage.service()))));
        return stages;
    }

    static Map<String, RunReport.Times> steps(Figures figures) {
        Map<String, RunReport.Times> steps = new TreeMap<>();
        figures.steps().forEach((name, step) -> steps.put(name, times(step)));
        return steps;
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
