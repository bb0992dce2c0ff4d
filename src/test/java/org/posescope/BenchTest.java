package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void a_bench_measures_both_modes_and_the_loops_beside_them() throws IOException {
        Path json = folder.resolve("bench.json");
        TestModels.file("blazepose-full");

        Program.Ended ended = Program.plain("bench", "--models", TestModels.folder(), "-i",
                Shared.file("data/video/single_person_demo.mp4"), "--frames", "30", "--warm-up", "5", "--repeat", "2",
                "-o",
                folder.resolve("o.mp4"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("async", "min-latency", "bare loop", "decode only", "draw only");
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("frames_processed").asInt()).isEqualTo(30);
        assertThat(report.get("mode").asText()).isEqualTo("async");
        for (String figure : new String[] {"pipeline_fps", "bare_fps", "decode_fps", "draw_fps", "ratio"}) {
            assertThat(report.get(figure).asDouble()).as(figure).isPositive();
        }
        JsonNode async = report.get("modes").get("async");
        assertThat(async.get("ratio_to_bound").get("median").asDouble()).isBetween(0.0, 1.2);
        assertThat(async.get("pipeline_fps").get("median").asDouble()).isCloseTo(report.get("pipeline_fps").asDouble(),
                within(1e-9));
    }

    @Test
    void models_are_compared_in_one_table_with_their_accuracy() throws IOException {
        Path json = folder.resolve("compared.json");
        Path pictures = Shared.file("data/image/coco_people.json");
        TestModels.file("blazepose-full");
        TestModels.file("movenet-multipose");

        Program.Ended ended = Program.plain("bench", "--models", TestModels.folder(), "--dummy", "320x240",
                "--frames", "4", "--warm-up", "2", "--repeat", "1", "--compare", "movenet,live", "--annotations",
                pictures, "--images", pictures.getParent(), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out().lines().map(line -> line.split(" ")[0])).containsExactly("model", "movenet", "live");
        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        for (JsonNode row : rows) {
            assertThat(row.get("speed").get("fps").get("median").asDouble()).isPositive();
            assertThat(row.get("accuracy").get("oks").get("mean").asDouble()).isBetween(0.7, 1.0);
        }
        assertThat(rows).hasSize(2);
    }

    @Test
    void a_comparison_takes_two_models_and_both_pictures_and_annotations() {
        Program.Ended one = Program.plain("bench", "--dummy", "64x48", "--compare", "live");
        Program.Ended half = Program.plain("bench", "--dummy", "64x48", "--compare", "live,ae", "--images", "x");

        assertThat(one.status()).isEqualTo(2);
        assertThat(one.err()).contains("--compare takes two or more");
        assertThat(half.status()).isEqualTo(2);
        assertThat(half.err()).contains("--annotations and --images go together");
    }

    @Test
    void a_bench_needs_one_input() {
        Program.Ended ended = Program.plain("bench");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("posescope: ").contains("--dummy");
    }
}
