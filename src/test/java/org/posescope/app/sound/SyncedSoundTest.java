package org.posescope.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SyncedSoundTest {
    private final FakeLine line = new FakeLine();
    private final SyncedSound sound = new SyncedSound(new SoundFeed(new CountingSamples(0, 3_000)), line);

    private void play(long fromMicros, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            sound.play(fromMicros + turn * 20_000L, 1);
        }
    }

    @Test
    void it_begins_where_the_picture_is_and_goes_on_without_a_gap() {
        play(1_000_000, 10);

        short[] samples = line.samples();
        assertThat(samples).hasSize(10 * 960);
        for (int i = 0; i < samples.length; i++) {
            assertThat((int) samples[i]).isEqualTo(1_000 + i / 48 - 10);
        }
        assertThat(line.told()).containsExactly("dropped after 0 ms");
    }

    @Test
    void it_goes_after_the_picture_that_went_elsewhere_and_bears_what_nobody_hears() {
        play(1_000_000, 5);
        play(1_150_000, 5);
        assertThat(line.told()).containsExactly("dropped after 0 ms");

        play(2_000_000, 1);

        assertThat(line.told()).containsExactly("dropped after 200 ms");
        assertThat((int) line.samples()[959]).isCloseTo(2_010, Offset.offset(20));
    }

    @Test
    void sound_that_is_too_early_waits_for_nothing_and_begins_anew() {
        play(1_000_000, 5);
        sound.play(1_005_000, 1);

        assertThat(line.told()).containsExactly("dropped after 0 ms", "dropped after 100 ms");
    }

    @Test
    void a_volume_is_in_the_samples() {
        sound.play(2_010_000, 0.5);

        assertThat((int) line.samples()[0]).isBetween(1_000, 1_006);
    }

    @Test
    void behind_its_end_it_is_silent_until_the_picture_comes_back() {
        assertThat(sound.play(2_995_000, 1)).isFalse();
        assertThat(sound.play(3_020_000, 1)).isFalse();
        assertThat(sound.play(9_000_000, 1)).isFalse();
        assertThat(line.told()).containsExactly("dropped after 0 ms");

        assertThat(sound.play(30_000, 1)).isTrue();

        assertThat((int) line.samples()[0]).isEqualTo(30);
    }

    @Test
    void before_its_begin_it_is_silent() {
        SyncedSound late = new SyncedSound(new SoundFeed(new CountingSamples(60, 3_000)), line);
        for (int turn = 0; turn < 4; turn++) {
            late.play(turn * 20_000L, 1);
        }

        assertThat((int) line.samples()[59 * 48]).isZero();
        assertThat((int) line.samples()[60 * 48]).isEqualTo(60);
    }
}
