package org.posescope.app.scene3d.posed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PosesAheadTest {
    private static final Staging ALONE = new Staging(Optional.empty(), 0);
    private static final Staging TOGETHER = new Staging(Optional.empty(), Optional.empty(), true, 0, 0);
    private static final Staging OTHER_SOURCE = new Staging(Optional.empty(), 1);

    /** What the owner's thread, here the test's, still has to run. */
    private final LinkedBlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final List<Long> late = new ArrayList<>();
    private final List<PoseRequest> begun = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore begins = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private volatile Thread worker;
    private final PosesAhead poses = new PosesAhead(ALONE, this::pose, scene -> late.add(scene.ptsMicros()),
            owner::add);

    private PosedScene pose(PoseRequest request) {
        worker = Thread.currentThread();
        begun.add(request);
        begins.release();
        mayEnd.acquireUninterruptibly();
        if (request.moment().ptsMicros() < 0) {
            throw new IllegalArgumentException("a moment that cannot be posed");
        }
        return new PosedScene(request.moment().ptsMicros(), List.of(), 0, Optional.empty(),
                request.staging().together() ? 1 : 0, new SourceView(request.moment().camera(), 1, 1));
    }

    private static SceneFrame at(long micros) {
        return Bodies.moment(micros);
    }

    private void awaitBegin() throws InterruptedException {
        assertThat(begins.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private void foreseePosed(long micros) throws InterruptedException {
        poses.foresee(at(micros));
        awaitBegin();
        mayEnd.release();
        awaitIdle();
    }

    /** Until the thread waits for more, which only its stack tells. */
    private void awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Stream.of(worker.getStackTrace()).noneMatch(call -> call.getMethodName().equals("take"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void deliver() throws InterruptedException {
        Runnable next = owner.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
    }

    private static Optional<Long> time(Optional<PosedScene> scene) {
        return scene.map(PosedScene::ptsMicros);
    }

    private List<Long> begunTimes() {
        return begun.stream().map(each -> each.moment().ptsMicros()).toList();
    }

    @AfterEach
    void close() {
        poses.close();
        mayEnd.release(100);
    }

    @Test
    void a_moment_that_was_posed_ahead_is_shown_at_once() throws InterruptedException {
        foreseePosed(1);

        assertThat(time(poses.show(at(1)))).contains(1L);
        assertThat(time(poses.show(at(1)))).as("again").contains(1L);
        assertThat(begunTimes()).containsExactly(1L);
        assertThat(owner).isEmpty();
    }

    @Test
    void a_moment_that_is_shown_before_it_is_posed_comes_late() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        assertThat(poses.show(at(1))).isEmpty();
        mayEnd.release();
        deliver();

        assertThat(late).containsExactly(1L);
        assertThat(begunTimes()).containsExactly(1L);
    }

    @Test
    void a_moment_is_not_shown_after_a_newer_one() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        assertThat(poses.show(at(1))).isEmpty();
        poses.foresee(at(2));
        mayEnd.release(2);
        awaitBegin();
        awaitIdle();
        assertThat(time(poses.show(at(2)))).contains(2L);
        deliver();

        assertThat(late).isEmpty();
    }

    @Test
    void while_posing_takes_longer_than_the_time_between_moments_the_view_goes_on() throws InterruptedException {
        poses.show(at(1));
        awaitBegin();
        poses.show(at(2));
        poses.show(at(3));
        mayEnd.release();
        deliver();
        awaitBegin();
        mayEnd.release();
        deliver();

        assertThat(late).containsExactly(1L, 3L);
        assertThat(begunTimes()).containsExactly(1L, 3L);
    }

    @Test
    void the_newest_of_what_came_while_another_was_posed_is_posed_next() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        poses.foresee(at(2));
        poses.foresee(at(3));
        mayEnd.release(2);
        awaitBegin();
        awaitIdle();

        assertThat(time(poses.show(at(3)))).contains(3L);
        assertThat(begunTimes()).containsExactly(1L, 3L);
    }

    @Test
    void nothing_is_posed_after_what_is_newer() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        poses.foresee(at(2));
        poses.foresee(at(3));
        mayEnd.release();
        awaitBegin();
        assertThat(poses.show(at(2))).isEmpty();
        mayEnd.release();
        awaitIdle();

        assertThat(time(poses.show(at(3)))).contains(3L);
        assertThat(begunTimes()).containsExactly(1L, 3L);
    }

    @Test
    void a_moment_that_is_expected_is_posed_though_newer_ones_come() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        poses.expect(at(2));
        for (long micros = 3; micros < 10; micros++) {
            poses.foresee(at(micros));
        }
        mayEnd.release(2);
        awaitBegin();
        awaitIdle();

        assertThat(time(poses.show(at(2)))).contains(2L);
        poses.expect(at(9));
        awaitBegin();
        assertThat(begunTimes()).containsExactly(1L, 2L, 9L);
    }

    @Test
    void a_step_back_is_posed_when_it_is_what_comes() throws InterruptedException {
        foreseePosed(5);
        poses.show(at(5));
        foreseePosed(3);
        assertThat(time(poses.show(at(3)))).contains(3L);

        poses.show(at(1));
        awaitBegin();
        mayEnd.release();
        deliver();
        assertThat(late).containsExactly(1L);
    }

    @Test
    void another_way_to_show_people_is_seen_at_rest() throws InterruptedException {
        foreseePosed(1);
        poses.show(at(1));

        assertThat(poses.stage(TOGETHER)).isEmpty();
        awaitBegin();
        mayEnd.release();
        deliver();
        assertThat(late).containsExactly(1L);
        assertThat(begun.getLast().staging()).isEqualTo(TOGETHER);
        assertThat(poses.show(at(1))).map(PosedScene::selectedId).contains(1);
    }

    @Test
    void another_way_to_show_people_does_not_go_back_to_the_moment_before() throws InterruptedException {
        foreseePosed(1);
        poses.show(at(1));
        foreseePosed(2);

        assertThat(poses.stage(TOGETHER)).isEmpty();
        assertThat(poses.show(at(2))).as("as it was wanted before").isEmpty();
        awaitBegin();
        mayEnd.release();
        deliver();
        assertThat(late).containsExactly(2L);
        assertThat(begunTimes()).containsExactly(1L, 2L, 2L);
    }

    @Test
    void nothing_of_another_source_is_shown() throws InterruptedException {
        poses.foresee(at(1));
        awaitBegin();
        poses.show(at(1));
        poses.foresee(at(2));
        poses.begin(OTHER_SOURCE);
        mayEnd.release();
        awaitIdle();
        assertThat(owner).isEmpty();

        assertThat(poses.show(at(1))).as("the same time of the other source").isEmpty();
        awaitBegin();
        mayEnd.release();
        deliver();
        assertThat(begun.getLast().staging()).isEqualTo(OTHER_SOURCE);
        assertThat(begunTimes()).containsExactly(1L, 1L);
    }

    @Test
    void what_is_ready_when_another_source_begins_is_not_shown() throws InterruptedException {
        poses.show(at(1));
        awaitBegin();
        mayEnd.release();
        awaitIdle();
        poses.begin(OTHER_SOURCE);
        deliver();

        assertThat(late).isEmpty();
    }

    @Test
    void a_moment_that_cannot_be_posed_does_not_end_the_view() throws InterruptedException {
        foreseePosed(-1);
        assertThat(poses.show(at(-1))).isEmpty();
        foreseePosed(1);

        assertThat(time(poses.show(at(1)))).contains(1L);
    }

    @Test
    void nothing_comes_after_close() throws InterruptedException {
        poses.show(at(1));
        awaitBegin();
        poses.close();
        mayEnd.release();

        assertThat(worker.join(Duration.ofSeconds(10))).isTrue();
        assertThat(owner).isEmpty();
    }
}
