package org.posescope;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.posescope.body.DefaultBody;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.StepListener;
import org.posescope.frame.source.Sources;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.NetworkFactory;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.testkit.RatedSource;

/**
 * Runs the default preset on a source that gives frames faster than they are worked off, and prints the latency of each minute:
 * {@code LiveEndurance CLIP FPS MINUTES MODE}. A program, because it takes minutes.
 */
final class LiveEndurance {
    private static final long MINUTE = 60_000;

    private LiveEndurance() {}

    public static void main(String[] args) throws InterruptedException {
        double fps = Double.parseDouble(args[1]);
        int minutes = Integer.parseInt(args[2]);
        Mode mode = Mode.valueOf(args[3]);
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        EngineListener listener = (FrameResult result, StepListener steps) -> latencies.add(result.latencyNanos());
        try (FramePool pool = new FramePool()) {
            Playback playback = new Playback(new RatedSource(
                    Sources.open(args[0], SourceOptions.DEFAULT.withLoop(true), pool), fps), false, false);
            Engine engine = new Engine(EngineOptions.of(Policy.LIVE, mode, 4), stages(mode), playback,
                    listener);
            try (engine) {
                engine.load();
                engine.start();
                for (int minute = 1; minute <= minutes; minute++) {
                    Thread.sleep(MINUTE);
                    print(minute, latencies, engine.snapshot());
                }
            }
        }
    }

    private static List<StageSpec> stages(Mode mode) {
        ModelStore store = new ModelStore(ModelCatalog.bundled(),
                ModelFolders.resolve(Optional.<Path>empty(), Map.of(), System.getProperties()));
        return new NetworkFactory(store, new NetworkFactory.Bodies(DefaultBody::read, DefaultBody::readWhole),
                System.err::println, progress -> {}).stages(Plan.DEFAULT,
                        mode);
    }

    private static void print(int minute, ConcurrentLinkedQueue<Long> latencies, MetricsSnapshot snapshot) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        latencies.clear();
        System.out.printf(Locale.ROOT,
                "minute %d: %d results, latency p50 %.1f ms, p95 %.1f ms, dropped %s, resident %.0f MiB%n",
                minute,
                sorted.length, sorted[sorted.length / 2] * 1e-6, sorted[sorted.length * 95 / 100] * 1e-6,
                snapshot.counts().dropped(), snapshot.machine().residentMib());
    }
}
