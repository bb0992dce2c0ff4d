package org.posescope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.WriteException;

class ReportWriterTest {
    @TempDir
    private Path folder;

    @Test
    void a_report_replaces_an_older_one_as_a_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), "older and much longer than the new one");

        new ReportWriter().write(Map.of("frames", 3), file);

        assertThat(file).hasContent("{\n  \"frames\" : 3\n}");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void what_fails_when_the_work_is_done_is_a_failure_of_the_run() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Path file = gone.resolve("r.json");
        Files.delete(gone);

        assertThatThrownBy(() -> new ReportWriter().write(Map.of("frames", 3), file))
                .isInstanceOf(WriteException.class).hasMessageStartingWith("the report " + file + " cannot be written");
    }
}
