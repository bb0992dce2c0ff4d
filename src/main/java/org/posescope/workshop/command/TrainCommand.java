package org.posescope.workshop.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.posescope.body.BodyModelReader;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.workshop.lift.pose.CapturedMotion;
import org.posescope.workshop.lift.pose.PoseSource;
import org.posescope.workshop.lift.sample.SampleMaker;
import org.posescope.workshop.lift.sample.SampleSet;
import org.posescope.workshop.lift.train.LifterTraining;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posescope workshop train}: makes pictures whose truth is known, and trains the lifter with them. */
@Command(name = "train",
        description = {"Train the network that lifts landmarks into space.",
            "Pictures of our own body in captured poses are rendered and shown to the pose network; they stay in a folder, and work "
                    + "that was interrupted goes on. models/lifter/README.md says with what the shipped one was made."})
public final class TrainCommand implements Callable<Integer> {
    private static final String POSE_NETWORK = "blazepose-full";

    @Mixin
    private final ModelsOptions models;

    @Option(names = "--motion", paramLabel = "FILE", required = true,
            description = "Captured motion: an npz file of rotations of SMPL-24 (rot, clip, source, subject).")
    private Path motion;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "60000",
            description = "Pictures to render; default: ${DEFAULT-VALUE}.")
    private int pictures;

    @Option(names = "--emulated", paramLabel = "N", defaultValue = "200000",
            description = "Looks to make without pictures; default: ${DEFAULT-VALUE}.")
    private int emulated;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "12000",
            description = "Steps of 256 looks; default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--width", paramLabel = "N", defaultValue = "512",
            description = "Width of the network; default: ${DEFAULT-VALUE}.")
    private int width;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "target/lifter-data",
            description = "Where the looks are kept; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(names = "--body", paramLabel = "FILE", defaultValue = "models/body/posescope-body.npz",
            description = "PoseScope's own body; default: ${DEFAULT-VALUE}.")
    private Path body;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "models/lifter/lifter.npz",
            description = "The weights to write; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Spec
    private CommandSpec spec;

    public TrainCommand(ModelsOptions models) {
        this.models = models;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (pictures < SampleMaker.PICTURES || emulated < 0 || steps < 1 || width < 1) {
            throw new UserException("--pictures is at least " + SampleMaker.PICTURES
                    + ", --steps and --width are at least 1, and --emulated is not negative");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (CancelOnExit _ = CancelOnExit.ofThisThread(); TerminalProgress progress = TerminalProgress.onConsole()) {
            PoseSource poses = new PoseSource(CapturedMotion.read(motion));
            poses.kneesOfStanding().forEach(out::println);
            poses.elbowsOfHanging().forEach(out::println);
            out.flush();
            int files = pictures / SampleMaker.PICTURES;
            new SampleMaker(poses, body, models.store().require(POSE_NETWORK,
                    RuntimeChoice.of(Optional.of(NetworkRuntime.TFLITE), Precision.FP32)), seed)
                    .make(data, files, done -> progress.timed("Rendered " + done * SampleMaker.PICTURES + " of "
                            + files * SampleMaker.PICTURES + " pictures"));
            progress.clear();
            List<Path> looks = IntStream.range(0, files).mapToObj(number -> SampleMaker.file(data, number)).toList();
            new LifterTraining(SampleSet.read(looks), BodyModelReader.read(body), poses,
                    new LifterTraining.Effort(width, steps, emulated, seed)).train(output, line -> {
                        out.println(line);
                        out.flush();
                    });
        }
        out.println("Written: " + output);
        out.flush();
        return 0;
    }
}
