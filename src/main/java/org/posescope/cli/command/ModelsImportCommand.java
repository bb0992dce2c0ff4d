package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.posescope.cli.console.TerminalProgress;
import org.posescope.error.UserException;
import org.posescope.importer.CheckpointImporter;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelStore;
import org.posescope.model.RuntimeChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code posescope models import}: converts checkpoints as their authors publish them. */
@Command(name = "import", description = {
    "Convert checkpoints of YOLOX, HRNet, HigherHRNet, HMR (SPIN, EFT), SimplePose (of PyTorch, and "
            + "GluonCV's .params), lightweight OpenPose and its 3D version.",
    "Give smpl_mean_params.npz or neutral_smpl_mean_params.h5 beside an HMR checkpoint that lacks the mean body. Files that "
            + "are programs already (.onnx, TorchScript, .tflite) need no import: name them with -m."})
final class ModelsImportCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand models;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Checkpoints, and files that belong to them.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> parameters = files.stream().filter(CheckpointImporter::isParameters).toList();
        List<Path> checkpoints = files.stream().filter(file -> !CheckpointImporter.isParameters(file)).toList();
        if (checkpoints.isEmpty()) {
            throw new UserException("no checkpoint is among the files; parameters are imported together with theirs");
        }
        ModelStore store = models.store();
        try (TerminalProgress progress = TerminalProgress.onConsole()) {
            CheckpointImporter importer = new CheckpointImporter(store, progress::timed);
            for (Path checkpoint : checkpoints) {
                ImportedModel model = importer.run(checkpoint, parameters);
                progress.clear();
                out.println(checkpoint.getFileName() + " is " + model.card().title() + "; imported as "
                        + model.card().id() + " (" + speeds(model) + ")");
                out.flush();
            }
        }
        return 0;
    }

    private static String speeds(ImportedModel model) {
        String machine = RuntimeChoice.automatic().machine();
        return model.timings().stream().filter(timing -> timing.machine().equals(machine))
                .map(timing -> String.format(Locale.ROOT, "%s %s %.1f ms", timing.runtime().label(),
                        timing.precision().label(),
                        timing.millis()))
                .collect(Collectors.joining(", "));
    }
}
