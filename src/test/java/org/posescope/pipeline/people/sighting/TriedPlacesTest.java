package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.detect.Detection;
import org.posescope.frame.Region;
import org.posescope.pipeline.people.sighting.RollCall.TriedPlaces;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;

class TriedPlacesTest {
    private static final Detection HERE = at(100);
    private static final Detection BESIDE = at(110);
    private static final Detection ELSEWHERE = at(300);

    private final TriedPlaces tried = new TriedPlaces();

    private static Detection at(float x) {
        Box box = new Box(x, 50, 60, 150);
        return new Detection(Alignment.region(box), 0.8f, Optional.of(box));
    }

    @Test
    void the_same_place_is_not_tried_again_so_soon() {
        assertThat(tried.elsewhere(List.of(HERE), 9, 0)).containsExactly(HERE);
        assertThat(tried.elsewhere(List.of(BESIDE, ELSEWHERE), 9, 500_000)).containsExactly(ELSEWHERE);
        assertThat(tried.elsewhere(List.of(BESIDE, ELSEWHERE), 9, 1_000_000)).containsExactly(BESIDE);
    }

    @Test
    void who_was_found_and_is_lost_soon_after_is_looked_for_again() {
        tried.elsewhere(List.of(HERE, ELSEWHERE), 9, 0);

        tried.found(List.of(BESIDE.box().orElseThrow()));

        assertThat(tried.elsewhere(List.of(HERE, ELSEWHERE), 9, 100_000)).containsExactly(HERE);
    }

    @Test
    void whoever_is_one_too_many_is_tried_when_there_is_room() {
        assertThat(tried.elsewhere(List.of(HERE, ELSEWHERE), 1, 0)).containsExactly(HERE);
        assertThat(tried.elsewhere(List.of(HERE, ELSEWHERE), 1, 1)).containsExactly(ELSEWHERE);
    }

    @Test
    void whoever_has_no_box_is_always_looked_for() {
        Detection region = new Detection(new Region(100, 100, 200, 200, 0.2f), 0.9f);

        assertThat(tried.elsewhere(List.of(region), 9, 0)).containsExactly(region);
        assertThat(tried.elsewhere(List.of(region), 9, 1)).containsExactly(region);
    }
}
