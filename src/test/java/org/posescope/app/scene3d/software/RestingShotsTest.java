package org.posescope.app.scene3d.software;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.testkit.Fx;

class RestingShotsTest {
    @Test
    void a_shot_rests_for_two_pulses_each() throws Exception {
        Fx.start();
        Fx.run(() -> {
            List<Shot> rested = new ArrayList<>();
            RestingShots resting = new RestingShots(rested::add);
            Shot first = new Shot(8, 8);
            Shot second = new Shot(8, 8);

            resting.rest(first);
            resting.handle(0);
            resting.rest(second);
            assertThat(rested).isEmpty();
            resting.handle(1);
            assertThat(rested).containsExactly(first);
            resting.handle(2);
            assertThat(rested).containsExactly(first, second);
        });
    }
}
