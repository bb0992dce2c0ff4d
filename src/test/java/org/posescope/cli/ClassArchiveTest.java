package org.posescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.management.JMException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    private static void written(Path file) {
        try {
            Files.writeString(file, "new");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void an_archive_is_written_into_a_new_folder_and_nothing_else_is_left_there() throws IOException {
        Path file = folder.resolve("cache/classes-1.jsa");

        new ClassArchive(file, ClassArchiveTest::written).write();

        assertThat(file).hasContent("new");
        assertThat(names(file.getParent())).containsExactly("classes-1.jsa");
    }

    @Test
    void one_that_is_there_stays_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("classes-1.jsa"), "old");

        new ClassArchive(file, ClassArchiveTest::written).write();

        assertThat(file).hasContent("old");
    }

    @Test
    void java_that_cannot_write_one_leaves_nothing_behind() throws IOException {
        new ClassArchive(folder.resolve("classes-1.jsa"), file -> {
            written(file);
            throw new JMException("no");
        }).write();
        new ClassArchive(folder.resolve("classes-2.jsa"), _ -> {}).write();

        assertThat(names(folder)).isEmpty();
    }

    @Test
    void a_place_that_is_no_folder_is_not_written_to() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        new ClassArchive(taken.resolve("classes-1.jsa"), ClassArchiveTest::written).write();

        assertThat(taken).hasContent("mine");
    }

    @Test
    void of_other_versions_the_newest_are_kept() throws IOException {
        for (int i : IntStream.rangeClosed(1, 4).toArray()) {
            Files.setLastModifiedTime(Files.createFile(folder.resolve("classes-" + i + ".jsa")),
                    FileTime.fromMillis(1000L * i));
        }
        Files.createFile(folder.resolve("other.jsa"));

        new ClassArchive(folder.resolve("classes-5.jsa"), ClassArchiveTest::written).write();

        assertThat(names(folder)).containsExactly("classes-3.jsa", "classes-4.jsa", "classes-5.jsa", "other.jsa");
    }
}
