package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.Box;
import org.posescope.testkit.FakeSource;

class JoinedDetectorTest {
    private static final Box BODY = new Box(100, 50, 60, 200);
    private static final Region TURNED = new Region(130, 150, 260, 260, 0.4f);
    private static final Region UPRIGHT = new Region(130, 150, 250, 250, 0);

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    private List<Detection> joined(List<Detection> aligning, List<Detection> finder) {
        try (JoinedDetector detector = new JoinedDetector(new Fixed("aligning", aligning), new Fixed("finder", finder),
                false);
                FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
                Frame frame = source.next()) {
            return detector.detect(frame, (step, _) -> steps.add(step));
        }
    }

    private static class Fixed implements PersonDetector {
        private final String name;
        private final List<Detection> found;

        Fixed(String name, List<Detection> found) {
            this.name = name;
            this.found = found;
        }

        @Override
        public List<Detection> detect(Frame frame, StepListener steps) {
            steps.took(name, 1);
            return found;
        }

        @Override
        public OptionalDouble closer(Frame frame, Box box, StepListener steps) {
            steps.took(name, 1);
            return found.stream().mapToDouble(Detection::score).max();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Looks for as long as the other one has not begun. */
    private record Meeting(CountDownLatch begun) implements PersonDetector {
        @Override
        public List<Detection> detect(Frame frame, StepListener steps) {
            begun.countDown();
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return List.of(new Detection(UPRIGHT, 0.8f, Optional.of(BODY)));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    @Test
    @Timeout(60)
    void both_look_at_the_same_time() {
        CountDownLatch begun = new CountDownLatch(2);
        try (JoinedDetector detector = new JoinedDetector(new Meeting(begun), new Meeting(begun), true);
                FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
                Frame frame = source.next()) {
            assertThat(detector.detect(frame, StepListener.NONE)).hasSize(1);
        }
    }

    @Test
    void the_other_one_is_through_with_the_frame_when_one_fails() {
        AtomicBoolean through = new AtomicBoolean();
        PersonDetector slow = new Fixed("aligning", List.of()) {
            @Override
            public List<Detection> detect(Frame frame, StepListener steps) {
                LockSupport.parkNanos(20_000_000);
                through.set(true);
                return super.detect(frame, steps);
            }
        };
        PersonDetector failing = new Fixed("finder", List.of()) {
            @Override
            public List<Detection> detect(Frame frame, StepListener steps) {
                throw new IllegalStateException("no memory");
            }
        };
        try (JoinedDetector detector = new JoinedDetector(slow, failing, true);
                FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
                Frame frame = source.next()) {
            assertThatThrownBy(() -> detector.detect(frame, StepListener.NONE)).hasMessage("no memory");
            assertThat(through).isTrue();
        }
    }

    @Test
    void where_both_see_somebody_the_turned_region_stays_with_the_box_and_is_surer() {
        assertThat(joined(List.of(new Detection(TURNED, 0.6f)),
                List.of(new Detection(UPRIGHT, 0.8f, Optional.of(BODY)))))
                .containsExactly(new Detection(TURNED, 0.87f, Optional.of(BODY)));
    }

    @Test
    void whom_one_sees_alone_is_there_too_best_first() {
        Region elsewhere = new Region(500, 150, 200, 200, 0.1f);

        assertThat(joined(List.of(new Detection(elsewhere, 1)),
                List.of(new Detection(UPRIGHT, 0.7f, Optional.of(BODY)))))
                .containsExactly(new Detection(elsewhere, 0.22f + 0.66f),
                        new Detection(UPRIGHT, 0.7f, Optional.of(BODY)));
    }

    @Test
    void a_body_within_the_box_of_a_body_is_none() {
        Region face = new Region(130, 80, 40, 40, 0.1f);

        assertThat(joined(List.of(new Detection(face, 0.9f)),
                List.of(new Detection(UPRIGHT, 0.9f, Optional.of(BODY)))))
                .containsExactly(new Detection(UPRIGHT, 0.9f, Optional.of(BODY)));
    }

    @Test
    void a_glance_is_the_finders_alone() {
        Detection found = new Detection(UPRIGHT, 0.8f, Optional.of(BODY));
        try (JoinedDetector detector = new JoinedDetector(new Fixed("aligning", List.of(new Detection(TURNED, 0.6f))),
                new Fixed("finder", List.of(found)), false);
                FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
                Frame frame = source.next()) {
            assertThat(detector.glance(frame, (step, _) -> steps.add(step))).containsExactly(found);
        }
        assertThat(steps).containsExactly("find");
    }

    @Test
    void the_finder_is_timed_apart() {
        joined(List.of(), List.of());

        assertThat(steps).containsExactly("aligning", "find");
    }

    @Test
    void the_finder_looks_closer() {
        Fixed aligning = new Fixed("aligning", List.of(new Detection(TURNED, 0.9f)));
        Fixed finder = new Fixed("finder", List.of(new Detection(UPRIGHT, 0.4f, Optional.of(BODY))));
        try (JoinedDetector detector = new JoinedDetector(aligning, finder, false);
                FramePool pool = new FramePool();
                FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
                Frame frame = source.next()) {
            assertThat(detector.closer(frame, BODY, (step, _) -> steps.add(step))).hasValue(0.4f);
        }
        assertThat(steps).containsExactly("find");
    }
}
