package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.app.transport.TransportModel;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.testkit.ScriptedStages;
import org.posescope.testkit.TestVideos;
import org.posescope.testkit.TimedFilm;

/** Steps of a user through all frames of a film, with all that lies between the buttons and the film. */
@Timeout(60)
class StepsTest {
    @TempDir
    Path folder;

    private final FramePool pool = new FramePool();
    private final NewestSlot newest = new NewestSlot();
    private final BlockingQueue<SourceInfo> opened = new LinkedBlockingQueue<>();
    private Supplier<FrameSource> film;
    private final Player player = new Player((input, wanted, news) -> film.get(),
            new ScriptedStages(_ -> List.of(), _ -> List.of(new StageSpec("look", 1, Nobody::new))), Plan.DEFAULT,
            Mode.MIN_LATENCY, new KeptClips(Optional.empty()), newest, pool);
    private TransportModel transport;

    private static final class Nobody implements Stage {
        @Override
        public void process(Job job) {
            job.people(List.of());
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private final class Opening implements PlayerListener {
        @Override
        public void opened(String input, SourceInfo info) {
            opened.add(info);
        }

        @Override
        public void notOpened(String input, String why) {
            throw new AssertionError(why);
        }

        @Override
        public void ended() {
            // The transport hears of it where a test says so.
        }

        @Override
        public void failed(String why) {
            throw new AssertionError(why);
        }

        @Override
        public void warned(String message) {
            // Of no matter here.
        }

        @Override
        public void missing(Plan choice, List<ModelCard> models) {
            throw new AssertionError("nothing is missing");
        }

        @Override
        public void finderMissing(ModelCard finder) {
            throw new AssertionError("nothing is missing");
        }

        @Override
        public void chosen(Plan choice) {
            // Nobody chooses.
        }

        @Override
        public void notChosen(String why) {
            throw new AssertionError(why);
        }

        @Override
        public void measured(MetricsSnapshot snapshot) {
            // Of no matter here.
        }
    }

    @AfterEach
    void every_frame_is_given_back() {
        player.close();
        newest.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private void open(Supplier<FrameSource> wanted) throws InterruptedException {
        film = wanted;
        player.listen(new Opening());
        transport = new TransportModel(player, true, 1);
        player.open("film");
        transport.opened(opened.take());
        transport.stop();
    }

    /** Waits until a frame at another place is shown, or for some time the one at this place alone. */
    private long shownAfter(long place) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < patience) {
            player.pulse();
            Optional<ShownFrame> moment = newest.take();
            if (moment.isPresent()) {
                try (ShownFrame now = moment.get()) {
                    while (player.seeking()) {
                        player.pulse();
                    }
                    transport.shown(now.positionMicros());
                    if (now.positionMicros() != place) {
                        return now.positionMicros();
                    }
                }
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
        return place;
    }

    private void goTo(long place) throws InterruptedException {
        transport.seekToMicros(place);
        long reached = -1;
        while (reached != place) {
            reached = shownAfter(-1);
        }
    }

    private void assertEveryFrameIsReached(List<Long> times) throws InterruptedException {
        long first = times.getFirst();
        goTo(first);
        List<Long> on = new ArrayList<>(List.of(first));
        while (on.size() < times.size()) {
            transport.step(1);
            on.add(shownAfter(on.getLast()));
        }
        assertThat(on).isEqualTo(times);
        List<Long> back = new ArrayList<>(List.of(times.getLast()));
        while (back.size() < times.size()) {
            transport.step(-1);
            back.add(shownAfter(back.getLast()));
        }
        assertThat(back).isEqualTo(times.reversed());
    }

    @ParameterizedTest
    @CsvSource({"12, 12288", "23.976023976, 24000", "24, 12288", "25, 12800", "29.97002997, 30000", "30, 15360",
        "60, 15360", "60, 1000"})
    void every_step_is_one_frame_at_any_rate(double fps, long unitsPerSecond) throws InterruptedException {
        TimedFilm made = TimedFilm.constant(pool, 80, fps, unitsPerSecond);
        open(() -> made);

        assertEveryFrameIsReached(made.times());
    }

    @Test
    void every_step_is_one_frame_where_the_rate_varies() throws InterruptedException {
        TimedFilm made = TimedFilm.of(pool, List.of(0L, 100_000L, 133_333L, 400_000L, 500_000L, 1_200_000L, 1_210_000L,
                2_500_000L, 2_600_000L, 2_700_000L, 2_733_333L));
        open(() -> made);

        assertEveryFrameIsReached(made.times());
    }

    @ParameterizedTest
    @CsvSource({"twelve.mp4, 12, 1", "ntsc.mp4, 30000, 1001", "thirty.mkv, 30, 1", "sixty.mp4, 60, 1"})
    void every_step_is_one_frame_of_a_file(String name, int unitsPerSecond, int units) throws InterruptedException {
        Path file = TestVideos.clip(64, 48, 40).at(unitsPerSecond, index -> (long) index * units)
                .write(folder.resolve(name));
        List<Long> times = times(file);
        assertThat(times).hasSizeGreaterThan(35);
        open(() -> VideoSource.open(file, 1, pool));

        assertEveryFrameIsReached(times);
    }

    private List<Long> times(Path file) {
        List<Long> times = new ArrayList<>();
        try (VideoSource source = VideoSource.open(file, 1, pool)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                times.add(frame.ptsMicros());
                frame.close();
            }
        }
        return times;
    }

    @Test
    void steps_pass_over_marks_in_both_directions() throws InterruptedException {
        TimedFilm made = TimedFilm.constant(pool, 40, 12, 12288);
        open(() -> made);
        goTo(made.times().get(30));
        transport.markEnd();
        goTo(made.times().get(20));
        transport.markBegin();

        assertEveryFrameIsReached(made.times());
    }

    @Test
    void a_step_goes_on_behind_the_last_marked_frame_although_the_first_was_read_ahead() throws InterruptedException {
        List<Long> times = LongStream.range(0, 40).map(index -> index * 100_000).boxed().toList();
        TimedFilm made = TimedFilm.of(pool, times);
        open(() -> made);
        goTo(times.get(5));
        transport.markBegin();
        goTo(times.get(7));
        transport.markEnd();
        transport.togglePlay();
        long place = times.get(7);
        // The mark is passed once, so that the first marked frame has been read behind the last one.
        while (place != times.get(5)) {
            place = shownAfter(place);
        }
        while (place != times.get(7)) {
            place = shownAfter(place);
        }
        transport.stop();

        transport.step(1);

        assertThat(shownAfter(place)).isEqualTo(times.get(8));
    }

    @Test
    void a_step_at_the_end_stays_there() throws InterruptedException {
        TimedFilm made = TimedFilm.constant(pool, 10, 30, 15360);
        open(() -> made);
        goTo(made.times().getLast());

        transport.step(1);
        transport.step(-1);

        assertThat(shownAfter(made.times().getLast())).isEqualTo(made.times().get(8));
        assertThat(Collections.max(made.times())).isGreaterThan(transport.position().get());
    }
}
