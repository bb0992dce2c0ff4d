package org.posescope.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.posescope.error.SystemReason;
import org.posescope.pipeline.kept.ContentHash;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes what a recipe says of many videos, several at a time, and leaves out what the manifest already holds. */
public final class BatchRun {
    private static final double MILLIS = 1e3;
    private static final String MADE = "made";
    private static final String REPORT = "report.json";
    private static final int ATTEMPTS = 2;

    private final ObjectMapper mapper = new ObjectMapper();
    private final BatchFolder folder;
    private final Recipe recipe;
    private final ClipProcess process;
    private final BatchListener listener;
    private final String version;

    /** @param version of the program: what another one made is made again */
    public BatchRun(BatchFolder folder, Recipe recipe, ClipProcess process, BatchListener listener, String version) {
        this.version = version;
        this.folder = folder;
        this.recipe = recipe;
        this.process = process;
        this.listener = listener;
    }

    /**
     * Works on all of them.
     *
     * @param jobs videos at a time
     * @return how many failed or lost frames
     * @throws InterruptedException when this thread was interrupted; nothing runs any more then, and what is done is kept
     */
    public int all(List<Clip> clips, int jobs) throws InterruptedException {
        OptionalInt share = share(jobs, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            ExecutorCompletionService<ManifestEntry> service = new ExecutorCompletionService<>(threads);
            clips.forEach(clip -> service.submit(() -> one(clip, share)));
            int flawed = 0;
            for (int i = 0; i < clips.size(); i++) {
                flawed += service.take().get().state() == ManifestEntry.State.DONE ? 0 : 1;
            }
            return flawed;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** Threads of each of several processes that work at the same time: together no more than cores. Empty: one has them all. */
    static OptionalInt share(int jobs, int cores) {
        return jobs == 1 ? OptionalInt.empty() : OptionalInt.of(Math.max(1, cores / jobs));
    }

    private ManifestEntry one(Clip clip, OptionalInt share) throws InterruptedException {
        String content;
        try {
            content = ContentHash.hex(clip.video());
        } catch (IOException e) {
            return unreadable(clip, e);
        }
        Optional<ManifestEntry> known = folder.entry(clip, listener::tell)
                .filter(entry -> entry.holds(content, recipe.texts(), version))
                .filter(entry -> folder.has(entry.outputs()));
        if (known.isPresent()) {
            listener.known(known.get());
            return known.get();
        }
        listener.begins(clip);
        return told(made(clip, content, share));
    }

    private ManifestEntry unreadable(Clip clip, IOException e) {
        listener.begins(clip);
        return told(failed(clip, "", "the file cannot be read: " + SystemReason.of(e), 0));
    }

    private ManifestEntry told(ManifestEntry entry) {
        folder.write(entry);
        listener.ended(entry);
        return entry;
    }

    private ManifestEntry made(Clip clip, String content, OptionalInt share) throws InterruptedException {
        long start = System.nanoTime();
        ClipProcess.Ended ended = null;
        for (int attempt = 0; attempt < ATTEMPTS && (ended == null || ended.mayBeRepeated()); attempt++) {
            Path place = folder.begin();
            try {
                ended = attempt(clip, place, share);
                if (ended.done()) {
                    return done(clip, content, place, seconds(start));
                }
            } finally {
                folder.end(place);
            }
        }
        return failed(clip, content, ended.sentence(), seconds(start));
    }

    /** To the millisecond. */
    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS;
    }

    private ClipProcess.Ended attempt(Clip clip, Path place, OptionalInt share) throws InterruptedException {
        Path made = place.resolve(MADE);
        folder.create(recipe.folders(clip, made));
        return process.run(recipe.arguments(clip, made, place.resolve(REPORT), share), place.resolve("log.txt"),
                place.resolve("progress.txt"), count -> listener.frames(clip, count.done(), count.total()));
    }

    private ManifestEntry done(Clip clip, String content, Path place, double seconds) {
        Path made = place.resolve(MADE);
        VideoFigures figures;
        try {
            figures = VideoFigures.of(mapper.readTree(recipe.report(clip, made, place.resolve(REPORT)).toFile()));
        } catch (IOException e) {
            return failed(clip, content, "the report of the run cannot be read: " + e.getMessage(), seconds);
        }
        return new ManifestEntry(clip.name(), clip.video().toString(), content, recipe.texts(), version,
                figures.lost() == 0 ? ManifestEntry.State.DONE : ManifestEntry.State.INCOMPLETE, "", seconds, figures,
                folder.accept(made));
    }

    private ManifestEntry failed(Clip clip, String content, String sentence, double seconds) {
        return new ManifestEntry(clip.name(), clip.video().toString(), content, recipe.texts(), version,
                ManifestEntry.State.FAILED, sentence, seconds, VideoFigures.NONE,
                List.of());
    }
}
