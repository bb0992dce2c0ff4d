package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.EngineThreadCensus;

/**
 * Two people play with an engine at the same time. {@code -Dposescope.stress.commands=5000} makes it longer. The seed decides
 * what is asked for, the machine when.
 */
@Timeout(600)
class EngineStressTest {
    private static final int COMMANDS = Integer.getInteger("posescope.stress.commands", 200);
    private static final Duration STAGE_TIMEOUT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(20).plusMillis(50L * COMMANDS);

    @AutoClose
    private final EngineRig rig = new EngineRig();
    @AutoClose("shutdownNow")
    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @ParameterizedTest
    @CsvSource({"EXACT, ASYNC, 1", "EXACT, MIN_LATENCY, 2", "LIVE, ASYNC, 3", "LIVE, MIN_LATENCY, 4"})
    void whatever_is_asked_for_nothing_hangs_and_frames_follow_each_other(Policy policy, Mode mode, long seed)
            throws Exception {
        String story = play(policy, mode, true, seed);

        assertThat(disorder(policy)).as(story).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASYNC, 5", "MIN_LATENCY, 6"})
    void without_jumps_no_frame_is_lost_or_repeated(Mode mode, long seed) throws Exception {
        String story = play(Policy.EXACT, mode, false, seed);

        assertThat(rig.listener().entries()).as(story)
                .allMatch(entry -> entry.index() == entry.sequence());
    }

    /** Lets two people play at the same time, sees that frames go on afterwards, and closes; what was done. */
    private String play(Policy policy, Mode mode, boolean jumping, long seed) throws Exception {
        RandomCommands one = new RandomCommands(rig, jumping, seed);
        RandomCommands other = new RandomCommands(rig, jumping, seed + 1000);
        EngineOptions options = new EngineOptions(policy, mode, 4, STAGE_TIMEOUT, 1000);
        FrameSource source = jumping ? one.source() : rig.video(1_000_000);
        Engine engine = rig.engine(options, new Playback(source, jumping, true),
                one.stages().toArray(StageSpec[]::new));
        engine.start();

        List<Future<?>> playing = List.of(people.submit(() -> play(one)), people.submit(() -> play(other)));
        Supplier<String> soFar = () -> "seed " + seed + ": " + one.done() + " beside " + other.done();
        for (Future<?> each : playing) {
            assertThat(each).as(() -> soFar.get() + "\n" + EngineThreadCensus.dump()).succeedsWithin(PATIENCE);
        }
        String story = soFar.get();
        engine.resume();
        if (jumping) {
            engine.playback().changeSource(rig.video(1_000_000));
        }
        int before = rig.listener().entries().size();
        EngineRig.await(() -> rig.listener().entries().size() > before + 10, story);

        assertThatCode(rig::close).as(story).doesNotThrowAnyException();
        assertThat(engine.failure()).as(story).isEmpty();
        return story;
    }

    private Void play(RandomCommands commands) throws InterruptedException {
        commands.run(COMMANDS / 2);
        return null;
    }

    /** Frames of an epoch follow each other: all of them, or those that neither a pause of a camera nor newer ones took away. */
    private List<String> disorder(Policy policy) {
        List<String> disorder = new ArrayList<>();
        Map<Long, Long> lastOfEpoch = new HashMap<>();
        for (RecordingListener.Entry entry : rig.listener().entries()) {
            Long last = lastOfEpoch.put(entry.epoch(), entry.index());
            boolean gapless = policy == Policy.EXACT && !entry.live();
            if (last != null && (gapless ? entry.index() != last + 1 : entry.index() <= last)) {
                disorder.add("after frame " + last + " of epoch " + entry.epoch() + " came frame " + entry.index());
            }
        }
        return disorder;
    }
}
