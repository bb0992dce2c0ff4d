package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured with Maven is what is installed. */
class LauncherFlagsTest {
    private static final Pattern FLAGS = Pattern
            .compile(
                    "<jvm\\.base>(.*)</jvm\\.base>[^$]*<jvm\\.flags>\\$\\{jvm\\.base} (.*) \\$\\{jvm\\.system}</jvm\\.flags>");
    private static final Pattern OF_LINUX = Pattern.compile("<jvm\\.system>(.+)</jvm\\.system>");

    @ParameterizedTest
    @ValueSource(strings = {"posescope", "posescope.bat"})
    void a_launcher_gives_java_every_flag_of_the_build(String launcher) throws IOException {
        Matcher flags = FLAGS.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(flags.find()).isTrue();

        assertThat(Files.readString(Path.of("packaging", "bin", launcher)))
                .contains(List.of((flags.group(1) + " " + flags.group(2)).split(" ")));
    }

    @Test
    void the_launcher_of_linux_gives_java_the_flags_of_linux() throws IOException {
        Matcher flags = OF_LINUX.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(flags.find()).isTrue();

        assertThat(Files.readString(Path.of("packaging", "bin", "posescope"))).contains(flags.group(1).split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posescope", "posescope.bat"})
    void a_launcher_uses_the_classes_that_it_asked_the_program_to_keep(String launcher) throws IOException {
        String script = Files.readString(Path.of("packaging", "bin", launcher));
        Matcher kept = Pattern.compile("-Dposescope\\.classes=([^\"]+)").matcher(script);
        assertThat(kept.find()).isTrue();

        assertThat(script).contains("\"-XX:SharedArchiveFile=" + kept.group(1) + "\"", "-XX:+RecordDynamicDumpInfo");
    }
}
