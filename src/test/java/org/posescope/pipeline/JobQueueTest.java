package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class JobQueueTest {
    @AutoClose
    private final FramePool pool = new FramePool();
    private final FrameSource source = FakeSource.video(pool, 1, 25);
    @AutoClose
    private final Frame frame = source.next();

    private Job job(long sequence) {
        return new Job(sequence, Mode.ASYNC, new PendingFrame(frame, source.info(), 0, 0, 0),
                new Scenes.Place(0, 0, OptionalLong.empty(), false));
    }

    private static CompletableFuture<Long> takeLater(JobQueue queue) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Job job = queue.take();
                return job == null ? -1 : job.sequence();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }, task -> new Thread(task, "taker").start());
    }

    @Test
    void an_ordered_queue_holds_back_those_that_came_early() throws InterruptedException {
        JobQueue queue = new JobQueue(true);
        queue.startAt(7);
        queue.put(job(8));
        CompletableFuture<Long> first = takeLater(queue);
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(first).isNotDone();

        queue.put(job(7));

        assertThat(first.join()).isEqualTo(7);
        assertThat(queue.take().sequence()).isEqualTo(8);
    }

    @Test
    void a_queue_that_stays_behind_hands_out_a_job_when_the_one_so_many_before_it_is_through()
            throws InterruptedException {
        JobQueue queue = new JobQueue(true, 2);
        queue.startAt(5);
        LongStream.range(5, 9).forEach(sequence -> queue.put(job(sequence)));
        assertThat(queue.take().sequence()).isEqualTo(5);
        assertThat(queue.take().sequence()).isEqualTo(6);
        CompletableFuture<Long> third = takeLater(queue);
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(third).isNotDone();

        queue.through(5);

        assertThat(third.join()).isEqualTo(7);
    }

    @Test
    void any_other_queue_hands_out_the_oldest_that_is_there() throws InterruptedException {
        JobQueue queue = new JobQueue(false);
        queue.put(job(9));
        queue.put(job(4));

        assertThat(queue.take().sequence()).isEqualTo(4);
        assertThat(queue.take().sequence()).isEqualTo(9);
    }

    @Test
    void a_finished_queue_hands_out_the_rest_in_order_even_across_gaps() throws InterruptedException {
        JobQueue queue = new JobQueue(true);
        queue.put(job(5));
        queue.put(job(3));

        queue.finish();

        assertThat(queue.take().sequence()).isEqualTo(3);
        assertThat(queue.take().sequence()).isEqualTo(5);
        assertThat(queue.take()).isNull();
    }

    @Test
    void a_closed_queue_gives_back_what_it_has_and_takes_nothing() throws InterruptedException {
        JobQueue queue = new JobQueue(true);
        CompletableFuture<Long> waiting = takeLater(queue);
        queue.put(job(5));
        queue.put(job(3));

        List<Job> left = queue.close();

        assertThat(left).extracting(Job::sequence).containsExactly(3L, 5L);
        assertThat(waiting.join()).isEqualTo(-1);
        assertThat(queue.put(job(0))).isFalse();
        assertThat(queue.take()).isNull();
        assertThat(queue.close()).isEmpty();
    }
}
