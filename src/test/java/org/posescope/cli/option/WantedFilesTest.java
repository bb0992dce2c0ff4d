package org.posescope.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.record.export.ExportTarget;

class WantedFilesTest {
    private static final Optional<Path> REPORT = Optional.of(Path.of("r.json"));

    @Test
    void one_file_is_left_unfinished_and_several_are() {
        assertThat(files(Optional.empty(), "a.mp4").finishing(1))
                .isEqualTo("finishing a.mp4; Ctrl-C again ends at once and leaves it unfinished");
        assertThat(files(REPORT, "a.mp4", "f/%d.png").finishing(7)).isEqualTo("finishing a.mp4, " + Path.of("f/%d.png")
                + ", r.json; Ctrl-C again ends at once and leaves them unfinished");
    }

    @Test
    void before_the_first_frame_there_is_nothing_but_the_report() {
        assertThat(files(Optional.empty(), "a.mp4", "b.mp4").finishing(0)).isEqualTo("nothing was written yet");
        assertThat(files(REPORT, "a.mp4").finishing(0))
                .isEqualTo("finishing r.json; Ctrl-C again ends at once and leaves it unfinished");
    }

    @Test
    void of_a_run_without_files_nothing_is_said() {
        assertThat(files(Optional.empty()).finishing(0)).isEmpty();
        assertThat(files(Optional.empty()).finishing(9)).isEmpty();
    }

    private static WantedFiles files(Optional<Path> report, String... pictures) {
        List<ExportTarget> none = List.of();
        return new WantedFiles(List.of(pictures), Optional.empty(), none, report);
    }
}
