package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.StepListener;
import org.posescope.frame.source.Sources;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ImportedModel;
import org.posescope.model.Int8Facts;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.plan.NetworkChoice;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Skeletons;
import org.posescope.pose.heatmap.HeatmapPose;
import org.posescope.pose.heatmap.PersonView;
import org.posescope.pose.heatmap.PointOutputs;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;

/** A published network of MobileNet kind, from operator set 8, calibrated with a clip that has nothing to do with the test pictures. */
class QuantizerTest {
    static final String CARD = """
            {"task":"pose-2d","decoder":"heatmaps","skeleton":"coco17","input":{"name":"data","width":192,"height":256,
            "layout":"nchw","colorOrder":"rgb","mean":[123.675,116.28,103.53],"scale":[0.017124754,0.017507003,0.017429194]}}
            """;
    private static final String ID = "ultralight-simplepose";
    private static final int MANY_POINTS = 12;

    @TempDir
    private Path folder;
    private ModelStore store;
    private ModelFile network;

    @BeforeEach
    void bringTheNetwork() throws IOException {
        store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder.resolve("models"), Optional.empty()));
        Path file = Files.copy(Shared.file("data/pose2d/ultralight_simplepose.onnx"),
                folder.resolve("ultralight_simplepose.onnx"));
        Files.writeString(folder.resolve("ultralight_simplepose.json"), CARD);
        network = store.userFile(file, Optional.empty()).orElseThrow();
    }

    private QuantizedModel quantize(ModelFile model, Path pictures, CalibrationMethod method, int wanted) {
        ModelFile detector = store.userFile(Shared.file("data/detector/yolox_nano.onnx"), Optional.empty())
                .orElseThrow();
        TopDownNetworks networks = new TopDownNetworks(detector, Optional.empty(), model, Optional.empty(),
                Optional.empty(), 0.5f,
                NetworkChoice.DEFAULT,
                Sessions::open);
        try (FramePool pool = new FramePool();
                FrameSource source = Sources.open(pictures.toString(), SourceOptions.DEFAULT, pool)) {
            return new Quantizer(store, 1, any -> {}).run(model, new PictureInputs(networks, source, 1), method,
                    wanted);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void int8_loses_next_to_nothing_on_people_it_was_not_calibrated_with_and_takes_three_quarters_of_the_time()
            throws IOException {
        QuantizedModel quantized = quantize(network, Shared.file("data/video/single_person_demo.mp4"),
                CalibrationMethod.MINMAX, 24);

        double exact = meanOks(store.require(ID, RuntimeChoice.automatic()));
        double shortened = meanOks(store.require(ID, RuntimeChoice.of(Optional.empty(), Precision.INT8)));
        assertThat(exact).isBetween(0.80, 0.84);
        assertThat(exact - shortened).as("loss of mean OKS").isLessThanOrEqualTo(0.01);
        assertThat(quantized.facts().pictures()).isEqualTo(24);
        assertThat(quantized.heldApart()).isEqualTo(6);
        assertThat(quantized.facts().layers()).isGreaterThan(60);
        assertThat(quantized.int8Bytes()).isLessThan(quantized.floatBytes() / 2);
        if (hasAvx2()) {
            assertThat(quantized.facts().timeRatio()).isLessThanOrEqualTo(0.75);
        }
    }

    private static boolean hasAvx2() throws IOException {
        Path flags = Path.of("/proc/cpuinfo");
        return Files.isReadable(flags) && Files.readString(flags).contains("avx2");
    }

    /** Of the people with many annotated points, in their annotated boxes. */
    private static double meanOks(ModelFile file) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(Shared.file("data/image/coco_people.json").toFile());
        List<Double> similarities = new ArrayList<>();
        try (HeatmapPose pose = new HeatmapPose(Sessions.open(file, SessionOptions.onCpu(1)), file.card().input(),
                Skeletons.COCO17, PointOutputs.HEATMAPS, false)) {
            for (JsonNode annotation : truth.get("annotations")) {
                if (annotation.get("num_keypoints").asInt() >= MANY_POINTS) {
                    similarities.add(similarity(pose, PersonView.of(file.card().input()), annotation));
                }
            }
        }
        assertThat(similarities).hasSize(7);
        return similarities.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double similarity(HeatmapPose pose, PersonView view, JsonNode annotation) {
        JsonNode box = annotation.get("bbox");
        JsonNode points = annotation.get("keypoints");
        List<Keypoint> truth = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 3) {
            truth.add(new Keypoint(points.get(i).floatValue(), points.get(i + 1).floatValue(),
                    points.get(i + 2).floatValue()));
        }
        Path picture = Shared
                .file(String.format(Locale.ROOT, "data/image/%012d.jpg", annotation.get("image_id").asLong()));
        try (Frame frame = TestFrames.load(picture)) {
            Box person = new Box(box.get(0).floatValue(), box.get(1).floatValue(), box.get(2).floatValue(),
                    box.get(3).floatValue());
            List<Keypoint> found = pose.estimate(frame, view.region(person), StepListener.NONE).person().keypoints()
                    .getFirst().points();
            return KeypointSimilarity.oks(truth, found, annotation.get("area").asDouble());
        }
    }

    @Test
    void the_store_has_both_networks_and_the_record_and_a_second_time_replaces_the_first() throws IOException {
        Path pictures = Shared.file("data/image");
        quantize(network, pictures, CalibrationMethod.MINMAX, 2);
        QuantizedModel second = quantize(store.require(ID), pictures, CalibrationMethod.PERCENTILE, 3);

        ImportedModel kept = store.imported().find(ID).orElseThrow();
        assertThat(kept).isEqualTo(second.model());
        assertThat(kept.conversions()).extracting(each -> each.runtime() + " " + each.precision().label())
                .containsExactly("ONNXRUNTIME fp32", "ONNXRUNTIME int8");
        Int8Facts facts = kept.int8().orElseThrow();
        assertThat(facts.form()).isEqualTo("s8-paired");
        assertThat(facts.method()).isEqualTo("percentile");
        assertThat(facts.pictures()).isEqualTo(3);
        assertThat(facts.source()).isEqualTo(pictures.toString());
        assertThat(kept.card(kept.conversions().getLast()).precision()).isEqualTo("int8");
        try (Stream<Path> files = Files.list(store.imported().folder(ID))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("model.json",
                    kept.conversions().getFirst().file(), kept.conversions().getLast().file());
        }
        try (Stream<Path> folders = Files.list(folder.resolve("models/imported"))) {
            assertThat(folders).containsExactly(store.imported().folder(ID));
        }
        assertThat(store.quantized(network)).contains(kept);
        Files.write(network.path(), new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(store.quantized(network)).as("after the file was changed").isEmpty();
    }

    @Test
    void without_people_nothing_is_made() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.copy(Shared.file("fixtures/pre/gradient_640x480.png"), pictures.resolve("gradient.png"));

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> quantize(network, pictures, CalibrationMethod.MINMAX, 2))
                .withMessage("no person was found in " + pictures + " to calibrate " + ID
                        + " with; give pictures of people");

        assertThat(folder.resolve("models/imported")).isEmptyDirectory();
    }

    /** One channel a thousand times as large as the other, which is the only one that the last layer takes. */
    private ModelFile straying() throws IOException {
        Path file = folder.resolve("straying.onnx");
        Tensor last = Tensor.allocate(17, 2, 1, 1);
        for (int point = 0; point < 17; point++) {
            last.data().put(2 * point + 1, 1);
        }
        new OnnxFile().input("data", OnnxFile.FLOAT, -1, 3, 256, 192)
                .constant("w", Tensor.of(new float[] {1000, 1000, 1000, 1, -1, 0.5f}, 2, 3, 1, 1)).constant("v", last)
                .node("Conv", "both", "data", "w").node("Conv", "y", "both", "v")
                .output("y", OnnxFile.FLOAT, -1, 17, 64, 48).write(file);
        OnnxModel model = OnnxModel.read(file);
        List<OnnxOperator> operators = model.network().operators().stream().map(each -> each.output().equals("both")
                ? each.with(OnnxAttribute.of("strides", new long[] {4, 4}))
                : each).toList();
        model.withNetwork(model.network().with(operators, model.network().constants())).write(file);
        Files.writeString(folder.resolve("straying.json"), CARD);
        return store.userFile(file, Optional.empty()).orElseThrow();
    }

    @Test
    void a_network_that_strays_from_float_is_refused_and_leaves_nothing() throws IOException {
        ModelFile straying = straying();

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> quantize(straying, Shared.file("data/image"), CalibrationMethod.MINMAX, 8))
                .withMessageStartingWith("the outputs of straying in int8 differ from those in float by ")
                .withMessageContaining("and 20% is the most, so nothing was kept");

        assertThat(folder.resolve("models/imported")).isEmptyDirectory();
    }

    @Test
    void a_cancelled_run_leaves_nothing() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> quantize(network, Shared.file("data/image/000000000785.jpg"),
                        CalibrationMethod.MINMAX, 1))
                .withCauseInstanceOf(InterruptedException.class);

        assertThat(folder.resolve("models/imported")).isEmptyDirectory();
    }

    @Test
    void the_int8_network_is_not_quantized_again() {
        quantize(network, Shared.file("data/image/000000000785.jpg"), CalibrationMethod.MINMAX, 1);
        ModelFile int8 = store.require(ID, RuntimeChoice.of(Optional.of(NetworkRuntime.ONNXRUNTIME), Precision.INT8));

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> quantize(int8, Shared.file("data/image"), CalibrationMethod.MINMAX, 1))
                .withMessageContaining("is quantized already");
    }
}
