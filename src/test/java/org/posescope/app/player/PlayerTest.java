package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.Plans;
import org.posescope.testkit.ScriptedStages;

@Timeout(20)
class PlayerTest {
    private static final Plan USUAL = Plan.DEFAULT;
    private static final Plan OTHER = Plans.of("live", "", "other");
    private static final Plan IMPOSSIBLE = Plans.of("live", "", "impossible");
    private static final Plan UNFIT = Plans.of("live", "", "unfit");
    private static final Map<Integer, Float> LEFT_AND_RIGHT = Map.of(1, 0f, 2, 4f);
    private static final Plan ABSENT = Plans.of("live", "yolox-nano", "");

    private final FramePool pool = new FramePool();
    private final NewestSlot newest = new NewestSlot();
    private final Heard heard = new Heard();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Double> rates = new CopyOnWriteArrayList<>();
    private final Player player = new Player(this::open,
            new ScriptedStages(PlayerTest::missing, this::stages), USUAL, Mode.MIN_LATENCY,
            new KeptClips(Optional.empty()), newest, pool);

    PlayerTest() {
        player.listen(heard);
    }

    @Test
    void the_rate_of_pictures_is_theirs_whenever_they_are_opened() throws InterruptedException {
        player.openPictures("long", 25);
        assertThat(heard.next()).isEqualTo("opened long");
        player.reopen();
        assertThat(heard.next()).isEqualTo("opened long");
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");

        assertThat(rates).containsExactly(25.0, 25.0, 0.0);
    }

    @AfterEach
    void everyFrameIsGivenBack() {
        player.close();
        newest.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private FrameSource open(String input, SourceOptions wanted, Consumer<String> news) {
        rates.add(wanted.pictureFps());
        return switch (input) {
            case "long" -> FakeSource.video(pool, 1000, 50);
            case "short" -> FakeSource.video(pool, 3, 50);
            case "camera" -> FakeSource.camera(pool, Long.MAX_VALUE);
            case "impossible" -> throw new IllegalStateException("no such container");
            case "flawed" -> FakeSource.video(pool, 3, 50).warns("it is dark", "it was cut");
            case "broken" -> FakeSource.video(pool, 100, 50).failsAt(3);
            default -> throw new UserException("there is no " + input);
        };
    }

    private List<StageSpec> stages(Plan choice) {
        if (choice.networks().equals(IMPOSSIBLE.networks())) {
            throw new NoClassDefFoundError("native library");
        }
        if (choice.networks().equals(UNFIT.networks())) {
            throw new UserException("that model does not fit");
        }
        int networks = choice.networks().equals(OTHER.networks()) ? 2 : 1;
        return List.of(new StageSpec("look", 1, () -> new Looking(networks, looks)));
    }

    private static List<ModelCard> missing(Plan choice) {
        return choice.equals(ABSENT) ? List.of(ModelCatalog.bundled().card("yolox-nano")) : List.of();
    }

    /**
     * Finds two people in every frame, one left and one right, whose score tells the networks. As a tracker does, it gives them new
     * identities whenever it begins anew, and not in the order of before.
     */
    private static final class Looking implements Stage {
        private final int networks;
        private final AtomicInteger looks;
        private long scene = -1;
        private int begun;

        Looking(int networks, AtomicInteger looks) {
            this.networks = networks;
            this.looks = looks;
        }

        @Override
        public void process(Job job) {
            looks.incrementAndGet();
            if (scene != job.scene()) {
                scene = job.scene();
                begun++;
            }
            int left = 2 * begun + begun % 2;
            int right = 2 * begun + (begun + 1) % 2;
            job.people(List.of(person(left, 0), person(right, 4)));
        }

        private Person person(int id, float x) {
            List<Keypoint> points = Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(x, 1, 1));
            return new Person(id, networks / 10f, new Box(x, 0, 3, 5), List.of(new Keypoints(Skeletons.COCO17, points)),
                    Optional.empty(), Optional.empty(), Optional.empty());
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
        public void finderMissing(ModelCard finder) {
            events.add("finder " + finder.id());
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

    /** The position of the first moment that certain networks have looked at; those before are given back. */
    private long nextSeenBy(int networks) throws InterruptedException {
        while (true) {
            try (ShownFrame moment = nextMoment()) {
                if (moment.people().getFirst().score() == networks / 10f) {
                    return moment.positionMicros();
                }
            }
        }
    }

    private void nextAt(long positionMicros) throws InterruptedException {
        while (true) {
            try (ShownFrame moment = nextMoment()) {
                if (moment.positionMicros() == positionMicros) {
                    return;
                }
            }
        }
    }

    /** Where the people of the next moment stand, by their identities. */
    private Map<Integer, Float> nextPlaces(long positionMicros) throws InterruptedException {
        while (true) {
            try (ShownFrame moment = nextMoment()) {
                if (moment.positionMicros() == positionMicros) {
                    return moment.people().stream()
                            .collect(Collectors.toMap(Person::id, person -> person.box().x()));
                }
            }
        }
    }

    private void assertThatItPlays() throws InterruptedException {
        nextMoment().close();
        nextMoment().close();
    }

    @Test
    void seeking_back_and_forth_shows_the_same_people_with_the_same_identities_and_looks_once_at_each_frame()
            throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        nextMoment().close();
        player.pause();
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            player.seek(i * 20_000L);
            assertThat(nextPlaces(i * 20_000L)).isEqualTo(LEFT_AND_RIGHT);
        }
        int before = looks.get();
        for (int i = 0; i < 50; i++) {
            long place = random.nextInt(20) * 20_000L;
            player.seek(place);
            assertThat(nextPlaces(place)).isEqualTo(LEFT_AND_RIGHT);
        }
        assertThat(looks).hasValue(before);
    }

    @Test
    void identities_stay_in_all_rounds_of_a_loop() throws InterruptedException {
        player.open("short");
        for (int round = 0; round < 5; round++) {
            assertThat(nextPlaces(0)).isEqualTo(LEFT_AND_RIGHT);
            assertThat(nextPlaces(40_000)).isEqualTo(LEFT_AND_RIGHT);
        }
    }

    @Test
    void other_networks_find_the_same_people_under_their_identities() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        player.pause();
        player.seek(200_000);
        assertThat(nextPlaces(200_000)).isEqualTo(LEFT_AND_RIGHT);

        player.choose(OTHER);

        assertThat(heard.next()).isEqualTo("chosen other");
        assertThat(nextPlaces(200_000)).isEqualTo(LEFT_AND_RIGHT);
    }

    @Test
    void a_field_of_view_that_changes_while_paused_leaves_everybody_who_they_are() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        player.pause();
        player.seek(200_000);
        assertThat(nextPlaces(200_000)).isEqualTo(LEFT_AND_RIGHT);

        for (int fov : List.of(95, 40, 60)) {
            player.choose(USUAL.withPlace(USUAL.place().withLens(fov, 0)));
            assertThat(heard.next()).startsWith("chosen");
            assertThat(nextPlaces(200_000)).as("field of view %d", fov).isEqualTo(LEFT_AND_RIGHT);
        }
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
    void what_is_wrong_with_a_source_is_told_once_when_it_was_opened() throws InterruptedException {
        player.repeat(false);
        player.open("flawed");

        assertThat(heard.next()).isEqualTo("opened flawed");
        assertThat(heard.next()).isEqualTo("warned: it is dark; it was cut");
        assertThat(heard.next()).isEqualTo("ended");
        player.seek(0);
        assertThat(heard.next()).isEqualTo("ended");
    }

    @Test
    void a_choice_takes_effect_while_playing_and_an_unfit_one_does_not() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");

        player.choose(OTHER);
        player.choose(UNFIT);
        player.choose(ABSENT);

        assertThat(heard.next()).isEqualTo("chosen other");
        assertThat(heard.next()).isEqualTo("not chosen: that model does not fit");
        assertThat(heard.next()).isEqualTo("missing yolox-nano");
        assertThatItPlays();
    }

    @Test
    void what_was_to_be_opened_opens_when_its_models_are_there() throws InterruptedException {
        Player first = new Player(this::open,
                new ScriptedStages(PlayerTest::missing, this::stages),
                ABSENT, Mode.ASYNC, new KeptClips(Optional.empty()), newest, pool);
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

    @Test
    void a_choice_while_paused_looks_again_at_the_picture_that_is_shown_and_stays_there() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        nextMoment().close();
        player.pause();
        player.seek(200_000);
        nextAt(200_000);

        player.choose(OTHER);

        assertThat(nextSeenBy(2)).isEqualTo(200_000);
        player.step();
        assertThat(nextSeenBy(2)).isEqualTo(220_000);
    }

    @Test
    void a_choice_while_the_source_is_sought_looks_at_the_place_that_was_asked_for() throws InterruptedException {
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        nextMoment().close();
        player.pause();

        player.seek(400_000);
        player.choose(OTHER);

        assertThat(nextSeenBy(2)).isEqualTo(400_000);
    }

    @Test
    void a_choice_at_the_end_looks_again_at_the_last_picture_and_does_not_start_again() throws InterruptedException {
        player.repeat(false);
        player.open("short");
        assertThat(heard.next()).isEqualTo("opened short");
        assertThat(heard.next()).isEqualTo("ended");
        nextAt(40_000);
        player.repeat(true);

        player.choose(OTHER);

        assertThat(heard.next()).isEqualTo("chosen other");
        assertThat(nextSeenBy(2)).isEqualTo(40_000);
        player.step();
        assertThat(heard.next()).as("a step does not begin again").isEqualTo("ended");
        player.seekBefore(40_000);
        assertThat(nextSeenBy(2)).isEqualTo(20_000);
        player.step();
        assertThat(nextSeenBy(2)).isEqualTo(40_000);
    }

    @Test
    void a_camera_that_is_paused_has_nothing_that_could_be_looked_at_again() throws InterruptedException {
        player.open("camera");
        assertThat(heard.next()).isEqualTo("opened camera");
        nextMoment().close();
        player.pause();

        player.choose(OTHER);
        assertThat(heard.next()).isEqualTo("chosen other");

        player.resume();
        long _ = nextSeenBy(2);
    }

    @Test
    void an_unexpected_error_is_told_and_the_player_goes_on() throws InterruptedException {
        player.open("impossible");
        assertThat(heard.next()).startsWith("not opened: ").contains("IllegalStateException");
        player.open("long");
        assertThat(heard.next()).isEqualTo("opened long");
        player.choose(IMPOSSIBLE);
        assertThat(heard.next()).startsWith("not chosen: ").contains("NoClassDefFoundError");

        assertThatItPlays();
    }
}
