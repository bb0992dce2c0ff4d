package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.posescope.frame.FramePool;
import org.posescope.pipeline.playback.PendingFrame;
import org.posescope.testkit.FakeSource;

class ScenesTest {
    @AutoClose
    private final FramePool pool = new FramePool();
    private final FakeSource source = FakeSource.video(pool, 100, 10);
    private final Scenes scenes = new Scenes();
    private int given;

    /** Hands the frame at a tenth of a second to the stages. */
    private Scenes.Place worked(int position, long epoch) {
        PendingFrame taken = frame(position, epoch);
        Scenes.Place place = scenes.of(taken);
        scenes.worked(taken, place);
        taken.frame().close();
        return place;
    }

    private PendingFrame frame(int position, long epoch) {
        source.startsAt(position);
        return new PendingFrame(source.next().movedTo(given++, given * 100_000L), source.info(), epoch, 0, 0);
    }

    private void recalled(int position, long epoch) {
        PendingFrame taken = frame(position, epoch);
        scenes.recalled();
        taken.frame().close();
    }

    @Test
    void frames_one_after_the_other_are_one_scene_that_grows_older() {
        assertThat(worked(0, 0)).isEqualTo(new Scenes.Place(1, 0, OptionalLong.empty(), false));
        assertThat(worked(1, 0)).isEqualTo(new Scenes.Place(1, 100_000, OptionalLong.of(100_000), true));
        assertThat(worked(2, 0)).isEqualTo(new Scenes.Place(1, 200_000, OptionalLong.of(100_000), true));
    }

    @Test
    void a_seek_and_a_source_that_starts_again_begin_a_scene() {
        worked(5, 0);
        assertThat(worked(6, 1)).isEqualTo(new Scenes.Place(2, 0, OptionalLong.empty(), false));
        assertThat(worked(0, 1)).isEqualTo(new Scenes.Place(3, 0, OptionalLong.empty(), false));
    }

    @Test
    void a_short_stretch_that_was_recalled_is_bridged_and_a_longer_one_is_not() {
        worked(0, 0);
        recalled(1, 0);
        assertThat(worked(2, 0)).isEqualTo(new Scenes.Place(1, 200_000, OptionalLong.of(200_000), false));
        for (int position = 3; position < 9; position++) {
            recalled(position, 0);
        }
        assertThat(worked(9, 0)).isEqualTo(new Scenes.Place(2, 0, OptionalLong.empty(), false));
    }

    @Test
    void a_slow_machine_that_drops_many_frames_is_still_in_the_same_scene() {
        worked(0, 0);
        given += 20;
        assertThat(worked(21, 0)).isEqualTo(new Scenes.Place(1, 2_100_000, OptionalLong.of(2_100_000), false));
    }
}
