package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.people.DetectSchedule.LostSearch;

class LostSearchTest {
    private final LostSearch search = new LostSearch();

    private List<Integer> looksIn(int frames) {
        List<Integer> looks = new ArrayList<>();
        for (int frame = 1; frame <= frames; frame++) {
            if (search.due()) {
                looks.add(frame);
            }
            search.frame(false);
        }
        return looks;
    }

    @Test
    void nobody_is_looked_for_who_was_not_lost() {
        assertThat(looksIn(100)).isEmpty();
    }

    @Test
    void somebody_lost_is_looked_for_soon_and_then_ever_more_seldom() {
        search.frame(true);
        assertThat(looksIn(100)).containsExactly(2, 4, 8, 16);
    }

    @Test
    void another_loss_starts_the_search_anew() {
        search.frame(true);
        assertThat(looksIn(5)).containsExactly(2, 4);
        search.frame(true);
        assertThat(looksIn(5)).containsExactly(2, 4);
    }
}
