package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What keeps the program readable: nobody has to hold more than so much in mind at once. */
class HouseRulesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int MOST_LINES = 300;
    private static final int MOST_TYPES = 30;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    @Test
    void no_file_is_longer_than_300_lines() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }

    @Test
    void no_package_has_more_than_30_types() throws IOException {
        Map<Path, Long> types = sources().stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(types).allSatisfy((folder, count) -> assertThat(count).as("%s", folder)
                .isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void a_simple_name_stands_once() throws IOException {
        Map<String, Long> names = sources().stream()
                .collect(Collectors.groupingBy(file -> file.getFileName().toString(), Collectors.counting()));

        assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }
}
