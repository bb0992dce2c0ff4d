package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

/** A run that cannot be is refused before it is begun, and costs nothing that was there. */
class RefusedRunTest {
    private static final String EARLIER = "what an earlier run gave";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--export no/such/x.csv", "--export x.fbx", "-o no/such/x.mp4", "-o x.txt",
        "--json no/such/x.json",
        "--report no/such/r.json", "--export x.bvh --no-body", "--export x.bvh --no-track",
        "--send vmc://127.0.0.1:39539 --no-body",
        "--export openpose:keep.csv", "-o keep.csv/%d.png"})
    void an_output_that_cannot_be(String arguments) throws IOException {
        requireRefused(List.of(arguments.split(" ")), clip());
    }

    @Test
    void figures_that_have_no_place() {
        Program.Ended ended = Program.plain("bench", "-i", clip(), "--json", folder.resolve("no/such/b.json"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).first().asString().contains("does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--arcs knee", "--view 3d", "--show skeleton", "--size 320x240", "--mirror"})
    void what_is_seen_only_in_pictures_that_nobody_wants(String arguments) {
        List<Object> all = new ArrayList<>(List.of("-i", clip(), "--json", folder.resolve("o.jsonl")));
        all.addAll(List.of(arguments.split(" ")));

        Program.Ended ended = Program.run(all.toArray());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).first().asString()
                .contains(arguments.split(" ")[0] + " is seen only in annotated pictures");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void several_of_them_in_one_sentence_and_for_many_videos_too() throws IOException {
        Program.Ended ended = Program.plain("batch", clip(), "--out", folder.resolve("out"), "--json", "{name}.jsonl",
                "--mirror", "--show", "none");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).first().asString()
                .contains("--show and --mirror are seen only in annotated pictures");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_run_that_gives_nothing_says_so_at_its_start_and_goes_on() {
        Program.Ended nothing = Program.plain("run", "-i", clip(), "--limit", 2, "--no-body", "--models",
                TestModels.folder());
        Program.Ended figures = Program.plain("run", "-i", clip(), "--limit", 2, "--no-body", "--report",
                folder.resolve("r.json"), "--models", TestModels.folder());

        assertThat(nothing.status()).as(nothing.err()).isZero();
        assertThat(nothing.err()).startsWith("posescope: nothing of this run is written; -o, --json, --export");
        assertThat(figures.status()).as(figures.err()).isZero();
        assertThat(figures.err()).doesNotContain("window");
    }

    @Test
    void an_error_of_the_user_is_all_that_is_said() {
        Program.Ended ended = Program.plain("run", "-i", folder.resolve("none.mp4"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    }

    @Test
    void a_port_that_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            requireRefused(List.of("--send", "ws://127.0.0.1:" + taken.getLocalPort()), clip());
        }
    }

    @Test
    void motion_of_pictures_that_have_nothing_to_do_with_each_other() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.copy(Shared.file("data/image/000000000785.jpg"), photos.resolve("1.jpg"));

        requireRefused(List.of("--export", "x.bvh"), photos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json b.json --report b.json", "--json b.json --export b.json", "-o a.mp4 -o a.mp4",
        "--json b.json --report ./b.json", "--report keep.mp4", "--export b.csv --export b.csv", "-o %d.png -o %d.png"})
    void one_file_for_two_outputs(String arguments) throws IOException {
        Program.Ended ended = requireRefused(List.of(arguments.split(" ")), clip());

        assertThat(ended.err()).contains("Two outputs are named ");
    }

    @Test
    void one_file_for_two_outputs_by_different_ways() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        Program.Ended ended = requireRefused(List.of("--report", "real/b.json", "--export", "link/b.json"), clip());

        assertThat(ended.err()).contains("Two outputs are named ");
    }

    /** Names of files are of the test's folder. */
    private Program.Ended requireRefused(List<String> arguments, Path input) throws IOException {
        List<Path> kept = List.of(folder.resolve("keep.mp4"), folder.resolve("keep.jsonl"), folder.resolve("keep.csv"));
        for (Path file : kept) {
            Files.writeString(file, EARLIER);
        }
        List<Object> all = new ArrayList<>(List.of("-i", input, "--limit", 2, "-o", kept.get(0), "--json", kept.get(1),
                "--export", kept.get(2)));
        if (arguments.contains("--json")) {
            all.subList(6, 8).clear();
        }
        arguments.forEach(each -> all.add(inFolder(each)));

        Program.Ended ended = Program.run(all.toArray());

        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
        assertThat(kept).allSatisfy(file -> assertThat(file).hasContent(EARLIER));
        assertThat(folder).isDirectoryNotContaining("glob:**{.part,x.*,a.*,b.*}");
        return ended;
    }

    private String inFolder(String argument) {
        String openPose = "openpose:";
        if (argument.startsWith(openPose)) {
            return openPose + folder.resolve(argument.substring(openPose.length()));
        }
        return argument.contains(".") && !argument.contains("://") ? folder.resolve(argument).toString() : argument;
    }

    private static Path clip() {
        return Path.of("assets", "demo.mp4");
    }
}
