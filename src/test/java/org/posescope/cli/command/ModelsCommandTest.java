package org.posescope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.cli.Cli;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.Origin;
import org.posescope.model.install.NpmClient;
import org.posescope.testkit.FakeNpm;
import org.posescope.testkit.SmallModels;
import org.posescope.testkit.Tarball;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ModelsCommandTest {
    private static final byte[] CONTENT = "a network".getBytes(StandardCharsets.UTF_8);
    private static final ModelCard FETCHED = SmallModels.card("fetched",
            new Origin.NpmPackage("pack", "1.0.0", "net.bin", 0, CONTENT.length), CONTENT);
    private static final ModelCard BROUGHT = SmallModels.unchecked("brought", new Origin.BringYourOwn("its page"));
    private static final ModelCatalog CATALOG = new ModelCatalog(List.of(FETCHED, BROUGHT), List.of());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path models;
    private NpmClient npm = new NpmClient(Optional.empty(), Duration.ZERO);

    @BeforeEach
    void makeFolder() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
    }

    private int run(String... args) {
        ModelsOptions options = new ModelsOptions(CATALOG, Map.of(), new Properties());
        List<String> all = new ArrayList<>(List.of("models", "--models", models.toString()));
        all.addAll(List.of(args));
        return new Cli(List.of(new ModelsCommand(options, npm)))
                .writingTo(new PrintWriter(out, true), new PrintWriter(err, true)).run(all.toArray(String[]::new));
    }

    private Path place(ModelCard card, String content) throws IOException {
        return Files.writeString(models.resolve(card.file()), content);
    }

    @Test
    void list_shows_which_models_are_here() throws IOException {
        place(FETCHED, "another network");

        assertThat(run("list")).isZero();

        assertThat(out.toString().lines()).containsSequence("MODEL    STATE    SIZE    TITLE",
                "fetched  damaged  0.0 kB  fetched", "brought  missing  -       brought")
                .contains("Models are installed to " + models);
    }

    @Test
    void list_prints_all_that_is_known_as_json_for_programs() throws IOException {
        Path path = place(FETCHED, "a network");

        assertThat(run("list", "--json")).isZero();

        JsonNode root = new ObjectMapper().readTree(out.toString());
        assertThat(root.path("folder").textValue()).isEqualTo(models.toString());
        JsonNode first = root.path("models").path(0);
        assertThat(first.path("state").textValue()).isEqualTo("installed");
        assertThat(first.path("path").textValue()).isEqualTo(path.toString());
        assertThat(first.path("card").path("origin").path("kind").textValue()).isEqualTo("npm");
        assertThat(root.path("models").path(1).has("path")).isFalse();
    }

    @Test
    void a_long_list_has_every_field_of_the_card() {
        assertThat(run("list", "--long")).isZero();

        assertThat(out.toString().lines()).contains("id         fetched",
                "sha256     " + FETCHED.sha256().orElseThrow(),
                "license    MIT", "state      missing");
    }

    @Test
    void path_prints_the_folder_or_the_file_of_a_model() throws IOException {
        Path path = place(FETCHED, "a network");

        assertThat(run("path")).isZero();
        assertThat(run("path", "fetched")).isZero();
        assertThat(out.toString().lines()).containsExactly(models.toString(), path.toString());

        assertThat(run("path", "brought")).isEqualTo(2);
        assertThat(err.toString()).startsWith("posescope: brought needs the file brought.onnx");
    }

    @Test
    void verify_says_by_its_exit_status_whether_all_is_right() throws IOException {
        assertThat(run("verify")).isZero();
        assertThat(run("verify", "fetched")).isEqualTo(1);

        Path path = place(FETCHED, "a network");
        assertThat(run("verify")).isZero();
        assertThat(out.toString().lines()).last().asString().isEqualTo("fetched  ok     " + path);

        place(FETCHED, "b network");
        assertThat(run("verify", "fetched")).isEqualTo(1);
        assertThat(out.toString().lines()).last().asString().isEqualTo("fetched  damaged  " + path);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the npm of this test is a shell script")
    void install_says_where_each_model_is() throws IOException {
        Path tarball = folder.resolve("p.tgz");
        try (Tarball tar = new Tarball(tarball)) {
            tar.file("package/net.bin", CONTENT);
        }
        npm = new NpmClient(Optional.of(FakeNpm.giving(tarball, folder.resolve("bin")).executable()),
                Duration.ofMinutes(1));

        assertThat(run("install", "fetched")).isZero();

        assertThat(out.toString().lines()).containsExactly("Installed fetched: " + models.resolve("fetched.onnx"),
                "In place: fetched");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_cannot_be_installed_is_one_line_and_status_2() {
        assertThat(run("install", "fetched")).isEqualTo(2);
        assertThat(run("install", "brought")).isEqualTo(2);
        assertThat(run("install", "nothing")).isEqualTo(2);

        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).startsWith("posescope: cannot install fetched because npm was not found"),
                line -> assertThat(line).startsWith("posescope: brought needs the file brought.onnx"),
                line -> assertThat(line).startsWith("posescope: no model or preset is named 'nothing'"));
    }
}
