package org.posescope.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.detect.YoloxBoxes;
import org.posescope.detect.YoloxDetector;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.graph.Graph;
import org.posescope.network.weights.Weights;
import org.posescope.pose.Box;
import org.posescope.tensor.torch.TorchCheckpoint;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;
import org.posescope.testkit.TestModels;
import org.posescope.testkit.YoloxCheckpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The real YOLOX-nano, imported from a checkpoint, on real pictures beside the same network as others exported it. */
class RealYoloxTest {
    private static final float MIN_SCORE = 0.3f;
    private static final int MANY_POINTS = 12;

    @TempDir
    private Path folder;

    @Test
    void the_imported_network_finds_the_same_people_as_the_exported_one() throws IOException {
        ModelStore store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder, Optional.empty()));
        Path checkpoint = YoloxCheckpoint.of(Shared.file("data/detector/yolox_nano.onnx"), anyYolox())
                .writeZip(folder.resolve("yolox_nano.pth"));
        ImportedModel model = new CheckpointImporter(store, step -> {}).run(checkpoint, List.of());
        assertThat(model.card().id()).isEqualTo("yolox-nano");

        try (PersonDetector exported = detector(TestModels.file("yolox-nano"), YoloxBoxes.IN_CELLS);
                PersonDetector onnx = detector(file(store, NetworkRuntime.ONNXRUNTIME), YoloxBoxes.IN_PIXELS);
                PersonDetector torch = detector(file(store, NetworkRuntime.PYTORCH), YoloxBoxes.IN_PIXELS)) {
            int met = 0;
            JsonNode truth = new ObjectMapper().readTree(Shared.file("data/image/coco_people.json").toFile());
            for (JsonNode image : truth.get("images")) {
                try (Frame frame = TestFrames.load(Shared.file("data/image/" + image.get("file_name").asText()))) {
                    List<Detection> expected = exported.detect(frame, (step, nanos) -> {});
                    assertSame(onnx.detect(frame, (step, nanos) -> {}), expected);
                    assertSame(torch.detect(frame, (step, nanos) -> {}), expected);
                    met += assertMet(truth, image.get("id").asLong(), expected);
                }
            }
            assertThat(met).isEqualTo(7);
        }
    }

    private Graph anyYolox() throws IOException {
        Path made = new NetworkFixture("yolox_nano_416").checkpoint().writeZip(folder.resolve("made.pth"));
        try (TorchCheckpoint open = TorchCheckpoint.open(made)) {
            Blueprint blueprint = new Architectures().recognise(open.stateDict(), "made.pth").orElseThrow();
            return blueprint.build(new Weights("any", open.stateDict(), Map.of()));
        }
    }

    private static ModelFile file(ModelStore store, NetworkRuntime runtime) {
        return store.require("yolox-nano", RuntimeChoice.of(Optional.of(runtime), Precision.FP32));
    }

    private static PersonDetector detector(ModelFile file, YoloxBoxes boxes) {
        return new YoloxDetector(Sessions.open(file, SessionOptions.onCpu(2)), file.card().input(), MIN_SCORE, boxes,
                box -> new Region(box.centerX(), box.centerY(), box.width(), box.height(), 0));
    }

    private static void assertSame(List<Detection> actual, List<Detection> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(box(actual.get(i)).iou(box(expected.get(i)))).isGreaterThan(0.999f);
            assertThat(Math.abs(actual.get(i).score() - expected.get(i).score())).isLessThan(1e-3f);
        }
    }

    /** How many of the people with most of their points annotated were found, each well. */
    private static int assertMet(JsonNode truth, long image, List<Detection> found) {
        List<Float> overlaps = new ArrayList<>();
        for (JsonNode person : truth.get("annotations")) {
            if (person.get("image_id").asLong() == image && person.get("num_keypoints").asInt() >= MANY_POINTS) {
                JsonNode values = person.get("bbox");
                Box box = new Box(values.get(0).floatValue(), values.get(1).floatValue(), values.get(2).floatValue(),
                        values.get(3).floatValue());
                overlaps.add(found.stream().map(each -> box(each).iou(box)).max(Float::compare).orElse(0f));
            }
        }
        assertThat(overlaps).allSatisfy(overlap -> assertThat(overlap).isGreaterThan(0.8f));
        return overlaps.size();
    }

    private static Box box(Detection detection) {
        Region region = detection.region();
        return new Box(region.centerX() - region.width() / 2, region.centerY() - region.height() / 2, region.width(),
                region.height());
    }
}
