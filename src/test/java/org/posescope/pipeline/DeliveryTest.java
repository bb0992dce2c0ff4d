package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.frame.FramePool;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.testkit.FakeSource;

@Timeout(60)
class DeliveryTest {
    /** Notes how many pictures are held when it is told of the only frame. */
    private record Holdings(FramePool pool, boolean needsPictures, List<Integer> lent) implements EngineListener {
        @Override
        public void ended(FrameResult result, StepListener steps) {
            lent.add(pool.lent());
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whoever_needs_no_pictures_is_told_when_the_picture_has_gone_back(Mode mode) throws InterruptedException {
        assertThat(heldByTheOnlyFrame(mode, false)).containsExactly(0);
        assertThat(heldByTheOnlyFrame(mode, true)).containsExactly(1);
    }

    private static List<Integer> heldByTheOnlyFrame(Mode mode, boolean needed) throws InterruptedException {
        try (FramePool pool = new FramePool()) {
            Holdings holdings = new Holdings(pool, needed, new CopyOnWriteArrayList<>());
            Engine engine = new Engine(EngineRig.exact(mode, 4),
                    List.of(new ScriptedStage("pose", Work.nothing()).spec(1)),
                    new Playback(FakeSource.video(pool, 1, 25), false, false), holdings);
            EngineRun.whole(engine, IllegalStateException::new);
            return holdings.lent();
        }
    }
}
