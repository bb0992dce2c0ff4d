package org.posescope.pose.bottomup.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TagGroupingTest {
    private final TagGrouping grouping = new TagGrouping(3, 30, TagGrouping.Cost.TAG);

    private static TaggedPeak peak(float heat, float tag) {
        return new TaggedPeak(0, 0, heat, tag);
    }

    @Test
    void each_point_goes_to_the_group_of_the_nearest_tag() {
        grouping.add(0, List.of(peak(0.9f, 1), peak(0.8f, 4)));
        grouping.add(1, List.of(peak(0.7f, 4.3f), peak(0.6f, 1.2f)));

        assertThat(grouping.groups()).extracting(group -> group.peak(1).orElseThrow().tag()).containsExactly(1.2f,
                4.3f);
    }

    @Test
    void of_two_points_for_one_body_the_hotter_stays_and_the_other_begins_a_body() {
        grouping.add(0, List.of(peak(0.9f, 1)));
        grouping.add(1, List.of(peak(0.3f, 1.1f), peak(0.7f, 0.8f)));

        assertThat(grouping.groups()).hasSize(2);
        assertThat(grouping.groups().getFirst().peak(1).orElseThrow().heat()).isEqualTo(0.7f);
        assertThat(grouping.groups().getLast().peak(0)).isEmpty();
    }

    @Test
    void a_point_whose_tag_is_a_whole_number_away_belongs_to_nobody_known() {
        grouping.add(0, List.of(peak(0.9f, 1)));
        grouping.add(1, List.of(peak(0.7f, 2)));
        grouping.add(2, List.of(peak(0.7f, 1.99f)));

        assertThat(grouping.groups()).hasSize(2);
        assertThat(grouping.groups().getLast().peak(2)).isPresent();
    }

    @Test
    void the_tag_of_a_group_is_the_mean_of_its_points_and_its_heat_counts_what_is_missing() {
        grouping.add(0, List.of(peak(0.9f, 1)));
        grouping.add(2, List.of(peak(0.6f, 1.5f)));

        TagGroup group = grouping.groups().getFirst();
        assertThat(group.tag()).isEqualTo(1.25);
        assertThat(group.heat()).isEqualTo(0.5f);
    }

    @Test
    void all_are_matched_at_once_so_that_nobody_takes_what_another_needs_more() {
        grouping.add(0, List.of(peak(0.9f, 0), peak(0.9f, 1.4f)));
        // The first point fits both groups equally well in whole numbers, the second only the first group.
        grouping.add(1, List.of(peak(0.9f, 0.45f), peak(0.2f, -0.4f)));

        assertThat(grouping.groups().get(1).peak(1).orElseThrow().tag()).isEqualTo(0.45f);
        assertThat(grouping.groups().get(0).peak(1).orElseThrow().tag()).isEqualTo(-0.4f);
    }

    @Test
    void a_crowd_beyond_the_most_is_not_compared_with() {
        TagGrouping small = new TagGrouping(2, 3, TagGrouping.Cost.TAG);
        small.add(0, IntStream.range(0, 5).mapToObj(i -> peak(0.9f, 2f * i)).toList());
        small.add(1, List.of(peak(0.5f, 8)));

        assertThat(small.groups()).hasSize(6);
    }
}
