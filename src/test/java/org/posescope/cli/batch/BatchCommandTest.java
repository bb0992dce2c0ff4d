package org.posescope.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.batch.BatchFolder;
import org.posescope.batch.Shard;
import org.posescope.cli.Cli;
import org.posescope.cli.command.RunCommand;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.model.ModelCatalog;
import org.posescope.model.install.NpmClient;

import picocli.CommandLine;

/** With a shell script in place of the program, which notes what it was called with and does what the video's name says. */
@DisabledOnOs(OS.WINDOWS)
class BatchCommandTest {
    @TempDir
    private Path folder;

    private Path clips;
    private Path out;
    private Path calls;
    private Path script;

    private record Ended(int status, String err) {}

    @BeforeEach
    void archive() throws IOException {
        clips = Files.createDirectories(folder.resolve("clips"));
        out = folder.resolve("out");
        calls = Files.createFile(folder.resolve("calls.txt"));
        script = Files.writeString(folder.resolve("program.sh"), script(calls));
    }

    private static String script(Path calls) {
        return String.format(Locale.ROOT, """
                echo "$*" >> "%s"
                for argument in "$@"; do
                    case "$argument" in
                        --json=*) json="${argument#--json=}" ;;
                        --report=*) report="${argument#--report=}" ;;
                    esac
                    case "$argument" in
                        *hangs*.mp4) hangs=1 ;;
                        *crashes*.mp4) crashes=1 ;;
                        *damaged*.mp4) damaged=1 ;;
                        *overloaded*.mp4) overloaded=1 ;;
                    esac
                done
                echo half > "$json"
                [ -n "$hangs" ] && exec sleep 600
                [ -n "$crashes" ] && kill -9 $$
                [ -n "$damaged" ] && echo "posescope: it is damaged" && exit 2
                [ -n "$overloaded" ] && lost=', "failures": 2, "dropped": {"stale": 1}, "warnings": ["2 frames failed"]'
                echo whole > "$json"
                echo '{"frames_processed": 7, "fps": 3.5'"$lost"'}' > "$report"
                """, calls);
    }

    private void clip(String name) throws IOException {
        Files.writeString(clips.resolve(name + ".mp4"), name);
    }

    private Ended batch(String... arguments) {
        ModelsOptions models = new ModelsOptions(ModelCatalog.bundled(), Map.of(), new Properties());
        NpmClient npm = NpmClient.find(Map.of());
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("batch", clips.toString(), "--out", out.toString(), "--jobs", "2"));
        all.addAll(List.of(arguments));
        int status = new Cli(List.of(new BatchCommand(models, () -> new CommandLine(new RunCommand(models, npm)),
                () -> List.of("/bin/sh", script.toString()))))
                .writingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .run(all.toArray(String[]::new));
        return new Ended(status, err.toString());
    }

    private List<String> results() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(file -> out.relativize(file).toString())
                    .filter(name -> name.endsWith(".jsonl")).sorted().toList();
        }
    }

    @Test
    void each_video_is_made_once_and_only_what_is_missing_or_changed_is_made_again() throws IOException {
        clip("a");
        clip("b");
        clip("c");
        String[] json = {"--json", "{name}.jsonl"};

        assertThat(batch(json).status()).isZero();
        assertThat(results()).containsExactly("a.jsonl", "b.jsonl", "c.jsonl");
        assertThat(Files.readAllLines(calls)).hasSize(3);

        assertThat(batch(json).err()).isEqualTo("3 of 3 done, 3 of them before" + System.lineSeparator());
        assertThat(Files.readAllLines(calls)).hasSize(3);

        Files.delete(out.resolve("b.jsonl"));
        clip("d");
        Files.writeString(clips.resolve("c.mp4"), "another");
        assertThat(batch(json).status()).isZero();
        assertThat(Files.readAllLines(calls)).hasSize(6);
        assertThat(results()).containsExactly("a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl");

        assertThat(batch("--json", "{name}.jsonl", "--no-body").status()).isZero();
        assertThat(Files.readAllLines(calls)).hasSize(10);
    }

    @Test
    void one_that_hangs_or_crashes_or_is_damaged_costs_itself_alone() throws IOException {
        clip("good");
        clip("hangs");
        clip("crashes");
        clip("damaged");

        Ended ended = batch("--json", "{name}.jsonl", "--time-limit", "1");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("1 of 4 done; 3 failed:", "damaged: it is damaged",
                "hangs: not done after 1 s",
                "crashes: the process ended with status 137 and said nothing");
        assertThat(results()).containsExactly("good.jsonl");
        assertThat(Files.readAllLines(calls)).as("a hang and a crash get a second chance").hasSize(6);
        assertThat(Files.readString(out.resolve("summary.csv")))
                .containsPattern("\"good\",\"[^\"]*good.mp4\",done,7,0,[0-9.]+,3.5,\"\",\"\"")
                .containsPattern("\"damaged\",\"[^\"]*damaged.mp4\",failed,0,0,[0-9.]+,0.0,\"it is damaged\",\"\"");
    }

    @Test
    void a_video_that_lost_frames_is_no_success_and_made_again() throws IOException {
        clip("good");
        clip("overloaded");
        String[] json = {"--json", "{name}.jsonl"};

        Ended ended = batch(json);

        String news = "7 frames, 3.5 fps, 3 lost; 2 frames failed";
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).containsPattern("overloaded  [0-9.]+ s  incomplete: " + news)
                .contains("1 of 2 done; 1 incomplete:", "  overloaded: " + news);
        assertThat(results()).containsExactly("good.jsonl", "overloaded.jsonl");
        assertThat(Files.readString(out.resolve("summary.csv"))).containsPattern(
                "\"overloaded\",\"[^\"]*overloaded.mp4\",incomplete,7,3,[0-9.]+,3.5,\"\",\"2 frames failed\"");

        batch(json);
        assertThat(Files.readAllLines(calls)).hasSize(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void of_a_file_that_cannot_be_read_the_reason_of_the_system_is_told() throws IOException {
        clip("a");

        assertThat(batch("/proc/self/mem", "--json", "{name}.jsonl").err()).contains("1 of 2 done; 1 failed:",
                "mem: the file cannot be read: Input/output error");
    }

    @Test
    void shards_share_a_folder() throws IOException {
        clip("a");
        clip("b");
        clip("c");

        batch("--json", "{name}.jsonl", "--shard", "1/2");
        assertThat(results()).containsExactly("a.jsonl", "c.jsonl");
        batch("--json", "{name}.jsonl", "--shard", "2/2");

        assertThat(results()).containsExactly("a.jsonl", "b.jsonl", "c.jsonl");
        assertThat(Files.readAllLines(out.resolve("summary.csv"))).hasSize(4);
    }

    @Test
    void a_recipe_says_the_same_as_options() throws IOException {
        clip("a");
        batch("--json", "{name}.jsonl", "--preset", "live", "-t", "0.4");
        Path recipe = Files.copy(out.resolve("recipe.json"), folder.resolve("recipe.json"));

        assertThat(batch("--recipe", recipe.toString()).err()).startsWith("1 of 1 done, 1 of them before");
        assertThat(batch("--recipe", recipe.toString(), "--no-body"))
                .isEqualTo(new Ended(2,
                        "posescope: --recipe says what to make of each video, so --no-body has no place beside it"
                                + System.lineSeparator()));
    }

    @Test
    void what_an_ended_batch_left_half_done_is_removed() throws IOException {
        clip("a");
        Path left = Files.createDirectories(out.resolve(".work/1-of-1/clip123/made")).resolve("a.jsonl");
        Files.writeString(left, "half");

        assertThat(batch("--json", "{name}.jsonl").status()).isZero();
        assertThat(left).doesNotExist();
        assertThat(Files.readString(out.resolve("a.jsonl"))).isEqualTo("whole\n");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_told_and_the_video_made_again() throws IOException {
        clip("a");
        batch("--json", "{name}.jsonl");
        Files.writeString(out.resolve("manifest/a.json"), "{half");

        assertThat(batch("--json", "{name}.jsonl").err()).contains("a.json cannot be read and counts for nothing",
                "1 of 1 done");
        assertThat(Files.readAllLines(calls)).hasSize(2);
    }

    @Test
    void a_folder_that_another_batch_works_on_is_left_alone() throws IOException {
        clip("a");
        try (BatchFolder _ = BatchFolder.open(out, Shard.WHOLE)) {
            assertThat(batch("--json", "{name}.jsonl")).isEqualTo(
                    new Ended(2, "posescope: another batch is at work on " + out + System.lineSeparator()));
        }
    }

    @Test
    void an_output_of_one_name_for_all_is_an_error() throws IOException {
        clip("a");

        assertThat(batch("--json", "all.jsonl"))
                .isEqualTo(new Ended(2, "posescope: --json=all.jsonl would be the same file for "
                        + "every video; write {name} where the video's name belongs" + System.lineSeparator()));
    }

    @Test
    void without_outputs_a_video_and_its_motion_are_written() throws IOException {
        clip("a");

        batch();

        assertThat(Files.readString(calls)).contains("-i " + clips.resolve("a.mp4")).contains("--nstreams=1")
                .containsPattern("--output=[^ ]*/a.mp4 --json=[^ ]*/a.jsonl");
    }
}
