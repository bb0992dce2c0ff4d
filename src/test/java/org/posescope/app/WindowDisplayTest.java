package org.posescope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;

class WindowDisplayTest {
    private static Properties system(String name) {
        Properties properties = new Properties();
        properties.setProperty("os.name", name);
        return properties;
    }

    @ParameterizedTest
    @CsvSource({"Linux, :0, true", "Linux, '', false", "Linux, ' ', false", "Windows 11, '', true",
        "Mac OS X, '', true"})
    void only_linux_needs_a_display_in_its_environment(String system, String display, boolean there) {
        assertThat(Window.hasDisplay(Map.of("DISPLAY", display), system(system))).isEqualTo(there);
    }

    @Test
    void the_headless_platform_of_javafx_needs_no_display() {
        Properties properties = system("Linux");
        properties.setProperty("glass.platform", "Headless");

        assertThat(Window.hasDisplay(Map.of(), properties)).isTrue();
    }

    @Test
    void a_window_without_a_display_says_what_to_do_instead() {
        ModelStore models = new ModelStore(ModelCatalog.bundled(),
                new ModelFolders(Path.of("nowhere"), Optional.empty()));
        NpmClient npm = new NpmClient(Optional.empty(), Duration.ofSeconds(1));

        assertThatExceptionOfType(UserException.class).isThrownBy(
                () -> Window
                        .open(new WindowOptions(Optional.empty(), Optional.empty(), models, npm, Map.of(),
                                system("Linux"), List::of)))
                .withMessageStartingWith("there is no display for the window")
                .withMessageContaining("posescope run -i FILE -o OUT.mp4");
    }
}
