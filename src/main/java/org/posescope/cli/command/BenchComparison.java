package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.posescope.bench.ModelComparison.Speed;
import org.posescope.bench.Spread;
import org.posescope.cli.console.TextTable;
import org.posescope.cli.option.BoxSource;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.error.UserException;
import org.posescope.eval.coco.CocoAnnotations;
import org.posescope.eval.coco.CocoAnnotationsReader;
import org.posescope.eval.coco.CocoEvaluation;
import org.posescope.model.ModelStore;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.report.CocoReport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Several presets, models or files side by side: how fast they are and, on annotated pictures, how exact. */
final class BenchComparison {
    private static final String TOGETHER = "\\+";

    private final NetworkSupply supply;
    private final ModelStore store;

    BenchComparison(NetworkSupply supply, ModelStore store) {
        this.supply = supply;
        this.store = store;
    }

    /** What was found of one of them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Row(@JsonProperty("name") String name, @JsonProperty("speed") Speed speed,
            @JsonProperty("accuracy") Optional<CocoReport> accuracy) {}

    /**
     * The plans of what is compared, by its names.
     *
     * @param names each a preset, or one or more models or files joined by {@code +}
     * @param usual for all else
     * @throws UserException when fewer than two different ones are named
     */
    Map<String, Plan> plans(List<String> names, Plan usual) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<String> presets = store.catalog().presets().stream().map(preset -> preset.id()).toList();
        for (String name : names) {
            NetworkChoice choice = usual.networks();
            plans.put(name, usual.withNetworks(presets.contains(name)
                    ? choice.withPreset(name)
                    : choice.withModels(List.of(name.split(TOGETHER)))));
        }
        if (plans.size() < 2) {
            throw new UserException("--compare takes two or more presets, models or files, by commas");
        }
        return plans;
    }

    /** How exact each of them is on annotated pictures, in their order. */
    Map<String, CocoReport> accuracies(Map<String, Plan> plans, Path annotations, Path images)
            throws InterruptedException {
        CocoAnnotations truth = CocoAnnotationsReader.read(annotations);
        Map<String, CocoReport> reports = new LinkedHashMap<>();
        for (Map.Entry<String, Plan> each : plans.entrySet()) {
            Plan plan = EvalCocoCommand.ofStills(each.getValue(), each.getValue().machine());
            CocoFindings findings = new CocoRun(truth, images, BoxSource.DETECTED).start(plan,
                    supply.resolveForPoints(plan));
            findings.requireAny();
            CocoEvaluation evaluation = new CocoEvaluation(truth, findings.people());
            reports.put(each.getKey(), new CocoReport(truth.pictures().size(), truth.expected(),
                    findings.people().size(), evaluation.figures(),
                    evaluation.meanSimilarity(EvalCocoCommand.WELL_LABELLED), findings.failures(), findings.settings(),
                    findings.run()));
        }
        return reports;
    }

    static List<Row> rows(Map<String, Speed> speeds, Map<String, CocoReport> accuracies) {
        List<Row> rows = new ArrayList<>();
        speeds.forEach((name, speed) -> rows.add(new Row(name, speed, Optional.ofNullable(accuracies.get(name)))));
        return rows;
    }

    /** One line each; processor time also as a multiple of the first one's. */
    static void print(List<Row> rows, PrintWriter out) {
        TextTable table = new TextTable("model", "fps", "latency ms", "cpu ms", "x cpu", "OKS", "AP", "found");
        double first = rows.getFirst().speed.processor().median();
        for (Row row : rows) {
            Speed speed = row.speed;
            table.add(row.name, range(speed.fps()), range(speed.latency()), range(speed.processor()),
                    String.format(Locale.ROOT, "%.2f", speed.processor().median() / first),
                    row.accuracy.map(report -> number(report.oks().mean())).orElse("-"),
                    row.accuracy.map(report -> number(report.figures().ap())).orElse("-"),
                    row.accuracy.map(report -> report.found() + " of " + report.people()).orElse("-"));
        }
        table.print(out);
    }

    private static String range(Spread spread) {
        return String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", spread.median(), spread.min(), spread.max());
    }

    private static String number(double value) {
        return value < 0 ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
