package org.posescope.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.player.Reel;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;

class TransportModelTest {
    private static final SourceInfo VIDEO = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100,
            10_000_000, true);
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);

    private final FakePlayer player = new FakePlayer();
    private final TransportModel model = new TransportModel(player, true, 1.5);

    private void play(SourceInfo source) {
        model.opened(source);
        assertThat(player.told()).containsExactly("repeat true", "speed 1.5");
    }

    @Test
    void nothing_can_be_done_without_a_source() {
        assertThat(player.told()).containsExactly("repeat true", "speed 1.5");
        model.togglePlay();
        model.step(1);
        model.seekTo(0.5);

        assertThat(player.told()).isEmpty();
        assertThat(model.playing().get()).isFalse();
    }

    @Test
    void a_source_plays_when_it_is_opened() {
        play(VIDEO);

        assertThat(model.playing().get()).isTrue();
        assertThat(model.duration().get()).isEqualTo(10_000_000);
        model.togglePlay();
        model.togglePlay();
        assertThat(player.told()).containsExactly("pause", "resume");
    }

    @Test
    void a_step_pauses_and_one_back_is_a_seek() {
        play(VIDEO);
        model.shown(2_000_000);

        model.step(1);
        model.step(-1);

        assertThat(player.told()).containsExactly("pause", "step", "pause", "seek before 2000000");
        assertThat(model.position().get()).isEqualTo(1_900_000);
    }

    @Test
    void steps_back_that_follow_each_other_faster_than_pictures_come_are_all_made() {
        play(VIDEO);
        model.shown(2_000_000);

        model.step(-1);
        model.step(-1);
        assertThat(model.frame().get()).isEqualTo("frame 18");
        model.shown(1_800_001);
        model.step(-1);

        assertThat(player.told()).containsExactly("pause", "seek before 2000000", "pause", "seek before 1850000",
                "pause",
                "seek before 1800001");
    }

    @Test
    void a_paused_camera_can_be_looked_back_at_and_goes_on_live() {
        model.lookBackBy(new Reel() {
            @Override
            public Optional<Span> held() {
                return Optional.of(new Span(7_000_000, 9_000_000));
            }

            @Override
            public long show(long positionMicros, int steps) {
                return Math.floorDiv(positionMicros, 100_000) * 100_000 + steps * 100_000L;
            }
        });
        play(CAMERA);
        model.shown(9_000_000);
        assertThat(model.position().get()).isEqualTo(9_000_000);

        model.togglePlay();
        assertThat(model.seekable().get()).isTrue();
        assertThat(model.duration().get()).isEqualTo(2_000_000);
        assertThat(model.position().get()).isEqualTo(2_000_000);
        model.seekTo(0.33);
        assertThat(model.position().get()).isEqualTo(600_000);
        model.step(-1);
        model.shown(7_500_000);
        assertThat(model.position().get()).isEqualTo(500_000);
        model.togglePlay();

        assertThat(player.told()).containsExactly("pause", "pause", "resume");
        assertThat(model.seekable().get()).isFalse();
        assertThat(model.duration().get()).isZero();
    }

    private static final SourceInfo FOLDER = new SourceInfo("photos", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 3,
            3_000_000, true);
    private static final SourceInfo PICTURE = new SourceInfo("beach.jpg", SourceInfo.Kind.IMAGE, 640, 480, 0, 1,
            1_000_000, true);

    @Test
    void pictures_of_a_folder_are_gone_through_one_by_one_in_both_directions() {
        play(FOLDER);
        model.shown(2_000_000);
        assertThat(model.frame().get()).isEqualTo("3 of 3");

        model.step(-1);
        assertThat(model.frame().get()).isEqualTo("2 of 3");
        model.step(-1);

        assertThat(player.told()).containsExactly("pause", "seek before 2000000", "pause", "seek before 500000");
        assertThat(model.frame().get()).isEqualTo("1 of 3");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.3, 0", "0.48, 1000000", "0.7, 2000000", "1, 2000000"})
    void a_place_on_the_seek_bar_is_the_picture_that_covers_it(double fraction, long micros) {
        play(FOLDER);

        model.seekTo(fraction);

        assertThat(player.told()).containsExactly("seek " + micros);
    }

    @Test
    void one_picture_is_not_a_clip() {
        play(VIDEO);
        assertThat(model.single().get()).isFalse();

        model.opened(PICTURE);

        assertThat(model.single().get()).isTrue();
    }

    @Test
    void frames_of_a_video_are_numbered_and_those_of_a_camera_are_not() {
        play(VIDEO);
        model.shown(3_700_000);
        assertThat(model.frame().get()).isEqualTo("frame 37");

        model.opened(CAMERA);
        model.shown(3_700_000);

        assertThat(model.frame().get()).isEmpty();
    }

    @Test
    void the_end_is_the_last_frame_and_stays() {
        play(VIDEO);

        model.toEnd();

        assertThat(player.told()).containsExactly("pause", "seek 9900000");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 5000000", "1, 9900000", "7, 9900000"})
    void a_seek_ends_at_the_last_frame(double fraction, long micros) {
        play(VIDEO);

        model.seekTo(fraction);

        assertThat(player.told()).containsExactly("seek " + micros);
    }

    @Test
    void after_the_end_play_starts_again() {
        play(VIDEO);
        model.shown(9_900_000);

        model.ended();
        assertThat(model.playing().get()).isFalse();
        model.togglePlay();
        assertThat(player.told()).containsExactly("seek 0", "resume");
    }

    @Test
    void loop_switched_on_at_the_end_goes_on() {
        play(VIDEO);
        model.toggleLoop();
        model.ended();

        model.toggleLoop();

        assertThat(player.told()).containsExactly("repeat false", "repeat true", "seek 0", "resume");
    }

    @Test
    void a_camera_can_be_paused_but_is_not_seekable() {
        play(CAMERA);

        assertThat(model.seekable().get()).isFalse();
        model.seekBy(5);
        model.togglePlay();
        assertThat(player.told()).containsExactly("pause");
    }

    @ParameterizedTest
    @CsvSource({"1, 2.0", "-1, 1.0", "9, 4.0", "-9, 0.25"})
    void speeds_go_up_and_down_by_steps(int steps, double speed) {
        play(VIDEO);

        model.changeSpeed(steps);

        assertThat(model.speed().get()).isEqualTo(speed);
        assertThat(player.told()).containsExactly("speed " + speed);
    }

    @ParameterizedTest
    @CsvSource({"0, 00:00.000", "1250000, 00:01.250", "61999999, 01:01.999", "3600000000, 1:00:00.000",
        "-5, 00:00.000"})
    void times_are_written_for_people(long micros, String text) {
        assertThat(TimeText.of(micros)).isEqualTo(text);
    }

    @Test
    void the_end_of_a_video_is_its_last_frame_although_times_are_rounded() {
        play(new SourceInfo("a.mp4", SourceInfo.Kind.VIDEO, 64, 48, 30, 200, 6_666_667, true));

        model.toEnd();

        // The last frame is at 6633333, the one before at 6600000.
        assertThat(model.position().get()).isBetween(6_600_001L, 6_633_333L);
        assertThat(player.told()).containsExactly("pause", "seek " + model.position().get());
    }
}
