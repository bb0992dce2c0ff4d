package org.posescope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Lens;
import org.posescope.testkit.Plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

class PlanTest {
    private static final Plan USUAL = Plan.DEFAULT;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "8, 7"})
    void by_itself_one_core_is_left_to_the_window(int cores, int streams) {
        assertThat(USUAL.machine().besideWindow(cores)).isEqualTo(new Machine(0, streams, 0, 32));
    }

    @Test
    void threads_that_were_asked_for_are_given() {
        assertThat(USUAL.machine().withThreads(4).besideWindow(2)).isEqualTo(new Machine(4, 4, 0, 32));
    }

    @Test
    void a_focal_length_is_preferred_to_an_angle() {
        assertThat(USUAL.place().withLens(70, 0).lens()).isEqualTo(new Lens.FieldOfView(70));
        assertThat(USUAL.place().withLens(70, 900).lens()).isEqualTo(new Lens.Focal(900));
    }

    @Test
    void what_is_usual_for_the_networks_counts_until_a_threshold_is_named() {
        Following usual = USUAL.following();
        Following named = usual.withThreshold(0.8);

        assertThat(usual.minPresence(0.2)).isEqualTo(0.2f);
        assertThat(usual.minNewcomer(0.2)).isEqualTo(0.6f);
        assertThat(named.minPresence(0.2)).isEqualTo(0.8f);
        assertThat(named.minNewcomer(0.2)).isEqualTo(0.8f);
    }

    @Test
    void motion_is_smoothed_only_of_those_who_are_followed() {
        assertThat(USUAL.following().smooths()).isTrue();
        assertThat(USUAL.following().withSmoothing(false).smooths()).isFalse();
        assertThat(new Following(OptionalDouble.empty(), 0, false, true, 32, false).smooths()).isFalse();
    }

    @Test
    void another_preset_comes_with_its_own_models_and_their_usual_threshold() {
        Plan plan = Plans.of("live", "yolox-nano", "blazepose-heavy")
                .withFollowing(USUAL.following().withThreshold(0.7));

        assertThat(plan.withPreset("openpose")).isEqualTo(Plans.of("openpose", "", ""));
    }

    @Test
    void a_plan_is_read_back_from_its_json() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());
        Plan plan = new Plan(
                new NetworkChoice("simplepose", "yolox", List.of("a.onnx"), Optional.of(Path.of("/cards/a.json")),
                        Optional.of(NetworkRuntime.PYTORCH), Precision.BF16, "cuda:1", true, OptionalInt.of(256),
                        Optional.of(HeatmapDecoding.UDP)),
                new Following(OptionalDouble.of(0.3), 5, false, false, 7, true),
                new Place(50, 900, false, true, 1.75, 0, Optional.of(Path.of("/bodies/b.npz"))),
                new Machine(1, 2, 3, 4));

        assertThat(mapper.readValue(mapper.writeValueAsString(plan), Plan.class)).isEqualTo(plan);
        assertThat(mapper.readValue(mapper.writeValueAsString(USUAL), Plan.class)).isEqualTo(USUAL);
    }

    @Test
    void a_known_length_takes_the_place_of_a_known_height_and_the_other_way_round() {
        Place tall = Place.DEFAULT.withHeight(1.8);

        assertThat(tall.withScale(1.2)).isEqualTo(Place.DEFAULT.withScale(1.2));
        assertThat(Place.DEFAULT.withScale(1.2).withHeight(1.8)).isEqualTo(tall);
        assertThat(tall.withScale(0)).isEqualTo(tall);
        assertThatIllegalArgumentException().isThrownBy(() -> Place.DEFAULT.withScale(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_threshold_out_of_range_is_refused(double threshold) {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.following().withThreshold(threshold))
                .withMessageContaining("threshold");
    }
}
