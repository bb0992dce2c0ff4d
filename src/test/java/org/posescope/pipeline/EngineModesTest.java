package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Collections;
import java.util.ArrayList;
import java.util.Set;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.Person;

@Timeout(60)
class EngineModesTest {
    private static final int FRAMES = 150;

    /** What a tracker is to the engine: what it says of a frame depends on all frames before it. */
    private static final class Memory implements Stage {
        private int state = 17;

        @Override
        public void process(Job job) {
            float seen = job.people().getFirst().ownKeypoints().points().getFirst().x();
            state = 31 * state + (int) seen;
            job.people(List.of(MadeUpPeople.at(state % 10_000), job.people().getFirst()));
        }

        @Override
        public void close() {}
    }

    private static List<List<Person>> people(Mode mode, int workers, boolean switching) throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            Work perFrame = job -> job.people(List.of(MadeUpPeople.at(Math.floorMod(job.frame().index() * 7919, 997))));
            rig.engine(EngineRig.exact(mode, workers + 2), rig.video(FRAMES),
                    rig.stage("parallel", Work.sleepUnevenly(1500).then(perFrame)).spec(workers),
                    new StageSpec("in order", 1, Memory::new));
            if (switching) {
                rig.listener().also(result -> {
                    if (result.sequence() % 10 == 0) {
                        rig.toggleMode();
                    }
                });
            }
            rig.runToEnd();
            return rig.listener().entries().stream().map(RecordingListener.Entry::people).toList();
        }
    }

    @Test
    void in_min_latency_the_next_frame_of_a_file_is_read_while_the_present_one_is_worked_on()
            throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            rig.engine(EngineRig.exact(Mode.MIN_LATENCY, 1), rig.video(5), rig.stage("pose", job -> {
                int next = job.frame().index() == 4 ? 0 : 1;
                EngineRig.await(() -> rig.pool().lent() >= 1 + next, "the next frame was read");
            }).spec(1));

            assertThat(rig.runToEnd().counts().results()).isEqualTo(5);
        }
    }

    @Test
    void a_stage_is_ahead_of_the_next_by_no_more_frames_than_it_may_even_where_frames_fail()
            throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            AtomicLong through = new AtomicLong(-1);
            AtomicLong lead = new AtomicLong();
            StageSpec seen = rig.stage("see", job -> {
                lead.accumulateAndGet(job.sequence() - through.get(), Math::max);
                Work.sleepUnevenly(1500).process(job);
            }).spec(3);
            StageSpec followed = rig.stage("follow", Work.failEvery(3)).spec(1);
            rig.engine(EngineRig.exact(Mode.ASYNC, 8), rig.video(60),
                    seen.withAhead(3),
                    new StageSpec(followed.name(), 1, () -> noting(followed.factory().get(), through)));

            assertThat(rig.runToEnd().counts()).extracting(Counts::results, Counts::failed).containsExactly(40L, 20L);

            assertThat(lead.get()).isEqualTo(3);
        }
    }

    @Test
    void a_stage_beside_the_next_one_works_on_the_same_frame_and_the_third_waits_for_both()
            throws InterruptedException {
        Job.Attachment<CountDownLatch> met = new Job.Attachment<>("met");
        try (EngineRig rig = new EngineRig()) {
            Map<Long, CountDownLatch> meetings = new ConcurrentHashMap<>();
            Set<String> through = ConcurrentHashMap.newKeySet();
            List<Integer> known = Collections.synchronizedList(new ArrayList<>());
            Work look = job -> {
                CountDownLatch both = meetings.computeIfAbsent(job.sequence(), _ -> new CountDownLatch(2));
                both.countDown();
                both.await();
                Work.sleepUnevenly(1000).process(job);
                through.add(Thread.currentThread().getName().replaceAll("-[0-9]+$", "") + job.sequence());
            };
            rig.engine(EngineRig.exact(Mode.ASYNC, 6), rig.video(60),
                    rig.stage("detect", look.then(Work.failEvery(4))).spec(2).besideNext(),
                    rig.stage("foresee", look.then(job -> job.attach(met, meetings.get(job.sequence())))).spec(2)
                            .withAhead(2),
                    rig.stage("pose", job -> {
                        assertThat(job.attached(met)).isPresent();
                        known.add((int) through.stream().filter(each -> each.endsWith("e" + job.sequence())
                                || each.endsWith("t" + job.sequence())).count());
                    }).spec(1));

            assertThat(rig.runToEnd().counts()).extracting(Counts::results, Counts::failed).containsExactly(45L, 15L);

            assertThat(known).hasSize(45).containsOnly(2);
            assertThat(rig.pool().lent()).isZero();
        }
    }

    @Test
    void there_is_nothing_beside_the_last_stage() throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            StageSpec last = rig.stage("last", _ -> {}).spec(1).besideNext();

            assertThatThrownBy(() -> {
                rig.engine(EngineRig.exact(Mode.ASYNC, 2), rig.video(1), last);
                rig.runToEnd();
            }).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("last");
        }
    }

    private static Stage noting(Stage stage, AtomicLong through) {
        return new Stage() {
            @Override
            public void process(Job job) throws Exception {
                through.set(job.sequence());
                stage.process(job);
            }

            @Override
            public void close() {
                stage.close();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void both_modes_and_any_mix_of_them_give_the_same_people(int workers) throws InterruptedException {
        List<List<Person>> oneByOne = people(Mode.MIN_LATENCY, 1, false);

        assertThat(oneByOne).hasSize(FRAMES).doesNotHaveDuplicates();
        assertThat(people(Mode.ASYNC, workers, false)).isEqualTo(oneByOne);
        assertThat(people(Mode.ASYNC, workers, true)).isEqualTo(oneByOne);
    }
}
