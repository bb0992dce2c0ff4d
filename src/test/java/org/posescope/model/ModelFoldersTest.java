package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFoldersTest {
    private static Properties properties(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/ann");
        return properties;
    }

    @ParameterizedTest
    @CsvSource({"Linux,,, /home/ann/.local/share/posescope/models",
        "Linux, XDG_DATA_HOME, /data, /data/posescope/models",
        "Linux, XDG_DATA_HOME, relative, /home/ann/.local/share/posescope/models",
        "Linux, XDG_DATA_HOME, ' ', /home/ann/.local/share/posescope/models",
        "Mac OS X,,, /home/ann/Library/Application Support/PoseScope/models",
        "Windows 11, LOCALAPPDATA, /users/ann/local, /users/ann/local/PoseScope/models",
        "Windows 11,,, /home/ann/AppData/Local/PoseScope/models",
        "Linux, POSESCOPE_MODELS, /mine, /mine",
        "Mac OS X, POSESCOPE_MODELS, /mine, /mine"})
    void the_folder_is_where_the_platform_keeps_data_of_programs(String system, String variable, String value,
            Path expected) {
        Map<String, String> environment = new HashMap<>();
        if (variable != null) {
            environment.put(variable, value);
        }

        assertThat(ModelFolders.resolve(Optional.empty(), environment, properties(system)))
                .isEqualTo(new ModelFolders(expected.toAbsolutePath(), Optional.empty()));
    }

    @Test
    void the_folder_that_the_user_names_goes_before_the_environment() {
        ModelFolders folders = ModelFolders.resolve(Optional.of(Path.of("here", "..", "mine")),
                Map.of("POSESCOPE_MODELS", "/other"), properties("Linux"));

        assertThat(folders.user()).isEqualTo(Path.of("mine").toAbsolutePath());
    }

    @Test
    void the_installation_is_searched_after_the_folder_of_the_user() {
        Properties properties = properties("Linux");
        properties.setProperty("posescope.home", "/opt/posescope");

        ModelFolders folders = ModelFolders.resolve(Optional.of(Path.of("/mine")), Map.of(), properties);

        assertThat(folders.searched()).containsExactly(Path.of("/mine").toAbsolutePath(),
                Path.of("/opt/posescope/models"));
    }
}
