package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThirdPartyTest {
    /** On the class path of the tests alone. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "(junit|opentest4j|apiguardian|jspecify|assertj|byte-buddy|archunit|json-schema|itu|testfx|hamcrest|lwjgl|jmh|"
                    + "jopt-simple|commons-math3|org.osgi|surefire|maven|hadoop-client-api|duckdb_jdbc).*");

    private final ThirdParty parts;

    ThirdPartyTest() throws IOException {
        parts = ThirdParty.read();
    }

    @Test
    void the_licence_of_every_jar_that_the_program_needs_is_known() {
        assertThat(parts.unknown(jars())).isEmpty();
    }

    @Test
    void every_jar_of_the_list_is_one_that_the_program_needs() {
        assertThat(parts.parts().stream().flatMap(part -> part.jars().stream())).allSatisfy(name -> assertThat(jars())
                .as(name).anyMatch(jar -> new ThirdPartyPart(name, List.of(name), List.of(), "").holds(jar)));
    }

    @Test
    void a_jar_that_nobody_named_is_told() {
        assertThat(parts.unknown(List.of("jackson-core-2.jar", "unheard-of-1.0.jar", "posescope-0.1.0.jar")))
                .containsExactly("unheard-of-1.0.jar");
    }

    @Test
    void every_licence_has_its_text_and_every_text_its_part() throws IOException {
        List<String> licences = parts.parts().stream().flatMap(part -> part.licences().stream()).distinct().toList();

        try (Stream<Path> files = Files.list(ThirdParty.FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(licences.stream().map(ThirdParty::text).toList());
        }
    }

    @Test
    void the_folder_of_licences_holds_the_list_the_texts_and_what_jars_say(@TempDir Path folder) throws IOException {
        List<Path> jars = paths().filter(jar -> jar.getFileName().toString().startsWith("jackson-core-")).toList();

        parts.write(jars, folder.resolve("legal"));

        assertThat(folder.resolve("legal/THIRD-PARTY.txt")).content().contains("Jackson", "FFmpeg", "PyTorch");
        assertThat(folder.resolve("legal/LGPL-3.0.txt")).isNotEmptyFile();
        assertThat(folder.resolve("legal/" + jars.getFirst().getFileName().toString().replace(".jar", "") + "/NOTICE"))
                .isNotEmptyFile();
    }

    private static List<String> jars() {
        return paths().map(jar -> jar.getFileName().toString()).filter(jar -> !OF_TESTS.matcher(jar).matches())
                .filter(jar -> !jar.contains("-platform-")).toList();
    }

    private static Stream<Path> paths() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar")).map(Path::of);
    }
}
