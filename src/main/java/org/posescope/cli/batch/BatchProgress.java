package org.posescope.cli.batch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.batch.BatchListener;
import org.posescope.batch.Clip;
import org.posescope.batch.ManifestEntry;
import org.posescope.cli.console.TerminalBlock;
import org.posescope.cli.console.TextTable;

/** Tells how far a batch is: a line for each video that has ended, and on a terminal below them a table of what runs, redrawn in place. */
final class BatchProgress implements BatchListener, AutoCloseable {
    private static final int MOST_ROWS = 16;
    private static final int NAME_WIDTH = 36;
    private static final double MILLIS = 1e3;

    private final PrintWriter out;
    private final TerminalBlock terminal;
    private final LongSupplier nanoTime;
    private final int total;
    private final int jobs;
    private final Map<String, RunningClip> running = new LinkedHashMap<>();
    private final List<ManifestEntry> flawed = new ArrayList<>();
    private int known;
    private int ended;
    private double seconds;

    /** @param nanoTime a clock, as {@link System#nanoTime} */
    BatchProgress(PrintWriter out, TerminalBlock terminal, LongSupplier nanoTime, int total, int jobs) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.total = total;
        this.jobs = jobs;
    }

    @Override
    public synchronized void known(ManifestEntry entry) {
        known++;
        show();
    }

    @Override
    public synchronized void begins(Clip clip) {
        running.put(clip.name(), new RunningClip(nanoTime.getAsLong()));
        show();
    }

    @Override
    public synchronized void frames(Clip clip, long done, long all) {
        running.get(clip.name()).frames(done, all, nanoTime.getAsLong());
        show();
    }

    @Override
    public synchronized void ended(ManifestEntry entry) {
        running.remove(entry.name());
        ended++;
        seconds += entry.seconds();
        terminal.clear();
        String state = entry.state() == ManifestEntry.State.DONE ? "" : word(entry.state()) + ": ";
        out.println(String.format(Locale.ROOT, "[%d/%d] %s  %.1f s  %s", known + ended, total, entry.name(),
                entry.seconds(), state + entry.sentence()));
        out.flush();
        if (entry.state() != ManifestEntry.State.DONE) {
            flawed.add(entry);
        }
        show();
    }

    private void show() {
        long now = nanoTime.getAsLong();
        List<String> lines = new ArrayList<>();
        lines.add(known + ended - flawed.size() + " of " + total + " done" + (flawed.isEmpty() ? "" : ", " + flaws())
                + left(now).map(rest -> ", about " + text(rest) + " left").orElse(""));
        if (!running.isEmpty()) {
            TextTable table = new TextTable("running", "frames", "fps", "left");
            running.entrySet().stream().limit(MOST_ROWS)
                    .forEach(each -> table.add(shortened(each.getKey()), each.getValue().count(),
                            String.format(Locale.ROOT, "%.1f", each.getValue().fps(now)),
                            each.getValue().left(now).map(BatchProgress::text).orElse("-")));
            lines.addAll(table.lines());
        }
        if (running.size() > MOST_ROWS) {
            lines.add("and " + (running.size() - MOST_ROWS) + " more");
        }
        terminal.show(lines);
    }

    /** {@code 1 incomplete, 2 failed}. */
    private String flaws() {
        return Stream.of(ManifestEntry.State.INCOMPLETE, ManifestEntry.State.FAILED)
                .map(state -> Map.entry(state, flawed.stream().filter(entry -> entry.state() == state).count()))
                .filter(count -> count.getValue() > 0).map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(ManifestEntry.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The end of a long name tells more than its beginning. */
    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : "..." + name.substring(name.length() - NAME_WIDTH + 3);
    }

    /** What all that is left takes when a video takes as long as those that ended, or whose end can be foreseen, do on average. */
    private Optional<Duration> left(long now) {
        double foreseen = 0;
        double rest = 0;
        int seen = 0;
        for (RunningClip each : running.values()) {
            Optional<Duration> own = each.left(now);
            if (own.isPresent()) {
                seen++;
                rest += own.get().toMillis() / MILLIS;
                foreseen += (own.get().toMillis() + each.elapsed(now).toMillis()) / MILLIS;
            }
        }
        if (ended + seen == 0) {
            return Optional.empty();
        }
        int waiting = total - known - ended - seen;
        double all = rest + waiting * (seconds + foreseen) / (ended + seen);
        return Optional.of(Duration.ofMillis(Math.round(MILLIS * all / Math.clamp(waiting + seen, 1, jobs))));
    }

    private static String text(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    @Override
    public synchronized void tell(String sentence) {
        terminal.clear();
        out.println("posescope: " + sentence);
        out.flush();
    }

    /** What came of all. */
    synchronized void summary() {
        terminal.clear();
        out.println((total - flawed.size()) + " of " + total + " done"
                + (known > 0 ? ", " + known + " of them before" : "")
                + (flawed.isEmpty() ? "" : "; " + flaws() + ":"));
        flawed.forEach(entry -> out.println("  " + entry.name() + ": " + entry.sentence()));
        out.flush();
    }

    @Override
    public synchronized void close() {
        terminal.close();
    }
}
