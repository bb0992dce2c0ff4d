package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbers_sort_by_value_and_letters_without_case() {
        List<String> sorted = List.of("", "2.png", "10.png", "a", "A1", "a1.png", "a1b", "a2", "B3", "b03", "b003x",
                "b12",
                "b99999999999999999999", "b100000000000000000000");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.sort(NaturalOrder.INSTANCE);
        assertThat(shuffled).isEqualTo(sorted);
    }
}
