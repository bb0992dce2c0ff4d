package org.posescope.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.model.ModelFile;
import org.posescope.model.Sha256;

class TestModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"blazepose-detector", "blazepose-lite", "blazepose-full", "blazepose-heavy", "hand-recrop",
        "hand-landmarks", "face-detector", "face-landmarks"})
    void models_of_packages_are_really_installed(String id) throws IOException {
        ModelFile model = TestModels.file(id);

        assertThat(model.path()).hasSize(model.card().bytes());
        assertThat(Sha256.of(model.path())).isEqualTo(model.card().sha256().orElseThrow());
    }

    @Test
    void a_model_that_users_bring_is_taken_from_the_test_data() {
        ModelFile model = TestModels.file("yolox-nano");

        assertThat(model.card().id()).isEqualTo("yolox-nano");
        assertThat(model.path()).hasFileName("yolox_nano.onnx");
    }
}
