package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;

class StageModelsTest {
    private static final Map<String, ModelCard> CARDS = Map.of("finder", card("finder", Task.PERSON_DETECTION),
            "other-finder", card("other-finder", Task.PERSON_DETECTION), "landmarks",
            card("landmarks", Task.POSE_LANDMARKS), "heatmaps", card("heatmaps", Task.POSE_2D), "everybody",
            card("everybody", Task.POSE_BOTTOM_UP), "body", card("body", Task.BODY_PARAMETERS));
    private static final Preset TOP_DOWN = new Preset("top-down", "Top-down", "", Optional.of("finder"),
            Optional.empty(),
            "landmarks",
            Optional.of("body"));
    private static final Preset BOTTOM_UP = new Preset("bottom-up", "Bottom-up", "", Optional.empty(), Optional.empty(),
            "everybody",
            Optional.empty());

    private static ModelCard card(String id, Task task) {
        InputSpec input = new InputSpec("in", 8, 8, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB,
                List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        return new ModelCard(id, id, task, NetworkRuntime.ONNXRUNTIME, id + ".onnx", input, "any", Optional.empty(),
                "fp32", "MIT", new Origin.BringYourOwn("a page"), Optional.empty(), -1);
    }

    private static StageModels models(Preset preset, String... named) {
        return StageModels.of(preset, CARDS::get, List.of(named).stream().map(CARDS::get).toList());
    }

    @Test
    void without_other_names_the_models_are_the_presets() {
        assertThat(models(TOP_DOWN).all()).extracting(ModelCard::id).containsExactly("finder", "landmarks", "body");
        assertThat(models(BOTTOM_UP).all()).extracting(ModelCard::id).containsExactly("everybody");
    }

    @Test
    void a_named_model_takes_the_place_of_its_stage() {
        assertThat(models(TOP_DOWN, "heatmaps", "other-finder").all()).extracting(ModelCard::id)
                .containsExactly("other-finder", "heatmaps", "body");
    }

    @Test
    void a_named_network_for_whole_frames_needs_nothing_of_the_preset() {
        assertThat(models(TOP_DOWN, "everybody").all()).extracting(ModelCard::id).containsExactly("everybody");
    }

    @Test
    void a_top_down_pair_may_be_named_in_a_bottom_up_preset() {
        assertThat(models(BOTTOM_UP, "heatmaps", "finder").all()).extracting(ModelCard::id)
                .containsExactly("finder", "heatmaps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    finder | everybody finds all people in one look and goes without finder; leave one of them out
                    body   | everybody finds all people in one look and goes without body; leave one of them out
                    heatmaps | heatmaps looks at one person at a time, and the preset bottom-up has no detector that would find \
                    them; name one with --detector, or choose another preset
                    """)
    void a_model_that_does_not_go_with_a_bottom_up_preset_is_refused(String named, String message) {
        assertThatThrownBy(() -> models(BOTTOM_UP, named)).isInstanceOf(UserException.class).hasMessage(message);
    }

    @Test
    void hands_and_faces_need_a_pose_network_that_tells_where_they_are() {
        Preset close = new Preset("close", "Close", "", Optional.of("finder"), Optional.empty(), "landmarks",
                Optional.empty(), Optional.of(new DetailModels<>("a", "b", "c", "d")));

        assertThatThrownBy(() -> models(close, "heatmaps")).isInstanceOf(UserException.class)
                .hasMessage(
                        "heatmaps gives no points that tell where hands and face are, which the preset close is for; "
                                + "name one that gives the skeleton blazepose33, or choose another preset");
    }

    @Test
    void a_network_of_hands_is_not_named_by_itself() {
        ModelCard hand = card("fingers", Task.HAND_LANDMARKS);

        assertThatThrownBy(() -> StageModels.of(TOP_DOWN, CARDS::get, List.of(hand))).isInstanceOf(UserException.class)
                .hasMessage(
                        "fingers finds hands or faces, which is what presets name networks for; choose one with --preset");
    }

    @Test
    void two_models_for_one_stage_are_refused() {
        assertThatThrownBy(() -> models(TOP_DOWN, "landmarks", "everybody")).isInstanceOf(UserException.class)
                .hasMessage("two models are named for the same stage: landmarks and everybody; leave one of them out");
    }
}
