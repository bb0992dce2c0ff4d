package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private final Identities identities = new Identities();

    @Test
    void two_that_are_one_become_the_smaller() {
        assertThat(identities.join(5, 3)).isTrue();
        assertThat(identities.join(5, 2)).isTrue();

        assertThat(List.of(identities.of(5), identities.of(3), identities.of(2), identities.of(4)))
                .containsExactly(2, 2, 2, 4);
    }

    @Test
    void two_that_were_seen_in_one_frame_stay_two_whatever_they_become() {
        identities.seen(List.of(1, 2));
        identities.join(2, 3);

        assertThat(identities.join(1, 3)).isFalse();
        assertThat(identities.join(2, 3)).isTrue();
        assertThat(identities.of(3)).isEqualTo(2);
    }

    @Test
    void a_fresh_one_is_nobodys() {
        identities.seen(List.of(4, 9));

        assertThat(identities.fresh()).isEqualTo(10);
        assertThat(identities.fresh()).isEqualTo(11);
    }
}
