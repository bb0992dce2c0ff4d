package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written costs nothing else, and is a failure of the run and not of its user. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
class FullDiskTest {
    private static final Path CLIP = Path.of("assets", "demo.mp4");
    private static final String FULL = "/dev/full";

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_ends_the_run_as_a_failure() {
        Program.Ended ended = Program.run("-i", CLIP, "--limit", "500", "--json", FULL);

        assertThat(ended.err()).contains("Cannot write " + FULL);
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void the_other_files_and_the_report_are_written_to_their_end() throws IOException {
        Path csv = folder.resolve("walk.csv");
        Path bvh = folder.resolve("walk.bvh");
        Path video = folder.resolve("walk.mp4");
        Path report = folder.resolve("report.json");
        // The export of bodies fails where a folder is in its place.
        Files.createDirectories(folder.resolve("broken-1.trc"));
        Files.createSymbolicLink(folder.resolve("full.csv.part"), Path.of(FULL));

        Program.Ended ended = Program.run("-i", CLIP, "--limit", "20", "--export", folder.resolve("full.csv"),
                "--export", folder.resolve("broken.trc"), "--export", bvh, "--export", csv, "-o", video, "--report",
                report);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("Cannot write " + folder.resolve("full.csv"),
                "Cannot write " + folder.resolve("broken-1.trc") + ": it is a folder");
        try (Stream<String> rows = Files.lines(csv)) {
            assertThat(rows.filter(row -> row.startsWith("19,"))).isNotEmpty();
        }
        assertThat(folder.resolve("walk-1.bvh")).content().contains("Frames: 20");
        assertThat(video).isNotEmptyFile();
        assertThat(report).content().contains("\"frames_processed\" : 20");
    }
}
