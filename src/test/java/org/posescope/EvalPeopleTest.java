package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code posescope eval people} on real pictures and a clip, and what it says when it cannot be. */
class EvalPeopleTest {
    @TempDir
    private Path folder;

    private static Program.Ended eval(Object... arguments) {
        TestModels.file("blazepose-full");
        List<Object> all = new ArrayList<>(List.of("eval", "people", "--models", TestModels.folder()));
        all.addAll(List.of(arguments));
        return Program.plain(all.toArray());
    }

    private Path table(String name, String... rows) throws IOException {
        return Files.write(folder.resolve(name),
                Stream.concat(Stream.of("file\tkind\tpeople"), Stream.of(rows)).toList());
    }

    private Path clips(String row) throws IOException {
        return Files.write(folder.resolve("clips.tsv"), List.of("file\tpeople", row));
    }

    private static void copy(String shared, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(Shared.file(shared), to);
    }

    @Test
    void two_pictures_are_measured_drawn_and_reported() throws IOException {
        copy("data/wild/pictures/opose13.jpg", folder.resolve("pictures/opose13.jpg"));
        copy("data/wild/pictures/jw04.jpg", folder.resolve("jw04.jpg"));
        Path json = folder.resolve("figures.json");
        Path sheets = folder.resolve("sheets");

        Program.Ended ended = eval("--pictures",
                table("pictures.tsv", "opose13.jpg\tchild\t1\tsource", "jw04.jpg\tempty\t0", "none.jpg\tchild\t1"),
                "--limit", 2, "--json", json, "--sheet", sheets);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("all")).toList())
                .containsExactly("all          2         1       1      100.0 %  0");
        assertThat(ended.out()).contains("nobody in 1 of 1 pictures of nobody");
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        JsonNode child = report.at("/pictures/files/0");
        assertThat(child.get("file").asText()).isEqualTo("opose13.jpg");
        assertThat(child.get("expected").asInt()).isEqualTo(1);
        assertThat(child.get("found").asInt()).isEqualTo(1);
        assertThat(child.at("/people/0/score").asDouble()).isBetween(0.5, 1.0);
        assertThat(child.at("/people/0/box")).hasSize(4);
        assertThat(report.at("/pictures/files/1/people")).isEmpty();
        assertThat(report.has("clips")).isFalse();
        assertThat(sheets.resolve("opose13.jpg")).isNotEmptyFile();
        assertThat(sheets.resolve("contact-00.png")).isNotEmptyFile();
    }

    @Test
    void a_missing_picture_and_a_damaged_clip_are_told_and_leave_the_others_measured() throws IOException {
        copy("data/wild/pictures/opose13.jpg", folder.resolve("pictures/opose13.jpg"));
        Files.writeString(folder.resolve("broken.mp4"), "this is no clip");

        Program.Ended ended = eval("--pictures", table("pictures.tsv", "none.jpg\tsport\t2", "opose13.jpg\tchild\t1"),
                "--clips", clips("broken.mp4\t2"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("none.jpg", "broken.mp4", "not all of the 3 files");
        assertThat(ended.out().lines().filter(line -> line.startsWith("all")).toList())
                .containsExactly("all          1         1       1      100.0 %  0");
    }

    @Test
    void the_one_person_of_a_clip_is_followed_to_its_end() throws IOException {
        copy("data/wild/clips/c_tfjs_squats.mp4", folder.resolve("clips/squats.mp4"));
        Path json = folder.resolve("figures.json");
        Path sheets = folder.resolve("sheets");

        Program.Ended ended = eval("--clips", clips("squats.mp4\t1"), "--json", json, "--sheet", sheets);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("1 clips with a single person").doesNotContain("pictures of nobody");
        JsonNode clip = new ObjectMapper().readTree(json.toFile()).at("/clips/files/0");
        assertThat(clip.get("frames").asInt()).isEqualTo(clip.get("found").size()).isGreaterThan(50);
        assertThat(clip.get("part_found").asDouble()).isGreaterThan(0.95);
        assertThat(clip.get("ids")).hasSize(1);
        try (Stream<Path> files = Files.list(sheets)) {
            assertThat(files).hasSize(7);
        }
    }

    @Test
    void options_that_cannot_be_are_refused() throws IOException {
        Path table = table("pictures.tsv", "a.jpg\tcrowd");

        requireOneLine(eval(), "--pictures, one of clips with --clips");
        requireOneLine(eval("--pictures", table, "--limit", 0), "--limit is at least 1");
        requireOneLine(eval("--pictures", table, "--no-track"), "leave --no-track out");
        requireOneLine(eval("--pictures", table, "--body", "smpl.npz"), "leave --body out");
        requireOneLine(eval("--pictures", table), "line 2: not all of file, kind, people");
    }

    private static void requireOneLine(Program.Ended ended, String text) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(text);
        assertThat(ended.err().strip().lines().filter(line -> line.startsWith("posescope:"))).hasSize(1);
    }
}
