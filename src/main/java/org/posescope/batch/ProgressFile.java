package org.posescope.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.posescope.error.WriteException;

/** How a process tells the one that started it how far it is: frames done and frames in all, as text, about twice a second. */
public final class ProgressFile {
    /** Variable of the environment with the file. */
    static final String VARIABLE = "POSESCOPE_PROGRESS";
    static final Duration PERIOD = Duration.ofMillis(500);

    private final Path file;
    private final LongSupplier nanoTime;
    private long last;
    private boolean begun;

    /**
     * Frames of a video.
     *
     * @param total -1 when their number is not known
     */
    record Count(long done, long total) {}

    ProgressFile(Path file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    /** Empty where nobody asks. */
    public static Optional<ProgressFile> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE)).map(Path::of)
                .map(file -> new ProgressFile(file, System::nanoTime));
    }

    /** Writes it when it is time to. */
    public void write(long done, long total) {
        long now = nanoTime.getAsLong();
        if (!begun || now - last >= PERIOD.toNanos()) {
            begun = true;
            last = now;
            try {
                Files.writeString(file, done + " " + total + "\n");
            } catch (IOException e) {
                throw WriteException.of("the progress " + file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** What a process wrote last; empty when it has written nothing, or not all of it yet. */
    static Optional<Count> read(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        String[] numbers = text.strip().split(" ", -1);
        return text.endsWith("\n") && numbers.length == 2
                ? Optional.of(new Count(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])))
                : Optional.empty();
    }
}
