package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.posescope.cli.option.NetworkOptions.RuntimeOptions;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.infer.TensorInfo;
import org.posescope.model.ModelFile;
import org.posescope.model.RuntimeChoice;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.NpzWriter;
import org.posescope.tensor.Tensor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models run}: one network on raw tensors, for comparing it with another program. */
@Command(name = "run",
        description = "Run one network on arrays of an npz file; 'posescope models list --long' tells their "
                + "names and shapes.")
final class ModelsRunCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(paramLabel = "ID", description = "A model.")
    private String id;

    @Option(names = {"-i", "--input"}, paramLabel = "FILE", required = true, description = "npz file with the inputs")
    private Path input;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true,
            description = "npz file to write the outputs to")
    private Path output;

    @Option(names = {"-d", "--device"}, paramLabel = "DEVICE", defaultValue = SessionOptions.CPU,
            description = "device to run on (default: ${DEFAULT-VALUE})")
    private String device;

    @Mixin
    private RuntimeOptions runtime;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuntimeChoice chosen = runtime.choice();
        ModelFile file = models.supply(spec.commandLine().getErr()).ask(factory -> factory.single(id, chosen));
        SessionOptions options = new SessionOptions(Runtime.getRuntime().availableProcessors(), device);
        try (Session session = Sessions.open(file, options)) {
            write(session.run(inputs(session)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + output + " (" + file.card().runtime().label() + ", " + file.card().precision() + ")");
        out.flush();
        return 0;
    }

    private Map<String, Tensor> inputs(Session session) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        try (NpzReader npz = new NpzReader(input)) {
            for (TensorInfo wanted : session.inputs()) {
                NdArray array = npz.read(wanted.name());
                if (!array.dtype().isNumeric() || !wanted.admits(array.shape())) {
                    throw new UserException("the array '" + wanted.name() + "' of " + input + " is "
                            + Arrays.toString(array.shape()) + " of " + array.dtype() + ", but " + id
                            + " takes numbers of "
                            + wanted.shape() + ", where -1 is any length");
                }
                Tensor tensor = Tensor.allocate(array.shape());
                tensor.data().put(array.toFloats());
                inputs.put(wanted.name(), tensor);
            }
        }
        return inputs;
    }

    private void write(Map<String, Tensor> outputs) {
        try (NpzWriter npz = new NpzWriter(output, NpzWriter.Compression.NONE)) {
            outputs.forEach((name, tensor) -> npz.write(name, NdArray.of(tensor.toArray(), tensor.shape())));
            npz.finish();
        }
    }
}
