package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakenPlacesTest {
    private final TakenPlaces places = new TakenPlaces();

    @Test
    void what_would_cover_others_stands_below_all_of_them() {
        assertThat(places.place(10, 100, 40, 12)).isEqualTo(100);
        assertThat(places.place(30, 106, 40, 12)).isEqualTo(112);
        assertThat(places.place(20, 104, 40, 12)).isEqualTo(124);
    }

    @Test
    void what_touches_or_stands_elsewhere_stays() {
        assertThat(places.place(10, 100, 40, 12)).isEqualTo(100);
        assertThat(places.place(50, 100, 40, 12)).isEqualTo(100);
        assertThat(places.place(10, 112, 40, 12)).isEqualTo(112);
    }
}
