package org.posescope.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.posescope.error.UserException;

class MissingDataTest {
    private static final Map<String, String> REQUIRED = Map.of(MissingData.REQUIRED, "1");

    @TempDir
    private Path folder;

    private Map<String, String> here(Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(others);
        environment.put(Shared.VARIABLE, folder.toString());
        return environment;
    }

    @Test
    void a_file_that_is_there_is_given() throws IOException {
        Path file = Files.createFile(folder.resolve("man.jpg"));

        assertThat(Shared.file("man.jpg", here(REQUIRED))).isEqualTo(file);
    }

    @Test
    void a_missing_file_skips_the_test() {
        assertThatThrownBy(() -> Shared.file("man.jpg", here(Map.of()))).isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("TEST DATA MISSING: " + folder.resolve("man.jpg"));
    }

    @Test
    void a_missing_file_fails_the_test_where_data_are_required() {
        assertThatThrownBy(() -> Shared.file("man.jpg", here(REQUIRED))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("TEST DATA MISSING: " + folder.resolve("man.jpg"));
    }

    @Test
    void a_missing_model_fails_the_test_where_data_are_required() {
        UserException offline = new UserException("npm cannot reach its registry");

        assertThatThrownBy(() -> TestModels.missing(offline, REQUIRED)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("TEST MODEL MISSING: npm cannot reach its registry");
        assertThat(TestModels.missing(offline, Map.of()))
                .hasMessage("TEST MODEL MISSING: npm cannot reach its registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "true"})
    void only_1_requires_data(String value) {
        assertThat(MissingData.skip("nothing here", Map.of(MissingData.REQUIRED, value))).hasMessage("nothing here");
    }
}
