package org.posescope.eval.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;

class PeopleCountsTest {
    @TempDir
    private Path folder;

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.tsv"), text);
    }

    @Test
    void pictures_are_read_past_the_header_and_further_columns() throws IOException {
        Path table = table("file\tkind\tpeople\tsource\na.jpg\tcrowd\t12\tsomewhere\tfree\n\nb.png\tempty\t0\r\n");

        assertThat(PeopleCounts.pictures(table)).containsExactly(new CountedPicture("a.jpg", "crowd", 12),
                new CountedPicture("b.png", "empty", 0));
    }

    @Test
    void clips_have_a_mean() throws IOException {
        assertThat(PeopleCounts.clips(table("file\tpeople\nc.mp4\t1.7\tsource\n")))
                .containsExactly(new CountedClip("c.mp4", 1.7));
    }

    @Test
    void a_missing_column_is_told_with_its_line() throws IOException {
        Path table = table("file\tkind\tpeople\na.jpg\tcrowd\t1\nb.jpg\tcrowd\n");

        assertThatThrownBy(() -> PeopleCounts.pictures(table)).isInstanceOf(UserException.class)
                .hasMessage(table + ", line 3: not all of file, kind, people, separated by tabs");
    }

    @Test
    void a_table_without_header_is_refused() throws IOException {
        Path table = table("a.jpg\tcrowd\t1\n");

        assertThatThrownBy(() -> PeopleCounts.pictures(table)).isInstanceOf(UserException.class)
                .hasMessage(table + ", line 1: a header is expected: file, kind, people, separated by tabs");
    }

    @Test
    void a_table_without_files_is_refused() throws IOException {
        Path table = table("file\tpeople\n");

        assertThatThrownBy(() -> PeopleCounts.clips(table)).isInstanceOf(UserException.class)
                .hasMessage(table + " lists no files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1.5", "NaN", "1e99", ""})
    void what_is_no_number_of_people_is_refused(String people) throws IOException {
        Path table = table("file\tkind\tpeople\na.jpg\tcrowd\t" + people + "\n");

        assertThatThrownBy(() -> PeopleCounts.pictures(table)).isInstanceOf(UserException.class)
                .hasMessage(table + ", line 2: \"" + people + "\" is no number of people");
    }

    @Test
    void a_missing_table_is_told() {
        Path table = folder.resolve("none.tsv");

        assertThatThrownBy(() -> PeopleCounts.clips(table)).isInstanceOf(UserException.class)
                .hasMessageContaining("the table " + table + " cannot be read");
    }

    @Test
    void files_are_beside_the_table_or_in_a_folder_below() throws IOException {
        MediaFolder files = new MediaFolder(folder.resolve("table.tsv"), "pictures");
        Path beside = Files.createFile(folder.resolve("a.jpg"));

        assertThat(files.resolve("a.jpg")).isEqualTo(beside);
        assertThat(files.resolve("b.jpg")).isEqualTo(folder.resolve("pictures").resolve("b.jpg"));
    }
}
