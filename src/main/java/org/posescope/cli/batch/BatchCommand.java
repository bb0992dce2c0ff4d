package org.posescope.cli.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.posescope.batch.BatchFolder;
import org.posescope.batch.BatchRun;
import org.posescope.batch.Clip;
import org.posescope.batch.ClipFinder;
import org.posescope.batch.ClipProcess;
import org.posescope.batch.Recipe;
import org.posescope.batch.Shard;
import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.TerminalBlock;
import org.posescope.cli.console.Version;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.OutputOptions;
import org.posescope.cli.option.PlanOptions;
import org.posescope.error.SystemReason;
import org.posescope.error.UserException;

import com.sun.management.OperatingSystemMXBean;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does for many videos what {@code run} does for one. */
@Command(name = "batch",
        description = "Do for many videos what 'run' does for one, several at a time; started again, it does what is missing.%n"
                + "Names of outputs (-o, --json, --export, --report) hold {name}, which stands for the video's name, and lie below "
                + "--out. Without any, annotated videos and motion as JSON Lines are written. Videos run with --nstreams 1 unless "
                + "another number is said, so that results do not depend on the machine.",
        mixinStandardHelpOptions = true)
public final class BatchCommand implements Callable<Integer> {
    private static final int NOT_ALL_DONE = 1;
    /** Of a process with the usual networks. */
    private static final long MEMORY = 1L << 30;

    private final Supplier<CommandLine> run;
    private final Supplier<List<String>> program;

    @Parameters(paramLabel = "INPUT",
            description = "videos, folders with all that is in them, patterns such as 'clips/*.mp4'")
    private List<String> inputs = List.of();

    @Option(names = "--list", paramLabel = "FILE", description = "a file with an INPUT a line; - is standard input")
    private String list;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for results and manifest")
    private Path out;

    @Option(names = "--jobs", paramLabel = "N",
            description = "videos at a time, each in a process of its own (default: as many as cores, and as memory lets)")
    private Integer jobs;

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "7200",
            description = "a video that takes longer has failed (default: ${DEFAULT-VALUE})")
    private long limit;

    @Option(names = "--shard", paramLabel = "I/N", converter = ShardConverter.class,
            description = "only the I-th of N equal parts, for arrays of jobs on a cluster; all parts may share one --out")
    private Shard shard = Shard.WHOLE;

    @Option(names = "--recipe", paramLabel = "FILE",
            description = "what to make of each video, in place of options: a JSON list of options of 'run', as batch leaves it in "
                    + "recipe.json of its folder")
    private Path recipe;

    // Read from the arguments as they are, for the processes.
    @Mixin
    @SuppressWarnings("unused")
    private PlanOptions planned;
    @Mixin
    @SuppressWarnings("unused")
    private OutputOptions output;
    @Mixin
    @SuppressWarnings("unused")
    private final ModelsOptions models;
    @Spec
    private CommandSpec spec;

    /**
     * @param run     a new command line of {@code run}, which knows what may be asked of a video
     * @param program starts this program, without arguments
     */
    public BatchCommand(ModelsOptions models, Supplier<CommandLine> run, Supplier<List<String>> program) {
        this.models = models;
        this.run = run;
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((jobs != null && jobs < 1) || limit < 1) {
            throw new UserException("--jobs and --time-limit are at least 1");
        }
        Recipe wanted = recipe();
        List<Clip> clips = shard.of(clips());
        if (clips.isEmpty() && shard.parts() == 1) {
            throw new UserException("there is no video in what was named");
        }
        int atATime = Math.min(jobs == null ? usualJobs() : jobs, Math.max(1, clips.size()));
        try (CancelOnExit _ = CancelOnExit.ofThisThread();
                BatchFolder folder = BatchFolder.open(out, shard);
                BatchProgress progress = new BatchProgress(spec.commandLine().getErr(), TerminalBlock.onConsole(),
                        System::nanoTime, clips.size(), atATime)) {
            RecipeFile.write(wanted, out.resolve(RecipeFile.NAME));
            BatchRun batch = new BatchRun(folder, wanted, new ClipProcess(program.get(), Duration.ofSeconds(limit)),
                    progress, Version.number());
            int flawed = batch.all(clips, atATime);
            folder.summarise(progress::tell);
            progress.summary();
            return flawed == 0 ? 0 : NOT_ALL_DONE;
        }
    }

    private Recipe recipe() {
        CommandSpec own = run.get().getCommandSpec();
        List<String> said = RecipeOptions.entries(spec.commandLine().getParseResult()).stream()
                .filter(entry -> own.findOption(entry.option()) != null).map(Recipe.Entry::text).toList();
        if (recipe != null && !said.isEmpty()) {
            throw new UserException(
                    "--recipe says what to make of each video, so " + said.getFirst() + " has no place beside it");
        }
        return RecipeOptions.recipe(recipe == null ? said : RecipeFile.read(recipe), run.get());
    }

    private List<Clip> clips() {
        ClipFinder finder = new ClipFinder();
        inputs.forEach(finder::add);
        if (list != null) {
            lines(list).stream().filter(line -> !line.isBlank()).forEach(finder::add);
        }
        return finder.clips();
    }

    private static List<String> lines(String file) {
        try {
            return file.equals("-")
                    ? new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).lines().toList()
                    : Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UserException("the list " + file + " cannot be read: " + SystemReason.of(e), e);
        }
    }

    private static int usualJobs() {
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp(memory / MEMORY, 1, cores);
    }
}
