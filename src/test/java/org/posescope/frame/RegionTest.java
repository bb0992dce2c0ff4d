package org.posescope.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegionTest {
    private static final float TINY = 1e-3f;

    @Test
    void an_upright_region_maps_its_corners_to_the_picture() {
        Region region = new Region(100, 50, 40, 20, 0);

        assertThat(region.frameX(0, 0)).isCloseTo(80, within(TINY));
        assertThat(region.frameY(0, 0)).isCloseTo(40, within(TINY));
        assertThat(region.frameX(1, 1)).isCloseTo(120, within(TINY));
        assertThat(region.frameY(1, 1)).isCloseTo(60, within(TINY));
    }

    @Test
    void a_quarter_turn_is_clockwise_in_the_picture() {
        Region region = new Region(0, 0, 2, 2, (float) (Math.PI / 2));

        assertThat(region.frameX(1, 0.5f)).as("its right is the picture's bottom").isCloseTo(0, within(TINY));
        assertThat(region.frameY(1, 0.5f)).isCloseTo(1, within(TINY));
    }
}
