package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.posescope.bench.Bench;
import org.posescope.bench.BenchPlan;
import org.posescope.bench.BenchReport;
import org.posescope.bench.BenchTable;
import org.posescope.bench.DummySource;
import org.posescope.bench.ModelComparison;
import org.posescope.bench.RuntimeBench;
import org.posescope.bench.RuntimeFigures;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.console.Version;
import org.posescope.cli.option.InputOptions;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.cli.option.PlanOptions;
import org.posescope.cli.option.WantedSize;
import org.posescope.cli.option.WantedSizeConverter;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.source.LimitedSource;
import org.posescope.frame.source.Sources;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.RuntimeChoice;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Threads;
import org.posescope.plan.Plan;
import org.posescope.record.OutputFile;
import org.posescope.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast the pipeline is on this machine. */
@Command(name = "bench", description = {"Measure the speed of the pipeline on this machine.",
    "Each repetition runs the pipeline in both modes, and after each a bare loop that decodes the same frames and calls the "
            + "same networks as often, one after the other. Ratios compare neighbours. 'x bound' is the part of what all "
            + "cores could do at the measured processor time a frame; 'p95/p50s' is the 95th percentile of capture to "
            + "result over the sum of the stages' own medians."})
public final class BenchCommand implements Callable<Integer> {
    private final NpmClient npm;

    @Option(names = {"-i", "--input"}, paramLabel = "INPUT", description = "a video, looped to the number of frames")
    private String input;

    @Option(names = "--dummy", paramLabel = "WxH", converter = WantedSizeConverter.class,
            description = "made-up pictures without people in place of a video")
    private WantedSize dummy;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "300",
            description = "frames of a repetition (default: "
                    + "${DEFAULT-VALUE})")
    private long frames;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "100",
            description = "frames before that are not counted "
                    + "(default: ${DEFAULT-VALUE})")
    private long warmUp;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "3",
            description = "repetitions (default: ${DEFAULT-VALUE})")
    private int repetitions;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "draw and record a video too, as part of the pipeline")
    private Path video;

    @Option(names = "--engines",
            description = "compare the engines and precisions on the networks of the preset and on every imported or quantized one, or on "
                    + "those named by -m, in place of the pipeline")
    private boolean engines;

    @Option(names = "--compare", paramLabel = "NAME", split = ",",
            description = "compare presets, models or files, by commas (a detector and a pose network joined by +), in one table: speed with "
                    + "the video in the mode of --mode, or else async, and accuracy with --annotations")
    private List<String> compared = List.of();

    @Option(names = "--annotations", paramLabel = "FILE",
            description = "with --compare: COCO keypoints of the pictures of --images, to measure accuracy too")
    private Path annotations;

    @Option(names = "--images", paramLabel = "DIR", description = "the pictures of --annotations")
    private Path images;

    @Option(names = "--json", paramLabel = "FILE", description = "write all figures as JSON")
    private Path json;

    @Mixin
    private PlanOptions planned;
    @Mixin
    private final ModelsOptions modelsOptions;
    @Spec
    private CommandSpec spec;

    public BenchCommand(ModelsOptions modelsOptions, NpmClient npm) {
        this.modelsOptions = modelsOptions;
        this.npm = npm;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((annotations == null) != (images == null) || (compared.isEmpty() && images != null)) {
            throw new UserException("--annotations and --images go together, and with --compare");
        }
        Optional.ofNullable(json).ifPresent(OutputFile::at);
        if (!compared.isEmpty()) {
            return compareModels();
        }
        return engines ? compareEngines() : measurePipeline();
    }

    private int compareEngines() throws InterruptedException {
        if (repetitions < 1) {
            throw new UserException("--repeat is at least 1");
        }
        RuntimeBench bench = new RuntimeBench(Threads.of(planned.plan().machine()).total(), repetitions);
        PrintWriter out = spec.commandLine().getOut();
        for (List<ModelFile> network : networksOnEveryRuntime()) {
            RuntimeFigures.lines(bench.run(network)).forEach(out::println);
            out.flush();
        }
        return 0;
    }

    /** Those that are named, else those of the preset that are made for TensorFlow Lite, and all that were imported. */
    private List<List<ModelFile>> networksOnEveryRuntime() throws InterruptedException {
        ModelStore store = modelsOptions.store();
        NetworkSupply supply = new NetworkSupply(store, npm, spec.commandLine().getErr());
        Plan plan = planned.plan();
        List<List<ModelFile>> networks = new ArrayList<>();
        List<String> named = plan.networks().models();
        List<ModelFile> files = named.isEmpty()
                ? supply.resolve(plan).files()
                : named.stream().map(name -> supply.ask(factory -> factory
                        .file(factory.named(name, plan.networks().card()), RuntimeChoice.automatic()))).toList();
        for (ModelFile file : files) {
            if (file.card().runtime() == NetworkRuntime.TFLITE) {
                networks.add(supply.ask(factory -> factory.converter().onEveryRuntime(file)));
            }
        }
        for (ImportedModel model : store.imported().all()) {
            if (!named.isEmpty() && !named.contains(model.card().id())) {
                continue;
            }
            if (model.isOutdated()) {
                supply.tell(model.outdated());
            }
            networks.add(model.portable().stream().map(each -> new ModelFile(model.card(each),
                    store.imported().folder(model.card().id()).resolve(each.file()))).toList());
        }
        if (networks.isEmpty()) {
            throw new UserException("no such network was imported or quantized; run `posescope models import` or "
                    + "`posescope quantize` first");
        }
        return networks;
    }

    private int compareModels() throws InterruptedException {
        requireSource();
        ModelStore store = modelsOptions.store();
        NetworkSupply supply = new NetworkSupply(store, npm, spec.commandLine().getErr());
        BenchComparison comparison = new BenchComparison(supply, store);
        Map<String, Plan> plans = comparison.plans(compared, planned.plan());
        Mode mode = planned.chosenMode().orElse(Mode.ASYNC);
        List<BenchComparison.Row> rows;
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole()) {
            open(pool).close();
            Map<String, BenchPlan> benches = new LinkedHashMap<>();
            for (Map.Entry<String, Plan> each : plans.entrySet()) {
                benches.put(each.getKey(), bench(pool, supply, each.getValue(), List.of(mode)));
            }
            Map<String, ModelComparison.Speed> speeds = new ModelComparison(mode, progress::timed).run(benches);
            progress.clear();
            rows = BenchComparison.rows(speeds,
                    annotations == null ? Map.of() : comparison.accuracies(plans, annotations, images));
        }
        BenchComparison.print(rows, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        if (json != null) {
            new ReportWriter().write(rows, json);
        }
        return 0;
    }

    private void requireSource() {
        if ((input == null) == (dummy == null)) {
            throw new UserException("name either a video with -i or a size with --dummy");
        }
        if (frames < 1 || warmUp < 1 || repetitions < 1) {
            throw new UserException("--frames, --warm-up and --repeat are at least 1");
        }
    }

    private BenchPlan bench(FramePool pool, NetworkSupply supply, Plan plan, List<Mode> modes)
            throws InterruptedException {
        return new BenchPlan(limited(pool, frames), limited(pool, warmUp), repetitions, modes, supply.resolve(plan),
                plan, supply.ask(factory -> factory.body(plan)), Optional.ofNullable(video));
    }

    private int measurePipeline() throws InterruptedException {
        requireSource();
        PrintWriter err = spec.commandLine().getErr();
        Plan plan = planned.plan();
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole()) {
            open(pool).close();
            NetworkSupply supply = new NetworkSupply(modelsOptions.store(), npm, err);
            BenchPlan bench = bench(pool, supply, plan,
                    planned.chosenMode().map(List::of).orElse(List.of(Mode.values())));
            BenchReport report = BenchReport.of(input == null ? "dummy" : input, bench,
                    new Bench(bench, progress::timed).run(), Version.number());
            progress.clear();
            BenchTable.lines(report).forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            if (json != null) {
                new ReportWriter().write(report, json);
            }
            return 0;
        }
    }

    private Supplier<FrameSource> limited(FramePool pool, long limit) {
        return () -> new LimitedSource(open(pool), limit);
    }

    private FrameSource open(FramePool pool) {
        return input == null
                ? new DummySource(dummy.width(), dummy.height(), pool)
                : Sources.open(input, InputOptions.decoding().withLoop(true), pool);
    }
}
