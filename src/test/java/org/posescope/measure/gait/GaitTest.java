package org.posescope.measure.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;

class GaitTest {
    private static final double FPS = 50;
    private static final int STEP_FRAMES = 25;
    private static final double STEP = 0.6;

    @Test
    void steps_have_the_length_and_rhythm_of_the_walk() {
        Gait gait = Gait.of(FPS, foot(0, false), foot(STEP_FRAMES, false));

        assertThat(gait.steps()).hasSize(7).allSatisfy(step -> {
            assertThat(step.length()).isCloseTo(STEP, within(1e-9));
            assertThat(step.seconds()).isCloseTo(0.5, within(1e-9));
        });
        assertThat(gait.cadence().orElseThrow()).isCloseTo(120, within(1e-9));
        assertThat(gait.stepLength(true).orElseThrow()).isCloseTo(STEP, within(1e-9));
    }

    @Test
    void a_contact_that_flickers_is_one() {
        assertThat(Gait.of(FPS, foot(0, true), foot(STEP_FRAMES, true)).stances())
                .hasSameSizeAs(Gait.of(FPS, foot(0, false), foot(STEP_FRAMES, false)).stances());
    }

    @Test
    void who_stands_still_makes_no_step() {
        List<Gait.FootFrame> still = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            still.add(new Gait.FootFrame(true, Vec3.ZERO));
        }
        Gait gait = Gait.of(FPS, still, still);

        assertThat(gait.steps()).isEmpty();
        assertThat(gait.cadence()).isEmpty();
        assertThat(gait.stances()).hasSize(2);
    }

    /** A foot that stands for 30 frames and swings for 20, two steps further each time. */
    private static List<Gait.FootFrame> foot(int start, boolean flickers) {
        List<Gait.FootFrame> frames = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int phase = Math.floorMod(i - start, 2 * STEP_FRAMES);
            boolean stands = i >= start && phase < 30 && !(flickers && phase == 15);
            int steps = 2 * Math.floorDiv(i - start, 2 * STEP_FRAMES) + (start > 0 ? 1 : 0);
            frames.add(new Gait.FootFrame(stands, new Vec3(0, 0.1, STEP * steps)));
        }
        return frames;
    }
}
