package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;

class TableFileTest {
    @TempDir
    Path folder;

    private Path path;
    private TableFile table;

    @BeforeEach
    void begin() {
        path = folder.resolve("a.csv");
        table = new TableFile(path);
        table.head(out -> out.write('<'));
    }

    @Test
    void it_has_its_rows_between_head_and_end_once_it_is_finished() {
        table.frame(out -> out.write('1'));
        table.frame(_ -> {});
        table.frame(out -> out.write('2'));
        assertThat(path).doesNotExist();
        table.finish(out -> out.write('>'));
        table.finish(out -> out.write('>'));

        assertThat(path).hasContent("<12>");
        assertThatThrownBy(() -> table.frame(_ -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_a_frame_there_is_none() {
        table.finish(out -> out.write('>'));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_that_is_discarded_is_gone() {
        table.frame(out -> out.write('1'));
        table.discard();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_that_lacks_a_row_is_none() {
        table.frame(out -> out.write('1'));
        assertThatThrownBy(() -> table.frame(_ -> {
            throw new IOException("no space left");
        })).isInstanceOf(UserException.class);
        table.finish(out -> out.write('>'));

        assertThat(folder).isEmptyDirectory();
    }
}
