package org.posescope.record.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.record.RecordedSound;
import org.posescope.testkit.TestPictures;

/** A recording in a process of its own, which can be killed or given too little room. */
final class RecordingChild implements AutoCloseable {
    private static final VideoFormat FORMAT = new VideoFormat(320, 240, 30);
    private static final String FINISHED = "finished";

    private final Process process;
    private final BufferedReader output;

    private RecordingChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Time of a picture; the rate varies a little. */
    static long pts(int number) {
        return number * 33_333L + number % 7 * 1_000L;
    }

    /** Writes pictures, tells the number of each on standard output, and at the end how it ended. */
    public static void main(String[] args) {
        int pictures = Integer.parseInt(args[1]);
        SoundSource sound = args.length == 2
                ? SoundSource.SILENT
                : new SoundSource(Optional.of(args[2]), RecordedSound.SILENT);
        try (VideoWriter writer = VideoWriter.open(Path.of(args[0]), FORMAT, VideoOptions.DEFAULT, sound);
                Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < pictures; i++) {
                MemorySegment pixels = TestPictures.numbered(arena, FORMAT.width(), FORMAT.height(), i);
                writer.write(pixels, FORMAT.width(), FORMAT.height(), pts(i));
                System.out.println(i);
            }
        } catch (UserException e) {
            System.out.println(e.getMessage());
            return;
        }
        System.out.println(FINISHED);
    }

    static RecordingChild start(Path file, int pictures) {
        return start(Stream.of(), Stream.of(), file, pictures);
    }

    /** A child that copies the sound of a clip. */
    static RecordingChild startWithSound(Path file, int pictures, Path clip) {
        return start(Stream.of(), Stream.of(clip.toString()), file, pictures);
    }

    /** A child that may write no file larger than that; needs a POSIX shell. */
    static RecordingChild startWithin(int kibibytes, Path file, int pictures) {
        String limited = "ulimit -f " + kibibytes + "; exec \"$0\" \"$@\"";
        return start(Stream.of("bash", "-c", limited), Stream.of(), file, pictures);
    }

    private static RecordingChild start(Stream<String> prefix, Stream<String> suffix, Path file, int pictures) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Stream<String> program = Stream.of(java, "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData",
                "-Xshare:auto", "-cp", System.getProperty("java.class.path"), RecordingChild.class.getName(),
                file.toString(), Integer.toString(pictures));
        List<String> command = Stream.of(prefix, program, suffix).flatMap(Function.identity()).toList();
        try {
            return new RecordingChild(
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a picture is written, kills the process as {@code kill -9} does, and tells the last picture written. */
    int killAfter(int picture) throws IOException, InterruptedException {
        int last = -1;
        while (last < picture) {
            last = Integer.parseInt(output.readLine());
        }
        process.toHandle().destroyForcibly();
        for (String line = output.readLine(); line != null && !line.equals(FINISHED); line = output.readLine()) {
            last = Integer.parseInt(line);
        }
        return last;
    }

    /** Waits for the end and tells all lines; the last is {@code finished} or what went wrong. */
    List<String> lines() throws InterruptedException {
        List<String> lines = output.lines().toList();
        process.waitFor();
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
