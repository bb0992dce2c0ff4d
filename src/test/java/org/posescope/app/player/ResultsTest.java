package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FrameOutput;
import org.posescope.testkit.FakeSource;

class ResultsTest {
    private final List<String> recorded = new ArrayList<>();

    /** Notes what it is given. */
    private final class Notes implements FrameOutput {
        @Override
        public void camera(CameraFacts facts) {
            recorded.add("camera " + Math.round(facts.camera().focal()));
        }

        @Override
        public void accept(Frame frame, List<Person> people) {
            recorded.add("frame " + frame.index());
        }

        @Override
        public String format() {
            return "notes";
        }

        @Override
        public void close() {
            recorded.add("closed");
        }
    }

    @Test
    void a_recording_gets_each_frame_behind_the_camera_that_people_were_placed_for() {
        try (FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 2, 10);
                NewestSlot newest = new NewestSlot();
                FrameOutput notes = new Notes()) {
            Results results = new Results(newest,
                    new AtomicReference<>(Optional.of(new ResultSink(source.info(), notes))),
                    (_, _, people) -> people, (epoch, position) -> {}, null);
            for (Optional<Camera> camera : List.of(Optional.of(new Camera(50, 4, 3)), Optional.<Camera>empty())) {
                try (Frame frame = source.next()) {
                    results.ended(new FrameResult(frame.index(), 0, Mode.ASYNC, source.info(), frame, Outcome.RESULT,
                            List.of(), Optional.empty(), 1, 0, camera), null);
                }
            }
        }

        assertThat(recorded).containsExactly("camera 50", "frame 0", "frame 1", "closed");
    }
}
