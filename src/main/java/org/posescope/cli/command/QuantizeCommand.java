package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.Int8Text;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.option.InputOptions;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.NetworkOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.source.Sources;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.model.install.NpmClient;
import org.posescope.pipeline.people.Networks.NamedModel;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.plan.Plan;
import org.posescope.quantize.CalibrationMethod;
import org.posescope.quantize.PictureInputs;
import org.posescope.quantize.QuantizedModel;
import org.posescope.quantize.Quantizer;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an int8 model of a float one. */
@Command(name = "quantize",
        description = {"Make an int8 model of a float ONNX model, calibrated with pictures of people.",
            "The network is shown what it would see in the pipeline: pictures for a detector, people that the detector finds "
                    + "for the others. The result lies beside the model; --precision int8 uses it."})
public final class QuantizeCommand implements Callable<Integer> {
    private static final int MOST_INPUTS = 100_000;

    private final NpmClient npm;

    @Parameters(paramLabel = "MODEL", description = "a model by its id, or an .onnx file with its card")
    private String model;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Pictures pictures;

    @Option(names = "--batches", paramLabel = "N", defaultValue = "5",
            description = "batches of inputs to calibrate with, at most (default: ${DEFAULT-VALUE})")
    private int batches;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "8",
            description = "inputs of a batch (default: ${DEFAULT-VALUE})")
    private int batchSize;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "minmax",
            description = "what of an array's numbers has to fit into a byte: minmax, all; percentile, all but one in ten "
                    + "thousand at each end (default: ${DEFAULT-VALUE})")
    private String method;

    @Mixin
    private NetworkOptions options;
    @Mixin
    private final ModelsOptions modelsOptions;
    @Spec
    private CommandSpec spec;

    public QuantizeCommand(ModelsOptions modelsOptions, NpmClient npm) {
        this.modelsOptions = modelsOptions;
        this.npm = npm;
    }

    /** Where the pictures are. */
    static final class Pictures {
        @Option(names = "--images", paramLabel = "DIR", required = true,
                description = "a folder of pictures, or a picture")
        private Path images;

        @Option(names = "--video", paramLabel = "FILE", required = true,
                description = "a video; frames are taken from all of it")
        private Path video;

        String input() {
            return Optional.ofNullable(images).orElse(video).toString();
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (batches < 1 || batchSize < 1 || (long) batches * batchSize > MOST_INPUTS) {
            throw new UserException("--batches and --batch-size are at least 1, and not more than " + MOST_INPUTS
                    + " inputs together");
        }
        CalibrationMethod chosen = CalibrationMethod.named(method);
        ModelStore store = modelsOptions.store();
        NetworkSupply supply = new NetworkSupply(store, npm, spec.commandLine().getErr());
        Plan asked = options.plan();
        Plan plan = asked.withNetworks(asked.networks().plusModel(model));
        NamedModel named = supply.ask(factory -> factory.named(model, plan.networks().card()));
        Quantizer.require(named.card());
        // Whatever engine and precision the pipeline runs it in.
        ModelFile target = supply.ask(factory -> factory.file(named,
                RuntimeChoice.of(Optional.of(NetworkRuntime.ONNXRUNTIME), Precision.FP32)));
        try (FramePool pool = new FramePool();
                CancelOnExit _ = CancelOnExit.ofThisThread();
                FrameSource source = Sources.open(pictures.input(), InputOptions.decoding(), pool);
                TerminalProgress progress = TerminalProgress.onConsole()) {
            if (!(supply.resolve(plan) instanceof TopDownNetworks networks)) {
                throw new UserException(
                        "the preset " + plan.networks().preset() + " looks at whole frames, so that " + model
                                + " would see nothing in it; choose another with --preset");
            }
            int threads = Runtime.getRuntime().availableProcessors();
            QuantizedModel result = new Quantizer(store, threads, progress::timed).run(target,
                    new PictureInputs(networks, source, threads), chosen, batches * batchSize);
            progress.clear();
            PrintWriter out = spec.commandLine().getOut();
            out.println(Int8Text.result(result));
            out.flush();
        }
        return 0;
    }
}
