package org.posescope.eval.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.TestFrames;

class ClipCollectorTest {
    private static final CountedClip CLIP = new CountedClip("clip.mp4", 2);

    private final List<Long> progress = new ArrayList<>();
    private final ClipCollector collector = new ClipCollector(CLIP, new EvenFrames(1, 3), Optional.empty(),
            progress::add);

    private static Person person(int id, float score) {
        Keypoints points = new Keypoints(Skeletons.COCO17, IntStream.range(0, Skeletons.COCO17.size())
                .mapToObj(joint -> new Keypoint(joint, joint, 1)).toList());
        return new Person(id, score, new Box(0, 0, 4, 8), List.of(points), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private void ended(long index, Outcome outcome, Optional<Throwable> cause, Person... people) {
        try (Frame frame = TestFrames.of(8, 8, (x, y) -> 0xFF000000).movedTo(index, index)) {
            collector.ended(new FrameResult(index, 0, Mode.ASYNC,
                    new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 8, 8, 25, 3, 3, true), frame, outcome,
                    List.of(people), cause, 0, 0, Optional.empty()), (step, nanos) -> {});
        }
    }

    @Test
    void people_and_ids_are_counted_over_the_frames() {
        ended(0, Outcome.RESULT, Optional.empty(), person(7, 0.5f));
        ended(1, Outcome.RESULT, Optional.empty());
        ended(2, Outcome.RESULT, Optional.empty(), person(9, 0.25f), person(7, 1));

        assertThat(collector.finding()).contains(new ClipFinding(CLIP, List.of(1, 0, 2),
                List.of(new IdSpan(7, 0, 2, 2, 0.75), new IdSpan(9, 2, 2, 1, 0.25))));
        assertThat(collector.failure()).isEmpty();
        assertThat(progress).containsExactly(1L, 2L, 3L);
    }

    @Test
    void frames_that_failed_are_told_and_not_counted() {
        ended(0, Outcome.FAILED, Optional.of(new IllegalStateException("the network broke")));
        ended(1, Outcome.TIMED_OUT, Optional.empty());

        assertThat(collector.finding()).isEmpty();
        assertThat(collector.failure()).contains(
                "no people were looked for in 2 frames of clip.mp4; the first because the network broke");
    }
}
