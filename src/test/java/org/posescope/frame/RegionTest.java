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

    @Test
    void regions_overlap_by_their_common_part_of_both_whatever_their_turn() {
        Region region = new Region(100, 100, 40, 40, 0);

        assertThat(region.overlap(new Region(120, 100, 40, 40, 1))).isCloseTo(1 / 3f, within(TINY));
        assertThat(region.overlap(region)).isOne();
        assertThat(region.overlap(new Region(200, 100, 40, 40, 0))).isZero();
    }

    @Test
    void a_region_is_usable_that_is_finite_large_enough_and_partly_in_the_frame() {
        assertThat(new Region(0, 0, 8, 8, 0).usable(64, 48)).isTrue();
        assertThat(new Region(0, 0, 7, 8, 0).usable(64, 48)).isFalse();
        assertThat(new Region(-5, 24, 8, 8, 0).usable(64, 48)).isFalse();
        assertThat(new Region(Float.NaN, 24, 8, 8, 0).usable(64, 48)).isFalse();
    }
}
