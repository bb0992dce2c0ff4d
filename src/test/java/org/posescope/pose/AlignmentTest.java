package org.posescope.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;

class AlignmentTest {
    private static final float TINY = 1e-3f;

    @Test
    void an_upright_body_has_an_upright_region() {
        Region region = Alignment.region(100, 200, 100, 100);

        assertThat(region).isEqualTo(new Region(100, 200, 250, 250, 0));
    }

    @Test
    void a_leaning_body_is_upright_in_its_own_region() {
        Region region = Alignment.region(100, 200, 160, 120);

        assertThat(region.width()).isCloseTo(250, within(TINY));
        // The circle's point is straight above the hips: half the region's width over the enlargement away.
        assertThat(region.frameX(0.5f, 0.1f)).isCloseTo(160, within(TINY));
        assertThat(region.frameY(0.5f, 0.1f)).isCloseTo(120, within(TINY));
    }
}
