package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.DefaultBody;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Preset;
import org.posescope.pipeline.people.Lens;
import org.posescope.pipeline.people.Threads;

class PipelineChoiceTest {
    private static final PipelineChoice USUAL = PipelineChoice.DEFAULT;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "8, 7"})
    void by_itself_one_core_is_left_to_the_window(int cores, int threads) {
        assertThat(USUAL.threads(cores)).isEqualTo(new Threads(threads, threads));
    }

    @Test
    void threads_that_were_asked_for_are_given() {
        assertThat(USUAL.withMachine("cpu", 4).threads(2)).isEqualTo(new Threads(4, 4));
    }

    @Test
    void a_focal_length_is_preferred_to_an_angle() {
        assertThat(USUAL.withLens(70, 0).lens()).isEqualTo(new Lens.FieldOfView(70));
        assertThat(USUAL.withLens(70, 900).lens()).isEqualTo(new Lens.Focal(900));
    }

    @Test
    void the_threshold_reaches_the_networks_and_smoothing_can_be_left_out() {
        assertThat(USUAL.withPeople(0.8, false).people(DefaultBody.read())).satisfies(people -> {
            assertThat(people.minPresence()).isEqualTo(0.8f);
            assertThat(people.minNewcomer()).isEqualTo(0.8f);
            assertThat(people.smoothing()).isEmpty();
            assertThat(people.tracker()).isPresent();
        });
    }

    @Test
    void a_preset_comes_with_its_usual_threshold() {
        Preset whole = ModelCatalog.bundled().preset("openpose");
        Preset live = ModelCatalog.bundled().preset("live");

        PipelineChoice choice = USUAL.withModels("live", "yolox-nano", "").withPeople(0.7, false).withPreset(whole);

        assertThat(choice).isEqualTo(USUAL.withModels("openpose", "", "").withPeople(0.2, false));
        assertThat(choice.withPreset(live)).isEqualTo(USUAL.withPeople(0.5, false));
    }

    @Test
    void an_engine_is_chosen_by_its_name() {
        assertThat(USUAL.engines().runtime()).isEmpty();
        assertThat(USUAL.withEngine("pytorch").engines().runtime()).contains(NetworkRuntime.PYTORCH);
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withEngine("abacus"))
                .withMessage("there is no engine abacus");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_threshold_out_of_range_is_refused(double threshold) {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withPeople(threshold, true))
                .withMessageContaining("threshold");
    }
}
