package org.posescope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.cli.Cli;
import org.posescope.cli.option.ModelsOptions;

import org.posescope.model.ModelCatalog;
import org.posescope.model.install.NpmClient;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;

class QuantizeCommandTest {
    private static final String CARD = """
            {"task":"pose-2d","decoder":"heatmaps","skeleton":"coco17","input":{"name":"data","width":192,"height":256,
            "layout":"nchw","colorOrder":"rgb","mean":[123.675,116.28,103.53],"scale":[0.017124754,0.017507003,0.017429194]}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path models;
    private Path pictures;

    @BeforeEach
    void makeFolders() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
        pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.copy(Shared.file("data/image/000000000785.jpg"), pictures.resolve("a.jpg"));
        Files.copy(Shared.file("data/detector/yolox_nano.onnx"), models.resolve("yolox_nano.onnx"));
    }

    private int run(Object... args) {
        ModelsOptions options = new ModelsOptions(ModelCatalog.bundled(), Map.of(), new Properties());
        NpmClient npm = new NpmClient(Optional.empty(), Duration.ZERO);
        List<String> all = new ArrayList<>();
        for (Object arg : args) {
            all.add(arg.toString());
        }
        all.addAll(List.of("--models", models.toString()));
        return new Cli(List.of(new QuantizeCommand(options, npm), new ModelsCommand(options, npm),
                new RunCommand(options, npm),
                new BenchCommand(options, npm)))
                .writingTo(new PrintWriter(out, true), new PrintWriter(err, true)).run(all.toArray(String[]::new));
    }

    private Path network() throws IOException {
        Files.writeString(folder.resolve("ultralight_simplepose.json"), CARD);
        return Files.copy(Shared.file("data/pose2d/ultralight_simplepose.onnx"),
                folder.resolve("ultralight_simplepose.onnx"));
    }

    @Test
    void a_users_file_is_quantized_and_then_run_compared_and_listed() throws IOException {
        Path network = network();

        assertThat(run("quantize", network, "--images", pictures, "--detector", "yolox", "--batches", 1, "--batch-size",
                2))
                .as(err.toString()).isZero();
        assertThat(out.toString()).contains("ultralight-simplepose computes ", "calibrated with 2 inputs by minmax",
                "size ", "time x ", "difference of the outputs ", " of their size, on the same inputs");

        assertThat(run("run", "-i", pictures, "--no-show", "--no-body", "-m", network, "--detector", "yolox",
                "--precision", "int8", "--report", folder.resolve("report.json"))).as(err.toString()).isZero();
        assertThat(Files.readString(folder.resolve("report.json"))).contains("int8");
        assertThat(err.toString()).contains("posescope: yolox-nano was not quantized and runs in its own precision");

        out.getBuffer().setLength(0);
        assertThat(run("bench", "--engines", "-m", "ultralight-simplepose", "--repeat", 1)).as(err.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(2).last().asString().contains("int8", " x 0.");

        assertThat(run("models", "list", "--long")).isZero();
        assertThat(out.toString()).contains("int8       minmax of 2 inputs from " + pictures,
                " layers with weights s8-paired, ");
    }

    @Test
    void what_an_older_version_quantized_is_not_run_and_is_quantized_again() throws IOException {
        Path network = network();
        Object[] quantize = {"quantize", network, "--images", pictures, "--detector", "yolox", "--batches", 1,
            "--batch-size", 1};
        assertThat(run(quantize)).as(err.toString()).isZero();
        Path record = models.resolve("imported/ultralight-simplepose/model.json");
        String now = Files.readString(record);
        String form = "\"form\" : \"s8-paired\",";
        assertThat(now).contains(form);
        Files.writeString(record, now.replace(form, ""));
        Object[] annotate = {"run", "-i", pictures, "--no-show", "--no-body", "-m", network, "--detector", "yolox",
            "--precision", "int8"};

        assertThat(run(annotate)).isEqualTo(2);
        assertThat(
                run("models", "run", "ultralight-simplepose", "-i", "in.npz", "-o", "out.npz", "--precision", "int8"))
                .isEqualTo(2);
        out.getBuffer().setLength(0);
        assertThat(run("bench", "--engines", "-m", "ultralight-simplepose", "--repeat", 1)).isZero();
        assertThat(out.toString()).doesNotContain("int8");
        assertThat(run("models", "list", "--long")).isZero();

        assertThat(out.toString()).contains(" layers with weights s8 (outdated), ");
        assertThat(err.toString().lines().filter(line -> line.contains("older"))).hasSize(3)
                .containsOnly("posescope: ultralight-simplepose was quantized by an older version, whose int8 models "
                        + "compute wrong numbers on processors without VNNI; run `posescope quantize "
                        + "ultralight-simplepose --images DIR` again");
        assertThat(run(quantize)).as(err.toString()).isZero();
        assertThat(run(annotate)).as(err.toString()).isZero();
    }

    @Test
    void what_was_not_quantized_does_not_run_in_int8() throws IOException {
        assertThat(
                run("run", "-i", pictures, "--no-show", "-m", network(), "--detector", "yolox", "--precision", "int8"))
                .isEqualTo(2);
        assertThat(run("models", "run", "yolox-nano", "-i", "in.npz", "-o", "out.npz", "--precision", "int8"))
                .isEqualTo(2);
        assertThat(run("bench", "--engines", "-m", folder.resolve("ultralight_simplepose.onnx"))).isEqualTo(2);

        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("posescope: none of the networks was quantized (yolox-nano, "
                        + folder.resolve("ultralight_simplepose.onnx")
                        + "); run `posescope quantize NAME --images DIR` with one of them"),
                line -> assertThat(line).isEqualTo("posescope: yolox-nano was not quantized; "
                        + "run `posescope quantize yolox-nano --images DIR` with pictures of people"),
                line -> assertThat(line).startsWith("posescope: no such network was imported or quantized"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"blazepose-full, blazepose-full is a model for tflite",
        "nothing, no model is named 'nothing'; there are blazepose-detector",
        "nothing.onnx, there is no model file nothing.onnx",
        "hmr, hmr needs the checkpoint"})
    void a_model_that_cannot_be_quantized_is_one_sentence(String model, String message) {
        assertThat(run("quantize", model, "--images", pictures)).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("posescope: " + message);
    }

    @Test
    void wrong_pictures_and_numbers_are_one_sentence() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(run("quantize", "yolox-nano", "--images", empty)).isEqualTo(2);
        assertThat(run("quantize", "yolox-nano", "--video", folder.resolve("no.mp4"))).isEqualTo(2);
        assertThat(run("quantize", "yolox-nano")).isEqualTo(2);
        assertThat(run("quantize", "yolox-nano", "--images", pictures, "--batches", 0)).isEqualTo(2);
        assertThat(run("quantize", "yolox-nano", "--images", pictures, "--method", "guess")).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(5).allSatisfy(line -> assertThat(line).startsWith("posescope: "));
        assertThat(err.toString()).contains(empty.toString(), "no.mp4", "--images", "--batches and --batch-size",
                "no method is named 'guess'; there are minmax and percentile");
        assertThat(models.resolve("imported")).doesNotExist();
    }

    @Test
    void a_damaged_or_senseless_network_is_one_sentence_and_leaves_nothing() throws IOException {
        Path damaged = folder.resolve("damaged.onnx");
        Files.writeString(damaged, "not a network");
        Files.writeString(folder.resolve("damaged.json"), CARD);
        Path small = folder.resolve("small.onnx");
        new OnnxFile().input("data", OnnxFile.FLOAT, 1, 3, 256, 192).node("Relu", "y", "data")
                .output("y", OnnxFile.FLOAT, 1, 3, 256, 192).write(small);
        Files.writeString(folder.resolve("small.json"), CARD);

        for (Path network : List.of(damaged, small)) {
            assertThat(run("quantize", network, "--images", pictures, "--detector", "yolox")).isEqualTo(2);
        }

        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).startsWith("posescope: " + damaged + " cannot be read because"),
                line -> assertThat(line).startsWith("posescope: small has no convolution"));
        assertThat(models.resolve("imported")).doesNotExist();
    }

    @Test
    void a_store_that_cannot_be_written_is_one_sentence() throws IOException {
        Files.writeString(models.resolve("imported"), "a file in the place of the folder");

        assertThat(run("quantize", network(), "--images", pictures, "--detector", "yolox")).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString()
                .startsWith("posescope: ultralight-simplepose cannot be quantized into " + models + "; check that");
    }

    @Test
    void a_name_that_another_model_has_is_refused() throws IOException {
        Path first = network();
        assertThat(
                run("quantize", first, "--images", pictures, "--detector", "yolox", "--batches", 1, "--batch-size", 1))
                .as(err.toString()).isZero();
        Files.writeString(folder.resolve("other.json"),
                CARD.replace("{\"task\"", "{\"id\":\"ultralight-simplepose\",\"task\""));
        Path other = Files.copy(first, folder.resolve("other.onnx"));

        assertThat(run("quantize", other, "--images", pictures, "--detector", "yolox")).isEqualTo(2);

        assertThat(err.toString()).contains(
                "the store has another model ultralight-simplepose, which was not made from other.onnx");
    }
}
