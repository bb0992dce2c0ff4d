package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.Plans;
import org.posescope.testkit.ScriptedStages;

@Timeout(20)
class PlayerTest {
    private static final Plan USUAL = Plan.DEFAULT;
    private static final Plan UNFIT = Plans.of("live", "", "unfit");
    private static final Plan ABSENT = Plans.of("live", "yolox-nano", "");

    private final FramePool pool = new FramePool();
    private final NewestSlot newest = new NewestSlot();
    private final Heard heard = new Heard();
    private final Player player = new Player((input, news) -> open(input),
            new ScriptedStages(PlayerTest::missing, PlayerTest::stages), USUAL, Mode.MIN_LATENCY, newest);

    PlayerTest() {
        player.listen(heard);
    }

    @AfterEach
    void everyFrameIsGivenBack() {
        player.close();
        newest.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private FrameSource open(String input) {
        return switch (input) {
            case "long" -> FakeSource.video(pool, 1000, 50);
            case "short" -> FakeSource.video(pool, 3, 50);
            case "broken" -> FakeSource.video(pool, 100, 50).failsAt(3);
            default -> throw new UserException("there is no " + input);
        };
    }

    private static List<StageSpec> stages(Plan choice) {
        if (choice.networks().equals(UNFIT.networks())) {
            throw new UserException("that model does not fit");
        }
        return List.of(new StageSpec("look", 1, Looking::new));
    }

    private static List<ModelCard> missing(Plan choice) {
        return choice.equals(ABSENT) ? List.of(ModelCatalog.bundled().card("yolox-nano")) : List.of();
    }

    /** Finds nobody. */
    private static final class Looking implements Stage {
        @Override
        public void process(Job job) {
            job.people(List.of());
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Writes down what it is told. */
    private static final class Heard implements PlayerListener {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return events.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void opened(String input, SourceInfo info) {
            events.add("opened " + input);
        }

        @Override
        public void notOpened(String input, String why) {
            events.add("not opened: " + why);
        }

        @Override
        public void ended() {
            events.add("ended");
        }

        @Override
        public void failed(String why) {
            events.add("failed: " + why);
        }

        @Override
        public void warned(String message) {
            events.add("warned: " + message);
        }

        @Override
        public void missing(Plan choice, List<ModelCard> models) {
            events.add("missing " + models.getFirst().id());
        }

        @Override
        public void chosen(Plan choice) {
            events.add("chosen " + String.join(", ", choice.networks().models()));
        }

        @Override
        public void notChosen(String why) {
            events.add("not chosen: " + why);
        }

        @Override
        public void measured(MetricsSnapshot snapshot) {
            // Figures come once a second and are of no matter here.
        }
    }

    private ShownFrame nextMoment() throws InterruptedException {
        while (true) {
            var moment = newest.take();
            if (moment.isPresent()) {
                return moment.get();
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private void assertThatItPlays() throws InterruptedException {
        nextMoment().close();
        nextMoment().close();
    }

    @Test
    void what_cannot_be_opened_leaves_the_old_one_playing() throws InterruptedException {
        player.open("long");
        player.open("nothing");

        assertThat(heard.next()).isEqualTo("opened long");
        assertThat(heard.next()).isEqualTo("not opened: there is no nothing");
        assertThatItPlays();
    }

    @Test
    void a_source_that_breaks_is_told_and_can_be_followed_by_another() throws InterruptedException {
        player.open("broken");

        assertThat(heard.next()).isEqualTo("opened broken");
        assertThat(heard.next()).isEqualTo("failed: the fake source broke at frame 3");
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        assertThatItPlays();
    }

    @Test
    void the_end_is_told_and_a_seek_goes_on() throws InterruptedException {
        player.repeat(false);
        player.open("short");

        assertThat(heard.next()).isEqualTo("opened short");
        assertThat(heard.next()).isEqualTo("ended");
        player.seek(0);
        assertThat(heard.next()).isEqualTo("ended");
    }

    @Test
    void a_choice_takes_effect_while_playing_and_an_unfit_one_does_not() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");

        player.choose(Plans.of("live", "", "other"));
        player.choose(UNFIT);
        player.choose(ABSENT);

        assertThat(heard.next()).isEqualTo("chosen other");
        assertThat(heard.next()).isEqualTo("not chosen: that model does not fit");
        assertThat(heard.next()).isEqualTo("missing yolox-nano");
        assertThatItPlays();
    }

    @Test
    void what_was_to_be_opened_opens_when_its_models_are_there() throws InterruptedException {
        Player first = new Player((input, news) -> open(input),
                new ScriptedStages(PlayerTest::missing, PlayerTest::stages),
                ABSENT, Mode.ASYNC, newest);
        first.listen(heard);
        try (first) {
            first.open("long");
            assertThat(heard.next()).isEqualTo("missing yolox-nano");

            first.choose(USUAL);
            assertThat(heard.next()).isEqualTo("chosen ");
            assertThat(heard.next()).isEqualTo("opened long");
            assertThatItPlays();
        }
    }
}
