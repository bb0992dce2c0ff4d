package org.posescope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** In one process, with a shell script as the program, which comes in an archive as the real one does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoseJobTest {
    /** Does what the name of the video says; its table is one that Spark wrote. */
    private static final String SCRIPT = """
            #!/bin/sh
            case " $* " in
                *" --nstreams 1 --nthreads 1 "*) ;;
                *" --nthreads 3 "*) echo "posescope: with three threads"; exit 2 ;;
                *) echo "posescope: with too many threads"; exit 2 ;;
            esac
            while [ "$1" != -i ]; do shift; done
            video=$2
            case "$video" in
                *damaged*) echo "posescope: it is damaged"; exit 2 ;;
                *crashes*) kill -9 $$ ;;
                *overloaded*) lost=', "failures": 2, "dropped": {"stale": 1}, "warnings": ["2 failed", "it is slow"]' ;;
            esac
            [ -n "$POSESCOPE_PARENT" ] || exit 3
            cat "$video" > /dev/null || exit 3
            cp "$(dirname "$0")/../table.parquet" motion.parquet
            echo '{"frames_processed": 7'"$lost"'}' > report.json
            """;

    @TempDir
    private static Path folder;

    private SparkSession spark;
    private Path clips;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path archive = folder.resolve("program.tar.gz");
        spark = SparkSession.builder().master("local[2]").appName("test").config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
        Path program = Files.createDirectories(folder.resolve("program/bin")).resolve("posescope");
        Files.writeString(program, SCRIPT);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path rows = folder.resolve("rows");
        spark.range(3).coalesce(1).toDF("frame").write().parquet(rows.toString());
        try (Stream<Path> files = Files.list(rows)) {
            Files.copy(files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow(),
                    folder.resolve("program/table.parquet"));
        }
        assertThat(new ProcessBuilder("tar", "-czf", archive.toString(), "-C", folder.resolve("program").toString(),
                ".").inheritIO().start().waitFor()).isZero();
        spark.sparkContext().addArchive(archive + "#posescope");
        clips = Files.createDirectories(folder.resolve("clips"));
        for (String name : List.of("a.mp4", "overloaded.mp4", "damaged.mp4", "deep/b = 1.mov", "crashes.mkv",
                "notes.txt")) {
            Files.createDirectories(clips.resolve(name).getParent());
            Files.writeString(clips.resolve(name), name);
        }
    }

    @AfterAll
    void stop() {
        spark.stop();
    }

    private List<Outcome> run(String output, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--output", folder.resolve(output).toString()));
        all.addAll(List.of(arguments));
        return PoseJob.run(spark, JobOptions.of(all));
    }

    private List<String> table(String place, String... columns) {
        return spark.read().parquet(folder.resolve(place).toString()).selectExpr(columns).collectAsList().stream()
                .map(Row::toString).sorted().toList();
    }

    @Test
    void a_folder_becomes_a_table_with_a_partition_a_video_and_failures_become_rows() throws IOException {
        List<Outcome> outcomes = run("out", "--input", clips.toString(), "--", "--no-body");

        assertThat(outcomes).extracting(each -> each.video().name()).containsExactly("a.mp4", "crashes.mkv",
                "damaged.mp4", "deep/b = 1.mov", "overloaded.mp4");
        assertThat(table("out/motion", "video", "frame")).containsExactly("[a.mp4,0]", "[a.mp4,1]", "[a.mp4,2]",
                "[deep/b = 1.mov,0]", "[deep/b = 1.mov,1]", "[deep/b = 1.mov,2]", "[overloaded.mp4,0]",
                "[overloaded.mp4,1]", "[overloaded.mp4,2]");
        assertThat(table("out/errors", "video", "error")).containsExactly(
                "[crashes.mkv,the process ended with status 137 and said nothing]", "[damaged.mp4,it is damaged]");
        assertThat(table("out/runs", "video", "frames", "lost", "warnings", "error = ''")).containsExactly(
                "[a.mp4,7,0,,true]", "[crashes.mkv,0,0,,false]", "[damaged.mp4,0,0,,false]",
                "[deep/b = 1.mov,7,0,,true]", "[overloaded.mp4,7,3,2 failed; it is slow,true]");
    }

    @Test
    void a_list_names_videos_and_one_that_is_missing_is_a_row_too() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"),
                clips.resolve("a.mp4").toUri() + "\n\n" + clips.resolve("gone.mp4").toUri() + "\n");

        run("listed", "--list", list.toString());

        String place = clips.toString().substring(1);
        assertThat(table("listed/runs", "video", "error")).containsExactly("[" + place + "/a.mp4,]",
                "[" + place + "/gone.mp4,the file cannot be read: there is no such file]");
    }

    @Test
    void a_run_has_as_many_threads_as_its_task_has_cores_or_as_the_options_say() throws IOException {
        String clip = clips.resolve("a.mp4").toString();
        run("one", "--input", clip);
        run("three", "--input", clip, "--", "--nthreads", "3");

        assertThat(table("one/runs", "error")).containsExactly("[]");
        assertThat(table("three/runs", "error")).containsExactly("[with three threads]");
    }

    @Test
    void an_output_that_exists_is_left_alone() {
        assertThatThrownBy(() -> run("clips", "--input", clips.toString()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith("clips exists already");
    }

    @Test
    void a_program_that_was_not_shipped_fails_the_job() {
        assertThatThrownBy(() -> run("none", "--input", clips.toString(), "--program", "nowhere/bin/posescope"))
                .hasStackTraceContaining("there is no program nowhere/bin/posescope: ship it with --archives");
    }

    @Test
    void what_is_no_option_is_told_with_the_usage() {
        assertThatThrownBy(() -> JobOptions.of(List.of("--what")))
                .hasMessage("what is --what? usage: " + JobOptions.USAGE);
        assertThatThrownBy(() -> JobOptions.of(List.of("--output", "out"))).hasMessage("usage: " + JobOptions.USAGE);
    }
}
