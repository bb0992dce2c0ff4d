package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Person;

class PeopleBytesTest {
    @Test
    void people_come_back_as_they_were() {
        Random random = new Random(1);
        List<Person> people = List.of(KeptPeople.known(1, random), KeptPeople.at(7, 3.25f),
                KeptPeople.known(0, random));

        assertThat(PeopleBytes.read(PeopleBytes.of(people))).isEqualTo(people);
    }

    @Test
    void nobody_comes_back_as_nobody() {
        assertThat(PeopleBytes.read(PeopleBytes.of(List.of()))).isEmpty();
    }

    @Test
    void bytes_that_were_cut_off_are_told() {
        byte[] bytes = PeopleBytes.of(List.of(KeptPeople.at(1, 0)));

        assertThatThrownBy(() -> PeopleBytes.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
