package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pose.Person;

class PeopleEditsTest {
    private static final PeopleEdits ALL = PeopleEdits.NONE.with(new PeopleEdit.Rename(1, "Anna"))
            .with(new PeopleEdit.Merge(3, 1)).with(new PeopleEdit.Split(2, 500, 9)).with(new PeopleEdit.Hide(9, true))
            .with(new PeopleEdit.Delete(4)).with(new PeopleEdit.Hide(9, false));

    private static List<Integer> ids(PeopleEdits edits, long position, Integer... people) {
        return edits.apply(position, List.of(people).stream().map(id -> KeptPeople.at(id, 0)).toList()).stream()
                .map(Person::id).toList();
    }

    @Test
    void people_are_who_the_user_says_they_are() {
        assertThat(ids(ALL, 0, 2, 3, 4)).containsExactly(1, 2);
        assertThat(ids(ALL, 500, 0, 2, 3, 4, 5)).containsExactly(0, 1, 5, 9);
        assertThat(ALL.apply(500, Map.of(2, 0.5f, 3, 0.25f, 4, 1f))).isEqualTo(Map.of(9, 0.5f, 1, 0.25f));
        assertThat(ALL.name(1)).isEqualTo("Anna");
        assertThat(ALL.name(9)).isEqualTo("#9");
    }

    @Test
    void of_two_who_are_one_person_whoever_is_surer_stays() {
        Person sure = KeptPeople.at(3, 7).withScore(0.9f);

        assertThat(ALL.apply(0, List.of(KeptPeople.at(1, 0), sure))).containsExactly(sure.withId(1));
    }

    @Test
    void who_is_hidden_is_in_no_picture_but_still_known() {
        PeopleEdits hidden = ALL.undone();

        assertThat(ids(hidden, 500, 2, 3)).containsExactly(1);
        assertThat(hidden.hidden(9)).isTrue();
        assertThat(ALL.hidden(9)).isFalse();
        assertThat(hidden.apply(500, Map.of(2, 0.5f))).isEqualTo(Map.of(9, 0.5f));
    }

    @Test
    void what_comes_later_is_of_those_who_are_there_by_then() {
        PeopleEdits edits = PeopleEdits.NONE.with(new PeopleEdit.Split(1, 100, 8)).with(new PeopleEdit.Merge(8, 2))
                .with(new PeopleEdit.Delete(1));

        assertThat(ids(edits, 0, 1)).isEmpty();
        assertThat(ids(edits, 100, 1)).containsExactly(2);
    }

    @Test
    void edits_go_on_with_identities_that_became_others() {
        PeopleEdits now = PeopleEdits.NONE.with(new PeopleEdit.Rename(3, "Anna"))
                .with(new PeopleEdit.Split(3, 5, 4)).renumbered(id -> id == 3 ? 2 : id);

        assertThat(now).isEqualTo(
                PeopleEdits.NONE.with(new PeopleEdit.Rename(2, "Anna")).with(new PeopleEdit.Split(2, 5, 4)));
    }

    @Test
    void a_name_fits_on_a_line() {
        assertThat(new PeopleEdit.Rename(1, " A\tb\n").name()).isEqualTo("A b");
        assertThat(new PeopleEdit.Rename(1, "😀".repeat(50)).name()).isEqualTo("😀".repeat(40));
        assertThat(PeopleEdits.NONE.with(new PeopleEdit.Rename(1, "  ")).name(1)).isEqualTo("#1");
    }

    @Test
    void lines_give_the_same_edits_again() throws IOException {
        assertThat(EditsFile.read(EditsFile.write(ALL))).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "posescope people 2", "posescope people 1\nmerge\t1", "posescope people 1\nmerge\tx\t1",
        "posescope people 1\neat\t1", "posescope people 1\n\n"})
    void other_lines_are_refused(String text) {
        assertThatThrownBy(() -> EditsFile.read(List.of(text.split("\n", -1)))).isInstanceOf(IOException.class)
                .hasMessageContaining("it is");
    }
}
