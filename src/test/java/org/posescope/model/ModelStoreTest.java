package org.posescope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.testkit.SmallModels;

class ModelStoreTest {
    private static final byte[] CONTENT = "a network".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SAME_SIZE = "b network".getBytes(StandardCharsets.UTF_8);
    private static final ModelCard FETCHED = SmallModels.card("fetched",
            new Origin.NpmPackage("pack", "1.0.0", "x", 0, CONTENT.length), CONTENT);
    private static final ModelCard BROUGHT = SmallModels.unchecked("brought", new Origin.BringYourOwn("its page"));
    private static final ModelCatalog CATALOG = new ModelCatalog(List.of(FETCHED, BROUGHT), List.of());

    @TempDir
    private Path folder;
    private Path user;
    private Path installation;

    @BeforeEach
    void makeFolders() throws IOException {
        user = Files.createDirectory(folder.resolve("user"));
        installation = Files.createDirectory(folder.resolve("installation"));
    }

    private ModelStore store() {
        return new ModelStore(CATALOG, new ModelFolders(user, Optional.of(installation)));
    }

    @Test
    void a_file_is_found_in_the_folder_of_the_user_before_the_installation() throws IOException {
        Path shipped = Files.write(installation.resolve("fetched.onnx"), CONTENT);
        assertThat(store().find("fetched")).contains(new ModelFile(FETCHED, shipped));

        Path own = Files.write(user.resolve("fetched.onnx"), CONTENT);
        assertThat(store().find("fetched")).contains(new ModelFile(FETCHED, own));
    }

    @Test
    void a_model_that_is_not_here_is_empty_or_says_how_to_get_it() {
        ModelStore store = store();

        assertThat(store.find("fetched")).isEmpty();
        assertThat(store.state(FETCHED)).isEqualTo(ModelState.MISSING);
        assertThatThrownBy(() -> store.require("fetched")).isInstanceOf(UserException.class)
                .hasMessage("fetched is not installed; run `posescope models install fetched`");
        assertThatThrownBy(() -> store.require("brought")).isInstanceOf(UserException.class).hasMessage(
                "brought needs the file brought.onnx, which is published at its page; put it into " + user);
    }

    @Test
    void a_wrong_checksum_is_an_error_with_both_checksums_and_a_remedy() throws IOException {
        Path file = Files.write(user.resolve("fetched.onnx"), SAME_SIZE);
        ModelStore store = store();

        assertThat(store.state(FETCHED)).isEqualTo(ModelState.DAMAGED);
        assertThatThrownBy(() -> store.find("fetched")).isInstanceOf(UserException.class)
                .hasMessageContainingAll(file.toString(), Sha256.shortened(SmallModels.sha256(SAME_SIZE)),
                        Sha256.shortened(SmallModels.sha256(CONTENT)), "run `posescope models install fetched`")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_card_without_a_checksum_takes_any_file_of_its_name() throws IOException {
        Path file = Files.write(user.resolve("brought.onnx"), SAME_SIZE);

        assertThat(store().find("brought")).contains(new ModelFile(BROUGHT, file));
        assertThat(store().verify(BROUGHT)).isEqualTo(ModelState.INSTALLED);
    }

    @Test
    void a_changed_file_is_noticed() throws IOException {
        Path file = Files.write(user.resolve("fetched.onnx"), CONTENT);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(store().state(FETCHED)).isEqualTo(ModelState.INSTALLED);

        Files.write(file, SAME_SIZE);

        assertThat(store().state(FETCHED)).isEqualTo(ModelState.DAMAGED);
    }

    @Test
    void an_unchanged_file_is_not_read_again_by_a_later_start_but_by_verify() throws IOException {
        Path file = Files.write(user.resolve("fetched.onnx"), CONTENT);
        FileTime time = Files.getLastModifiedTime(file);
        assertThat(store().state(FETCHED)).isEqualTo(ModelState.INSTALLED);

        // A change that keeps size and time shows that the file is not read.
        Files.write(file, SAME_SIZE);
        Files.setLastModifiedTime(file, time);

        assertThat(store().state(FETCHED)).isEqualTo(ModelState.INSTALLED);
        assertThat(store().verify(FETCHED)).isEqualTo(ModelState.DAMAGED);
        assertThat(store().state(FETCHED)).isEqualTo(ModelState.DAMAGED);
    }

    @Test
    void broken_notes_of_checksums_cost_nothing_but_time() throws IOException {
        Files.write(user.resolve("fetched.onnx"), CONTENT);
        store().verify(FETCHED);
        Path notes = user.resolve(".checksums.json");
        assertThat(notes).content().contains("fetched.onnx");

        Files.writeString(notes, "{\"/x\": 3");

        assertThat(store().state(FETCHED)).isEqualTo(ModelState.INSTALLED);
    }

    @Test
    void models_of_an_installation_work_without_a_folder_of_the_user() throws IOException {
        Path shipped = Files.write(installation.resolve("fetched.onnx"), CONTENT);
        Path absent = folder.resolve("absent");
        ModelStore store = new ModelStore(CATALOG, new ModelFolders(absent, Optional.of(installation)));

        assertThat(store.find("fetched")).contains(new ModelFile(FETCHED, shipped));
        assertThat(absent).doesNotExist();
    }
}
