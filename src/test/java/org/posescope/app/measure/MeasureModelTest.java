package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.timeline.Stretch;
import org.posescope.app.timeline.TimelineModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.draw.angle.AngleReading;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.series.ValueRange;
import org.posescope.pipeline.kept.FoundFrame;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;

class MeasureModelTest {
    private static final SourceInfo VIDEO = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100,
            10_000_000, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);
    private static final long SECOND = 1_000_000_000;
    private static final long FRAME = 100_000;
    private static final Curve FIRST = new Curve(1, PoseAngle.LEFT_KNEE_FLEXION);
    private static final Curve SECOND_PERSON = new Curve(2, PoseAngle.LEFT_KNEE_FLEXION);
    private static final Curve ALL = new Curve(Curve.EVERYBODY, PoseAngle.LEFT_KNEE_FLEXION);

    private final TransportModel transport = new TransportModel(new FakePlayer(), true, 1);
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final BackgroundWork thread = new BackgroundWork(WorkKind.MEASURING, told::add);
    private final TimelineModel timeline = new TimelineModel(transport,
            new TimelineModel.Motion(() -> 0, (source, plan) -> List.of()), thread);
    private final List<FoundFrame> kept = new ArrayList<>();
    private final MeasureModel model = new MeasureModel(transport, timeline,
            new MeasureModel.Found(() -> kept.size(), (source, plan) -> List.copyOf(kept)), Optional.empty(), thread);

    @AfterEach
    void end() {
        thread.end();
    }

    private void play(SourceInfo source) {
        transport.opened(source);
        model.changed(Optional.of(source), Plan.DEFAULT);
        model.toggle();
        model.wanted().clear();
        model.toggle(ALL);
    }

    private void keep(long micros, OptionalInt identity, Person... people) {
        kept.add(new FoundFrame(micros, new Object(), () -> List.of(people),
                id -> id == 1 ? OptionalInt.of(1) : identity));
    }

    private AngleSeries measured(long nanos) throws InterruptedException {
        model.pulse(nanos);
        Runnable next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
        return model.series().get();
    }

    private static double[] near(double... degrees) {
        return degrees;
    }

    @Test
    void curves_go_from_frame_to_frame_of_what_is_kept_by_the_identities_of_now() throws InterruptedException {
        play(VIDEO);
        keep(0, OptionalInt.of(2), BentPeople.bent(1, 10));
        keep(FRAME, OptionalInt.of(2), BentPeople.bent(1, 20), BentPeople.bent(7, 50));
        keep(2 * FRAME, OptionalInt.empty(), BentPeople.bent(1, 30), BentPeople.bent(8, 60));

        AngleSeries series = measured(SECOND);

        assertThat(series.micros()).containsExactly(0, FRAME, 2 * FRAME);
        assertThat(series.people()).containsExactly(1, 2);
        assertThat(series.degrees().keySet()).containsExactly(FIRST, SECOND_PERSON);
        assertThat(series.degrees().get(FIRST)).containsExactly(near(10, 20, 30), within(1e-3));
        assertThat(series.degrees().get(SECOND_PERSON)).containsExactly(near(Double.NaN, 50, Double.NaN),
                within(1e-3));
    }

    @Test
    void what_is_kept_is_measured_anew_when_it_may_be_other_but_not_all_the_time() throws InterruptedException {
        play(VIDEO);
        keep(0, OptionalInt.empty(), BentPeople.bent(1, 10));
        assertThat(measured(SECOND).micros()).hasSize(1);
        keep(FRAME, OptionalInt.empty(), BentPeople.bent(1, 20));

        model.pulse(SECOND + 1);
        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
        assertThat(measured(2 * SECOND).micros()).hasSize(2);
        model.pulse(3 * SECOND);
        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void nothing_is_measured_while_the_page_is_closed() throws InterruptedException {
        play(VIDEO);
        model.toggle();
        keep(0, OptionalInt.empty(), BentPeople.bent(1, 10));
        model.pulse(SECOND);

        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
        assertThat(model.readings(BentPeople.bent(1, 10))).isEmpty();
    }

    @Test
    void figures_are_those_of_the_marked_part() throws InterruptedException {
        play(VIDEO);
        for (int i = 0; i < 5; i++) {
            keep(i * FRAME, OptionalInt.empty(), BentPeople.bent(1, 10 * i));
        }
        measured(SECOND);
        assertThat(model.range(FIRST)).hasValueSatisfying(range -> assertThat(range.high()).isCloseTo(40,
                within(1e-3)));

        transport.marks().begin(FRAME);
        transport.marks().end(3 * FRAME);

        ValueRange range = model.range(FIRST).orElseThrow();
        assertThat(new double[] {range.low(), range.high(), range.width(), range.mean()})
                .containsExactly(near(10, 30, 20, 20), within(1e-3));
        assertThat(CurvesCsv.of(model.series().get(), model.span(), id -> id == 1 ? "Ada, left" : "#" + id))
                .isEqualTo("""
                        time_s,"Ada, left left_knee_flexion"
                        0.100000,10.000
                        0.200000,20.000
                        0.300000,30.000
                        """);
    }

    @Test
    void a_camera_is_measured_frame_by_frame_and_its_last_half_minute_is_kept() throws InterruptedException {
        play(CAMERA);
        model.shown(0, List.of(BentPeople.bent(1, 10)));
        assertThat(measured(1).micros()).containsExactly(0);
        for (int second = 1; second <= 31; second++) {
            model.shown(second * 1_000_000L, List.of(BentPeople.bent(1, second)));
        }

        AngleSeries series = measured(2);

        assertThat(series.micros()).hasSize(31).startsWith(1_000_000).endsWith(31_000_000);
        assertThat(series.degrees().get(FIRST)[30]).isCloseTo(31, within(1e-3));
        assertThat(model.seen()).isEqualTo(new Stretch(1_000_000, 31_000_001));
    }

    @Test
    void an_angle_of_everybody_that_is_taken_away_of_one_stays_with_the_others() throws InterruptedException {
        play(VIDEO);
        keep(0, OptionalInt.of(2), BentPeople.bent(1, 10), BentPeople.bent(7, 50));
        measured(SECOND);

        model.toggle(FIRST);

        assertThat(model.wanted().curves().get()).containsExactly(SECOND_PERSON);
        assertThat(model.readings(BentPeople.bent(1, 10))).isEmpty();
        assertThat(model.readings(BentPeople.bent(2, 25))).extracting(AngleReading::angle)
                .containsExactly(PoseAngle.LEFT_KNEE_FLEXION);
        model.toggle(ALL);
        assertThat(model.wanted().curves().get()).containsExactly(ALL);
    }

    @Test
    void the_value_of_now_is_that_of_the_shown_frame_where_the_curve_does_not_know_it() throws InterruptedException {
        play(VIDEO);
        keep(0, OptionalInt.empty(), BentPeople.bent(1, 10));
        measured(SECOND);
        assertThat(model.now(FIRST).orElseThrow()).isCloseTo(10, within(1e-3));

        transport.shown(FRAME);
        model.shown(FRAME, List.of(BentPeople.bent(1, 44)));

        assertThat(model.now(FIRST).orElseThrow()).isCloseTo(44, within(1e-3));
        assertThat(model.now(SECOND_PERSON)).isEmpty();
    }
}
