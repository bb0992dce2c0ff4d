package org.posescope.pipeline;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.RatedSource;

/** Somebody who plays with all the knobs of a running engine at once, and remembers what was done. */
final class RandomCommands {
    private static final long ENDLESS = 1_000_000;
    private static final int MOST_MICROS_BETWEEN = 20_000;

    private final EngineRig rig;
    private final boolean jumping;
    private final Random random;
    private final List<String> done = new CopyOnWriteArrayList<>();

    /** @param jumping whether there are seeks and other sources, too */
    RandomCommands(EngineRig rig, boolean jumping, long seed) {
        this.rig = rig;
        this.jumping = jumping;
        this.random = new Random(seed);
    }

    /** What was done, for the message of a test that fails. */
    List<String> done() {
        return done;
    }

    void run(int commands) throws InterruptedException {
        for (int i = 0; i < commands; i++) {
            done.add(command());
            TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_MICROS_BETWEEN));
        }
    }

    private String command() {
        Engine engine = rig.engine();
        return switch (random.nextInt(jumping ? 8 : 6)) {
            case 0, 1 -> {
                rig.toggleMode();
                yield "mode";
            }
            case 2 -> {
                engine.pause();
                yield "pause";
            }
            case 3 -> {
                engine.resume();
                yield "resume";
            }
            case 4 -> {
                engine.playback().step();
                engine.playback().speed(0.25 + random.nextInt(4));
                yield "step and speed";
            }
            case 5 -> {
                List<StageSpec> specs = stages();
                engine.changeStages(specs);
                yield specs.size() + " stages";
            }
            case 6 -> seek(engine.playback());
            default -> {
                FrameSource source = source();
                engine.playback().changeSource(source);
                yield "source " + source.info().kind();
            }
        };
    }

    private String seek(Playback playback) {
        long micros = random.nextLong(TimeUnit.MINUTES.toMicros(10));
        try {
            playback.seek(micros);
            return "seek " + micros;
        } catch (UnsupportedOperationException e) {
            return "seek of what is not seekable";
        }
    }

    FrameSource source() {
        SourceInfo.Kind[] kinds = {SourceInfo.Kind.VIDEO, SourceInfo.Kind.IMAGE_FOLDER, SourceInfo.Kind.CAMERA};
        return switch (kinds[random.nextInt(kinds.length)]) {
            case CAMERA -> new RatedSource(rig.video(ENDLESS), 500);
            case IMAGE_FOLDER -> FakeSource.images(rig.pool(), 1 + random.nextInt(50));
            default -> FakeSource.video(rig.pool(), ENDLESS, 200);
        };
    }

    /** One to three stages that sleep, fail now and then, and very rarely take longer than they may. */
    List<StageSpec> stages() {
        return IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(number -> {
            int slow = 40 + random.nextInt(40);
            Work work = Work.sleepUnevenly(1 + random.nextInt(2000)).then(job -> {
                if (job.sequence() % slow == 0) {
                    TimeUnit.MILLISECONDS.sleep(400);
                }
            }).then(Work.failEvery(7 + random.nextInt(20)));
            return rig.stage("stage" + number, work).spec(1 + random.nextInt(3));
        }).toList();
    }
}
