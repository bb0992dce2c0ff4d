package org.posescope.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.record.RecordingThread.Settings;
import org.posescope.record.RecordingThread.WhenFull;

@Timeout(20)
class RecordingThreadTest {
    private final FramePool pool = new FramePool();
    private final List<RuntimeException> told = new CopyOnWriteArrayList<>();
    private final Scripted output = new Scripted();

    @AfterEach
    void every_frame_is_released_exactly_once() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @Test
    void a_blocking_queue_in_front_of_a_slow_output_loses_nothing() {
        output.delay = Duration.ofMillis(2);
        RecordingThread recording = start(2, WhenFull.BLOCK, Duration.ofSeconds(10));

        give(recording, 50);
        recording.close();

        assertThat(output.taken).isEqualTo(LongStream.range(0, 50).boxed().toList());
        assertThat(output.closed).hasValue(1);
        assertThat(recording.written()).isEqualTo(50);
        assertThat(recording.overflow()).isZero();
        assertThat(recording.failure()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void a_dropping_queue_counts_what_it_loses_and_keeps_the_order() throws InterruptedException {
        output.gate = new CountDownLatch(1);
        RecordingThread recording = start(3, WhenFull.DROP, Duration.ofSeconds(10));
        give(recording, 1);
        output.busy.await();

        give(recording, 10);
        assertThat(recording.overflow()).isEqualTo(7);
        output.gate.countDown();
        recording.close();

        assertThat(output.taken).containsExactly(0L, 0L, 1L, 2L);
        assertThat(recording.written()).isEqualTo(4);
    }

    @Test
    void a_failure_is_told_once_and_does_not_reach_the_caller() {
        output.failAt = 2;
        RecordingThread recording = start(2, WhenFull.BLOCK, Duration.ofSeconds(10));

        give(recording, 20);
        recording.close();
        give(recording, 1);
        recording.close();

        assertThat(output.taken).containsExactly(0L, 1L);
        assertThat(output.closed).hasValue(1);
        assertThat(told).hasSize(1).first().isInstanceOf(UserException.class);
        assertThat(told.getFirst()).hasMessage("The disk is full.");
        assertThat(recording.failure()).containsSame(told.getFirst());
        assertThat(recording.written()).isEqualTo(2);
    }

    @Test
    void a_caller_that_waits_for_room_goes_on_when_the_output_fails() throws Exception {
        output.gate = new CountDownLatch(1);
        output.failAt = 0;
        RecordingThread recording = start(1, WhenFull.BLOCK, Duration.ofSeconds(10));
        give(recording, 1);
        output.busy.await();
        give(recording, 1);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> give(recording, 1));

        output.gate.countDown();

        waiting.get(5, TimeUnit.SECONDS);
        recording.close();
        assertThat(told).hasSize(1);
    }

    @Test
    void an_end_that_cannot_be_written_is_told() {
        output.failAtClose = true;
        RecordingThread recording = start(2, WhenFull.BLOCK, Duration.ofSeconds(10));

        give(recording, 3);
        recording.close();

        assertThat(output.taken).containsExactly(0L, 1L, 2L);
        assertThat(told).hasSize(1);
        assertThat(recording.failure()).isPresent();
    }

    @Test
    void an_error_of_the_output_is_told_as_the_end_of_the_thread() {
        output.error = new UnsatisfiedLinkError("no encoder");
        RecordingThread recording = start(1, WhenFull.BLOCK, Duration.ofSeconds(10));

        give(recording, 5);
        recording.close();

        assertThat(told).hasSize(1).first().isInstanceOf(IllegalStateException.class);
        assertThat(told.getFirst()).hasMessage("test-recording died").hasCause(output.error);
        assertThat(output.closed).hasValue(1);
    }

    @Test
    void closing_gives_up_a_stuck_output_after_a_while() throws InterruptedException {
        output.gate = new CountDownLatch(1);
        RecordingThread recording = start(4, WhenFull.BLOCK, Duration.ofMillis(50));
        give(recording, 3);
        output.busy.await();

        recording.close();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).isInstanceOf(UserException.class)
                .hasMessageStartingWith("The recording got no further within");
        assertThat(output.finished.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(output.taken).isEmpty();
    }

    @Test
    void closing_waits_for_a_slow_output_as_long_as_that_gets_further() {
        output.delay = Duration.ofMillis(250);
        RecordingThread recording = start(12, WhenFull.BLOCK, Duration.ofMillis(2500));
        give(recording, 12);

        recording.close();

        assertThat(told).isEmpty();
        assertThat(output.taken).hasSize(12);
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_stays_interrupted() throws InterruptedException {
        output.gate = new CountDownLatch(1);
        RecordingThread recording = start(1, WhenFull.BLOCK, Duration.ofSeconds(10));
        give(recording, 1);
        output.busy.await();
        give(recording, 1);

        Thread.currentThread().interrupt();
        give(recording, 1);

        assertThat(Thread.interrupted()).isTrue();
        output.gate.countDown();
        recording.close();
        assertThat(output.taken).hasSize(2);
    }

    @Test
    void people_and_format_pass_through() {
        RecordingThread recording = start(1, WhenFull.BLOCK, Duration.ofSeconds(10));
        try (Frame frame = new Frame(pool.acquire(2, 2), 0, 0, 0)) {
            recording.accept(frame, People.ONE);
        }
        recording.close();

        assertThat(output.people).containsExactly(People.ONE);
        assertThat(recording.format()).isEqualTo("scripted");
    }

    @Test
    void the_camera_of_a_frame_waits_with_it_and_is_lost_with_it() throws InterruptedException {
        output.gate = new CountDownLatch(1);
        RecordingThread recording = start(1, WhenFull.DROP, Duration.ofSeconds(10));
        give(recording, 1, 50);
        output.busy.await();
        give(recording, 1, 60);
        give(recording, 1, 70);
        output.gate.countDown();
        recording.close();

        assertThat(output.taken).hasSize(2);
        assertThat(output.focals).containsExactly(50.0, 60.0);
    }

    private void give(RecordingThread recording, int frames, double focal) {
        recording.camera(new CameraFacts(new Camera(focal, 1, 1), 40, Optional.empty()));
        give(recording, frames);
    }

    @Test
    void a_frame_without_a_holder_is_the_callers_mistake() {
        RecordingThread recording = start(1, WhenFull.BLOCK, Duration.ofSeconds(10));
        Frame released = new Frame(pool.acquire(2, 2), 0, 0, 0);
        released.close();

        assertThat(catchThrowable(() -> recording.accept(released, List.of())))
                .isInstanceOf(IllegalStateException.class);
        recording.close();
        assertThat(output.taken).isEmpty();
    }

    private RecordingThread start(int capacity, WhenFull whenFull, Duration closeTimeout) {
        return new RecordingThread(output, new Settings("test-recording", capacity, whenFull, closeTimeout), told::add);
    }

    private void give(RecordingThread recording, int frames) {
        for (int i = 0; i < frames; i++) {
            try (Frame frame = new Frame(pool.acquire(2, 2), i, i * 1000L, 0)) {
                recording.accept(frame, List.of());
            }
        }
    }

    /** An output that is slow, stuck or failing as a test wants it. */
    private static final class Scripted implements FrameOutput {
        final List<Long> taken = new CopyOnWriteArrayList<>();
        final List<List<Person>> people = new CopyOnWriteArrayList<>();
        final CountDownLatch busy = new CountDownLatch(1);
        final CountDownLatch finished = new CountDownLatch(1);
        volatile CountDownLatch gate = new CountDownLatch(0);
        volatile Duration delay = Duration.ZERO;
        volatile int failAt = -1;
        volatile boolean failAtClose;
        volatile Error error;
        final AtomicInteger closed = new AtomicInteger();
        final List<Double> focals = new CopyOnWriteArrayList<>();

        @Override
        public void camera(CameraFacts facts) {
            focals.add(facts.camera().focal());
        }

        @Override
        public void accept(Frame frame, List<Person> newPeople) {
            busy.countDown();
            try {
                gate.await();
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (error != null) {
                throw error;
            }
            if (frame.index() == failAt) {
                throw new UserException("The disk is full.");
            }
            assertThat(frame.pixels().byteSize()).isEqualTo(16);
            taken.add(frame.index());
            people.add(newPeople);
        }

        @Override
        public String format() {
            return "scripted";
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            finished.countDown();
            if (failAtClose) {
                throw new UserException("The disk is full.");
            }
        }
    }
}
