package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFolderTest {
    @TempDir
    private Path parent;

    private Path partOf(Duration age) throws IOException {
        Path part = Files.createDirectory(parent.resolve(".part" + age.toMinutes()));
        Files.writeString(part.resolve("model.onnx"), "half a model");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(age)));
        return part;
    }

    @Test
    void what_a_killed_import_left_is_deleted_and_what_another_one_works_in_is_not() throws IOException {
        Path abandoned = partOf(Duration.ofHours(2));
        Path inUse = partOf(Duration.ofMinutes(5));

        try (PartFolder part = PartFolder.in(parent)) {
            assertThat(part.path()).isEmptyDirectory();
        }

        assertThat(abandoned).doesNotExist();
        assertThat(parent).isDirectoryContaining(inUse::equals);
        assertThat(parent.toFile().list()).hasSize(1);
    }

    @Test
    void a_finished_folder_replaces_the_one_before() throws IOException {
        Path place = Files.createDirectory(parent.resolve("model"));
        Files.writeString(place.resolve("old"), "old");

        try (PartFolder part = PartFolder.in(parent)) {
            Files.writeString(part.path().resolve("new"), "new");
            part.moveTo(place);
        }

        assertThat(place).isDirectoryContaining("glob:**/new");
        assertThat(place.resolve("old")).doesNotExist();
        assertThat(parent.toFile().list()).containsExactly("model");
    }
}
