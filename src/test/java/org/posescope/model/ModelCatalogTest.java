package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.posescope.error.UserException;
import org.posescope.pose.Skeletons;

class ModelCatalogTest {
    private static final String SHA = "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85";
    private static final String INPUT = """
            {"name": "in", "width": 8, "height": 4, "layout": "nchw", "colorOrder": "bgr", "mean": [1, 2, 3], \
            "scale": [0.5, 0.5, 0.5]}""";
    private static final String FINDER = String.format(Locale.ROOT,
            """
                    {"id": "finder", "title": "Finder", "task": "person-detection", "runtime": "onnxruntime", "file": "finder.onnx",
                     "input": %s, "decoder": "boxes", "precision": "fp32", "license": "MIT",
                     "origin": {"kind": "npm", "name": "@some/pack", "version": "1.2.3", "path": "a/finder.data", "offset": 7,
                                "length": 100},
                     "sha256": "%s", "bytes": 100}""",
            INPUT, SHA);
    private static final String POSER = String.format(Locale.ROOT, """
            {"id": "poser", "title": "Poser", "task": "pose-2d", "runtime": "pytorch", "file": "poser.pt", "input": %s,
             "decoder": "heatmaps", "skeleton": "coco17", "precision": "int8", "license": "MIT",
             "origin": {"kind": "bring-your-own", "published": "its page"}}""", INPUT);
    private static final String PRESET = """
            "both": {"title": "Both", "about": "Fast", "detector": "finder", "pose": "poser"}""";
    private static final String CATALOG = String.format(Locale.ROOT, """
            {"models": [%s, %s], "presets": {%s}}""", FINDER, POSER, PRESET);

    static final List<Arguments> MISTAKES = List.of(
            mistake("\"title\": \"Finder\"", "\"titel\": \"Finder\"", "model 'finder': unknown field 'titel'"),
            mistake("\"width\": 8", "\"width\": 8, \"depth\": 8", "model 'finder': unknown field 'depth'"),
            mistake("\"id\": \"poser\"", "\"id\": \"finder\"", "the id 'finder' is there twice"),
            mistake("\"id\": \"poser\"", "\"id\": \"Po ser\"", "model 'Po ser': an id has"),
            mistake("\"id\": \"poser\",", "", "model 2: field 'id' is missing"),
            mistake("\"id\": \"poser\",", "\"id\": \"poser\", \"id\": \"poser\",", "Duplicate field 'id'"),
            mistake("\"decoder\": \"boxes\",", "", "model 'finder': field 'decoder' is missing"),
            mistake("\"task\": \"pose-2d\"", "\"task\": \"dance\"", "model 'poser': task: 'dance' is not known"),
            mistake("\"runtime\": \"pytorch\"", "\"runtime\": 1", "model 'poser': runtime: "),
            mistake("\"layout\": \"nchw\", ", "", "model 'finder': input.layout: Missing required"),
            mistake("\"mean\": [1, 2, 3]", "\"mean\": [1, 2]", "model 'finder': input: an input needs"),
            mistake("\"mean\": [1, 2, 3]", "\"mean\": [1, null, 3]", "model 'finder': input.mean"),
            mistake("\"width\": 8", "\"width\": \"8\"", "model 'finder': input.width: "),
            mistake("\"width\": 8", "\"width\": 8.5", "model 'finder': input.width: "),
            mistake("\"file\": \"poser.pt\"", "\"file\": \"../poser.pt\"",
                    "model 'poser': file must be a plain file name"),
            mistake("\"file\": \"poser.pt\"", "\"file\": \"C:poser.pt\"",
                    "model 'poser': file must be a plain file name"),
            mistake(SHA, SHA.substring(1), "model 'finder': sha256 must be 64 lower-case hex digits"),
            mistake("\"sha256\": \"" + SHA + "\", ", "", "model 'finder': a file from a package needs 'sha256'"),
            mistake("\"length\": 100", "\"length\": 99", "model 'finder': 'length' and 'bytes' differ"),
            mistake("\"offset\": 7", "\"offset\": -7", "model 'finder': origin: not a byte range"),
            mistake("\"version\": \"1.2.3\"", "\"version\": \"^1.2.3\"",
                    "model 'finder': origin: not an exact version"),
            mistake("@some/pack", "@some/pack --x", "model 'finder': origin: not the name of an npm package"),
            mistake("\"kind\": \"npm\"", "\"kind\": \"web\"", "model 'finder': origin: "),
            mistake("\"detector\": \"finder\"", "\"detector\": \"nobody\"",
                    "preset 'both' names the unknown model 'nobody'"),
            mistake("\"pose\": \"poser\"", "\"pose\": \"finder\"", "preset 'both' gives 'finder' a task"),
            mistake("\"pose\": \"poser\"", "\"pose\": \"poser\", \"hands\": 1", "preset 'both': unknown field 'hands'"),
            mistake("\"pose\": \"poser\"", "\"pose\": \"poser\", \"details\": {\"hand\": \"poser\"}",
                    "preset 'both': details: hands and faces need four models"),
            mistake("\"pose\": \"poser\"",
                    "\"pose\": \"poser\", \"details\": {\"handRegion\": \"poser\", \"hand\": \"poser\", "
                            + "\"faceDetector\": \"poser\", \"face\": \"poser\"}",
                    "preset 'both' has 'details' but a 'pose' without the skeleton blazepose33"),
            mistake("\"detector\": \"finder\", ", "", "preset 'both' gives 'poser' a task that is not its own"),
            mistake("\"both\"", "\"poser\"", "'poser' is both a preset and a model"),
            mistake("{\"models\"", "{\"extra\": 1, \"models\"", "unknown field 'extra'"),
            mistake("{\"models\"", "{\"model\"", "a catalog is an object with a list 'models'"),
            mistake("}}}", "}}} {}", "Trailing token"),
            mistake("{\"models\"", "models", "Unrecognized token 'models'"));

    private static Arguments mistake(String right, String wrong, String message) {
        return Arguments.of(right, wrong, message);
    }

    private static ModelCatalog read(String json) throws IOException {
        return ModelCatalog.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json");
    }

    @Test
    void every_field_of_an_entry_is_read() throws IOException {
        InputSpec input = new InputSpec("in", 8, 4, InputSpec.Layout.NCHW, InputSpec.ColorOrder.BGR,
                List.of(1f, 2f, 3f),
                List.of(0.5f, 0.5f, 0.5f));

        ModelCatalog catalog = read(CATALOG);

        assertThat(catalog.cards()).containsExactly(
                new ModelCard("finder", "Finder", Task.PERSON_DETECTION, NetworkRuntime.ONNXRUNTIME, "finder.onnx",
                        input,
                        "boxes", Optional.empty(), "fp32", "MIT",
                        new Origin.NpmPackage("@some/pack", "1.2.3", "a/finder.data", 7, 100), Optional.of(SHA), 100),
                new ModelCard("poser", "Poser", Task.POSE_2D, NetworkRuntime.PYTORCH, "poser.pt", input, "heatmaps",
                        Optional.of("coco17"), "int8", "MIT", new Origin.BringYourOwn("its page"), Optional.empty(),
                        -1));
        assertThat(catalog.presets())
                .containsExactly(
                        new Preset("both", "Both", "Fast", Optional.of("finder"), Optional.empty(), "poser",
                                Optional.empty()));
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void a_mistake_is_an_error_that_names_the_entry(String right, String wrong, String message) {
        assertThat(CATALOG).contains(right);
        int place = CATALOG.indexOf(right);
        String json = CATALOG.substring(0, place) + wrong + CATALOG.substring(place + right.length());

        assertThatThrownBy(() -> read(json)).isInstanceOf(UserException.class).hasMessageStartingWith("test.json: ")
                .hasMessageContaining(message).hasMessageNotContaining("\n");
    }

    @Test
    void a_card_that_is_written_is_read_again_as_it_was() throws IOException {
        for (ModelCard card : ModelCatalog.bundled().cards()) {
            assertThat(CardFormat.read(CardFormat.write(card), Optional.empty())).isEqualTo(card);
        }
    }

    @Test
    void the_bundled_catalog_has_the_models_and_presets_that_are_promised() {
        ModelCatalog catalog = ModelCatalog.bundled();

        assertThat(catalog.cards()).extracting(ModelCard::id).containsExactly("blazepose-detector", "blazepose-lite",
                "blazepose-full", "blazepose-heavy", "hand-recrop", "hand-landmarks", "face-detector", "face-landmarks",
                "face-landmarks-attention", "yolox-nano", "nanodet", "movenet-multipose", "movenet-lightning",
                "movenet-thunder",
                "hrnet-w32-256x192", "hmr",
                "openpose-lightweight", "openpose-3d", "simplepose-resnet18-v1b-256x192",
                "simplepose-resnet50-v1b-256x192", "simplepose-resnet101-v1b-256x192",
                "simplepose-resnet50-v1d-256x192",
                "simplepose-resnet101-v1d-256x192", "simplepose-resnet50-256x192", "simplepose-resnet101-256x192",
                "higherhrnet-w32-512");
        assertThat(catalog.preset("simplepose").models()).containsExactly("yolox-nano",
                "simplepose-resnet18-v1b-256x192");
        assertThat(catalog.preset("movenet").models()).containsExactly("movenet-multipose");
        assertThat(catalog.preset("whole-body").models()).containsExactly("blazepose-detector", "nanodet",
                "blazepose-full", "hand-recrop", "hand-landmarks", "face-detector", "face-landmarks");
        assertThat(catalog.preset("whole-body-irises").models()).containsExactly("blazepose-detector", "nanodet",
                "blazepose-full", "hand-recrop", "hand-landmarks", "face-detector", "face-landmarks-attention");
        assertThat(catalog.preset("ae").models()).containsExactly("higherhrnet-w32-512");
        assertThat(catalog.preset("openpose").models()).containsExactly("openpose-lightweight");
        assertThat(catalog.preset("multi").models()).containsExactly("openpose-3d");
        assertThat(catalog.preset("research").models()).containsExactly("yolox-nano", "hrnet-w32-256x192", "hmr");
        assertThat(catalog.presets()).allSatisfy(preset -> assertThat(preset.about()).isNotEmpty());
        assertThat(catalog.preset(ModelCatalog.DEFAULT_PRESET))
                .isEqualTo(
                        new Preset("live", "BlazePose detector and full landmarks",
                                catalog.preset(ModelCatalog.DEFAULT_PRESET).about(), Optional.of("blazepose-detector"),
                                Optional.of("nanodet"),
                                "blazepose-full", Optional.empty()));
    }

    @Test
    void the_default_preset_needs_no_file_that_users_have_to_bring() {
        assertThat(ModelCatalog.bundled().expand(List.of(ModelCatalog.DEFAULT_PRESET)))
                .allSatisfy(card -> assertThat(card.origin().npmPackage()).isPresent());
    }

    @Test
    void every_skeleton_of_the_bundled_catalog_is_known() {
        assertThat(ModelCatalog.bundled().cards()).allSatisfy(
                card -> card.skeleton().ifPresent(id -> assertThat(Skeletons.byId(id).id()).isEqualTo(id)));
    }

    @ParameterizedTest
    @CsvSource({"blazepose-detector, -1, 1", "blazepose-full, 0, 1", "yolox-nano, 0, 255"})
    void inputs_map_channels_to_the_range_that_the_network_was_trained_with(String id, float black, float white) {
        InputSpec input = ModelCatalog.bundled().card(id).input();

        assertThat((0 - input.mean().getFirst()) * input.scale().getFirst()).isCloseTo(black, within(1e-6f));
        assertThat((255 - input.mean().getFirst()) * input.scale().getFirst()).isCloseTo(white, within(1e-6f));
    }

    @Test
    void models_and_presets_expand_to_each_model_once() throws IOException {
        ModelCatalog catalog = read(CATALOG);

        assertThat(catalog.expand(List.of("poser", "both", "finder"))).extracting(ModelCard::id).containsExactly(
                "poser",
                "finder");
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() throws IOException {
        ModelCatalog catalog = read(CATALOG);

        assertThatThrownBy(() -> catalog.card("x")).isInstanceOf(UserException.class)
                .hasMessage("no model is named 'x'; there are finder, poser");
        assertThatThrownBy(() -> catalog.preset("x")).isInstanceOf(UserException.class)
                .hasMessage("no preset is named 'x'; there are both");
        assertThatThrownBy(() -> catalog.expand(List.of("x"))).isInstanceOf(UserException.class)
                .hasMessage("no model or preset is named 'x'; there are both, finder, poser");
    }
}
