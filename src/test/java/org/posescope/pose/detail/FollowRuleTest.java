package org.posescope.pose.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

class FollowRuleTest {
    private static final FollowRule RULE = new FollowRule(40, 0.2f, 0.4f, -0.1f);

    @ParameterizedTest
    @CsvSource(textBlock = """
            119, 100, 100, 0, 100, 100, true
            121, 100, 100, 0, 100, 100, false
            100, 79, 100, 0, 100, 100, false
            100, 100, 139, 0, 100, 100, true
            100, 100, 141, 0, 100, 100, false
            100, 100, 59, 0, 100, 100, false
            100, 100, 100, 39, 100, 100, true
            100, 100, 100, 41, 100, 100, false
            100, 100, 100, 350, 100, 100, true
            100, 100, 100, 0, 144, 100, true
            100, 100, 100, 0, 146, 100, false
            100, 100, 100, 0, 100, 54, false
            """)
    void what_was_before_is_kept_where_it_is_near_and_all_of_it_is_in_the_new_region(float x, float y, float side,
            float degrees, float pointX, float pointY, boolean kept) {
        Region before = new Region(x, y, side, side, (float) Math.toRadians(degrees));

        assertThat(RULE.agree(seen(before, pointX, pointY), new Region(100, 100, 100, 100, 0))).isEqualTo(kept);
    }

    @Test
    void distances_are_those_along_the_axes_of_the_new_region() {
        Region turned = new Region(100, 100, 100, 100, (float) (Math.PI / 4));

        assertThat(RULE.agree(seen(turned, 145, 145), turned)).isFalse();
        assertThat(RULE.agree(seen(turned, 155, 100), turned)).isTrue();
    }

    private static SeenPart<String> seen(Region next, float x, float y) {
        return new SeenPart<>("hand", new Keypoints(Skeletons.HAND21,
                Collections.nCopies(Skeletons.HAND21.size(), new Keypoint(x, y, 1))), next);
    }
}
