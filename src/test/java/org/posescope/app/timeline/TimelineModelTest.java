package org.posescope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.kept.Attendance;
import org.posescope.plan.Plan;

class TimelineModelTest {
    private static final SourceInfo VIDEO = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100,
            10_000_000, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);
    private static final long SECOND = 1_000_000_000;

    private final FakePlayer player = new FakePlayer();
    private final TransportModel transport = new TransportModel(player, true, 1);
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final BackgroundWork thread = new BackgroundWork(WorkKind.TIMELINE, told::add);
    private final AtomicLong changes = new AtomicLong(1);
    private final TimelineModel model = new TimelineModel(transport, new TimelineModel.Motion(changes::get,
            (source, plan) -> List.of(new Attendance(0, Map.of((int) changes.get(), 1f)))), thread);

    @BeforeEach
    void play() {
        transport.opened(VIDEO);
        model.changed(Optional.of(VIDEO), Plan.DEFAULT);
        player.told();
    }

    @AfterEach
    void end() {
        thread.end();
    }

    private List<Integer> ids() throws InterruptedException {
        Runnable next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
        return model.lanes().get().people().stream().map(Lane::id).toList();
    }

    @Test
    void lanes_are_made_anew_when_people_may_be_others() throws InterruptedException {
        model.pulse(SECOND);
        assertThat(ids()).containsExactly(1);

        model.pulse(2 * SECOND);
        changes.set(2);
        model.pulse(3 * SECOND);
        assertThat(ids()).containsExactly(2);
        assertThat(told).isEmpty();
    }

    @Test
    void lanes_of_what_played_before_are_not_shown() throws InterruptedException {
        model.pulse(SECOND);
        model.changed(Optional.of(CAMERA), Plan.DEFAULT);

        assertThat(ids()).isEmpty();
        assertThat(model.available().get()).isFalse();
    }

    @Test
    void what_is_seen_goes_on_with_the_cursor() {
        model.zoom(0.1, 0);
        assertThat(model.seen().get()).isEqualTo(new Stretch(0, 1_000_000));

        transport.shown(900_000);
        assertThat(model.seen().get()).isEqualTo(new Stretch(0, 1_000_000));
        transport.shown(1_000_000);
        assertThat(model.seen().get()).isEqualTo(new Stretch(900_000, 1_900_000));
        transport.shown(0);
        assertThat(model.seen().get()).isEqualTo(new Stretch(0, 1_000_000));
        model.showAll();
        assertThat(model.seen().get()).isEqualTo(new Stretch(0, 10_000_000));
    }

    @Test
    void a_place_of_what_is_seen_can_be_gone_to() {
        model.zoom(0.5, 1);
        model.pan(-0.5);

        model.seek(0.5);

        assertThat(player.told()).containsExactly("seek 5000000");
    }
}
