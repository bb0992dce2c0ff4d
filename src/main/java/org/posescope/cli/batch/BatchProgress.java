package org.posescope.cli.batch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.posescope.cli.console.TerminalProgress;

/** Tells how far a batch is: a line for each video that has ended, and on a terminal below them what runs and how long it takes still. */
final class BatchProgress implements AutoCloseable {
    private final PrintWriter out;
    private final TerminalProgress terminal;
    private final int total;
    private final int jobs;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private final List<ManifestEntry> failures = new ArrayList<>();
    private int known;
    private int ended;
    private double seconds;

    BatchProgress(PrintWriter out, TerminalProgress terminal, int total, int jobs) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.jobs = jobs;
    }

    synchronized void known(ManifestEntry entry) {
        known++;
        terminal.text(known + ended + " of " + total + ": " + entry.name() + " was done before");
    }

    synchronized void begins(Clip clip) {
        running.put(clip.name(), System.nanoTime());
        show();
    }

    synchronized void ended(ManifestEntry entry) {
        running.remove(entry.name());
        ended++;
        seconds += entry.seconds();
        terminal.clear();
        String what = entry.state() == ManifestEntry.State.DONE
                ? String.format(Locale.ROOT, "%d frames, %.1f fps", entry.frames(), entry.fps())
                : "failed: " + entry.error();
        out.println(String.format(Locale.ROOT, "[%d/%d] %s  %.1f s  %s", known + ended, total, entry.name(),
                entry.seconds(), what));
        out.flush();
        if (entry.state() == ManifestEntry.State.FAILED) {
            failures.add(entry);
        }
        show();
    }

    private void show() {
        int left = total - known - ended;
        String rest = ended == 0
                ? ""
                : ", about "
                        + text(Duration
                                .ofSeconds(Math.round(seconds / ended * left / Math.min(jobs, Math.max(1, left)))))
                        + " left";
        terminal.text(known + ended + " of " + total + rest + "; now " + String.join(", ", running.keySet()));
    }

    private static String text(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    /** A sentence for the user. */
    synchronized void tell(String sentence) {
        terminal.clear();
        out.println("posescope: " + sentence);
        out.flush();
    }

    /** What came of all. */
    synchronized void summary() {
        terminal.clear();
        out.println((total - failures.size()) + " of " + total + " done"
                + (known > 0 ? ", " + known + " of them before" : "")
                + (failures.isEmpty() ? "" : "; " + failures.size() + " failed:"));
        failures.forEach(entry -> out.println("  " + entry.name() + ": " + entry.error()));
        out.flush();
    }

    @Override
    public synchronized void close() {
        terminal.close();
    }
}
