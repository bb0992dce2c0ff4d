package org.posescope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.infer.Session;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.SessionOpener;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Machine;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.StandInModel;
import org.posescope.testkit.StandInSession;

class BareLoopTest {
    private static final ModelFile DETECTOR = StandInModel.file("finder", Task.PERSON_DETECTION, "yolox");
    private static final ModelFile POSE = StandInModel.file("poser", Task.POSE_2D, "heatmaps");

    private final List<StandInSession> sessions = new ArrayList<>();

    private Session session() {
        StandInSession session = new StandInSession((_, _) -> Map.of()).complainsWhenClosed();
        sessions.add(session);
        return session;
    }

    private static BareLoop loop(FramePool pool, SessionOpener opener) {
        return BareLoop.of(new BenchPlan(() -> FakeSource.video(pool, 1, 30), () -> FakeSource.video(pool, 1, 30), 1,
                List.of(Mode.ASYNC),
                new TopDownNetworks(DETECTOR, Optional.empty(), POSE, Optional.empty(), Optional.empty(), 0.5f,
                        NetworkChoice.DEFAULT,
                        opener),
                Plan.DEFAULT.withMachine(new Machine(1, 1, 1, 1)), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_network_that_cannot_be_loaded_leaves_none_open() {
        try (FramePool pool = new FramePool()) {
            assertThatThrownBy(() -> loop(pool, (file, _) -> {
                if (file.equals(POSE)) {
                    throw new UserException("no pose");
                }
                return session();
            })).isInstanceOf(UserException.class).hasMessage("no pose");
        }
        assertThat(sessions).extracting(StandInSession::closed).containsExactly(true);
    }

    @Test
    void all_networks_are_closed_even_when_closing_fails() {
        try (FramePool pool = new FramePool()) {
            BareLoop loop = loop(pool, (_, _) -> session());

            assertThatThrownBy(loop::close).hasMessage("the session does not close");
        }
        assertThat(sessions).extracting(StandInSession::closed).containsExactly(true, true);
    }
}
