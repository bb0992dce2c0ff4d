package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** Results of pictures that have nothing to do with each other. */
class PictureFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void each_picture_has_a_line_that_names_it_and_a_damaged_one_says_why() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        byte[] sofa = Files.readAllBytes(Shared.file("data/image/000000000785.jpg"));
        Files.write(photos.resolve("1.jpg"), sofa);
        Files.write(photos.resolve("2.jpg"), Arrays.copyOf(sofa, 300));
        Files.copy(Shared.file("data/image/000000196141.jpg"), photos.resolve("3.jpg"));
        Files.writeString(photos.resolve("4.jpg"), "not an image");
        Files.copy(Shared.file("data/bugs/trunc.jpg"), photos.resolve("5.jpg"));
        Path json = folder.resolve("motion.jsonl");

        Program.Ended ended = Program.run("-i", photos, "--json", json, "-o", folder.resolve("out/%d.png"));

        assertThat(ended.status()).as(ended.err()).isZero();
        List<JsonNode> lines = lines(json);
        assertThat(lines).extracting(line -> line.get("index").asInt()).containsExactly(0, 1, 2, 3, 4);
        assertThat(lines).extracting(line -> line.get("file").asText()).containsExactly("1.jpg", "2.jpg", "3.jpg",
                "4.jpg", "5.jpg");
        assertThat(sizes(lines)).contains(entry("1.jpg", List.of(640, 425)), entry("3.jpg", List.of(640, 429)));
        assertThat(lines).filteredOn(line -> line.has("error"))
                .extracting(line -> line.get("file").asText() + ": " + line.get("error").asText())
                .containsExactly("2.jpg: 2.jpg is damaged: not one picture of it can be decoded",
                        "4.jpg: 4.jpg is damaged or not an image that can be read");
        assertThat(lines).filteredOn(line -> line.has("warning"))
                .extracting(line -> line.get("file").asText() + ": " + line.get("warning").asText())
                .containsExactly("5.jpg: 5.jpg is damaged (pictures missing or shown only in part: 1)");
        assertThat(lines.get(0).get("people")).isNotEmpty();
        assertThat(lines.get(1).get("people")).isEmpty();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**0.png").isDirectoryContaining("glob:**2.png");
    }

    private static Map<String, List<Integer>> sizes(List<JsonNode> lines) {
        Map<String, List<Integer>> sizes = new LinkedHashMap<>();
        lines.stream().filter(line -> line.has("width")).forEach(line -> sizes.put(line.get("file").asText(),
                List.of(line.get("width").asInt(), line.get("height").asInt())));
        return sizes;
    }

    /** The lines after the header, each of which the schema admits. */
    private static List<JsonNode> lines(Path json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs", "motion.schema.json")));
        List<JsonNode> lines = Files.readAllLines(json).stream().map(PictureFolderTest::tree).toList();
        assertThat(lines).allSatisfy(line -> assertThat(schema.validate(line)).isEmpty());
        return lines.subList(1, lines.size());
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void pictures_show_no_speed() throws IOException {
        Path photo = Shared.file("data/image/000000000785.jpg");

        // Long enough for figures, which come once a second.
        Program.run("-i", photo, "--loop", "--limit", "60", "--show", "hud", "-o", folder.resolve("hud/%02d.png"));
        Program.run("-i", photo, "--show", "none", "-o", folder.resolve("plain.png"));

        assertThat(folder.resolve("hud/59.png")).hasSameBinaryContentAs(folder.resolve("plain.png"));
    }
}
