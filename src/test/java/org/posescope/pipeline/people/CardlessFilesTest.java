package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.DefaultBody;
import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.Frame;
import org.posescope.infer.Session;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;

/** Published networks whose files come without a card, from their names to a person in a picture. */
class CardlessFilesTest {
    @TempDir
    private Path folder;

    private final List<String> news = new ArrayList<>();

    private Path copy(String shared, String name) throws IOException {
        return Files.copy(Shared.file(shared), folder.resolve(name));
    }

    private Networks networks(Path... files) {
        return networks(Machine.DEFAULT, files);
    }

    private Networks networks(Machine machine, Path... files) {
        NetworkChoice usual = NetworkChoice.DEFAULT;
        List<String> names = List.of(files).stream().map(Path::toString).toList();
        ModelStore store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder, Optional.empty()));
        return new NetworkFactory(store, new NetworkFactory.Bodies(DefaultBody::read, DefaultBody::readWhole),
                news::add, text -> {}).resolve(
                        Plan.DEFAULT.withMachine(machine).withNetworks(
                                new NetworkChoice(usual.preset(), "", names, Optional.empty(), usual.runtime(),
                                        usual.precision(),
                                        usual.device(), false, usual.inputHeight(), Optional.empty())));
    }

    @Test
    void a_detector_and_a_pose_network_find_somebody_and_say_what_they_were_taken_for() throws IOException {
        Path detector = copy("data/detector/yolox_nano.onnx", "finder.onnx");
        Path pose = copy("data/pose2d/ultralight_simplepose.onnx", "points.onnx");
        TopDownNetworks networks = (TopDownNetworks) networks(detector, pose);

        try (Frame frame = TestFrames.load(Shared.file("data/image/000000000785.jpg"));
                PersonDetector finder = networks.detector(1);
                TopDownPose points = networks.pose(1)) {
            Detection found = finder.detect(frame, (_, _) -> {}).getFirst();
            Person person = points.estimate(frame, found.region(), (_, _) -> {}).person();

            assertThat(person.score()).isGreaterThan(0.7f);
            assertThat(person.ownKeypoints().skeleton().id()).isEqualTo("coco17");
        }
        assertThat(news).hasSize(2).anyMatch(text -> text.startsWith("finder.onnx has no card and is taken for YOLOX"))
                .anyMatch(text -> text.startsWith("points.onnx has no card and is taken for HRNet or SimplePose"));
    }

    @Test
    void threads_are_fitted_to_the_machine_unless_somebody_names_their_number() throws IOException {
        Path file = folder.resolve("rtmo.onnx");
        new OnnxFile().input("input", OnnxFile.FLOAT, 1, 3, 64, 64).constant("boxes", Tensor.allocate(1, 1, 5))
                .constant("points", Tensor.allocate(1, 1, 17, 3)).node("Identity", "dets", "boxes")
                .node("Identity", "keypoints", "points").output("dets", OnnxFile.FLOAT, 1, 1, 5)
                .output("keypoints", OnnxFile.FLOAT, 1, 1, 17, 3).write(file);
        Path memory = folder.resolve("threads.json");

        Networks named = networks(Machine.DEFAULT.withThreads(2), file);
        try (Session session = named.open(named.files().getFirst(), 2)) {
            assertThat(session.threads()).isEqualTo(2);
        }
        assertThat(memory).doesNotExist();

        Networks fitted = networks(file);
        try (Session session = fitted.open(fitted.files().getFirst(), 2)) {
            assertThat(session.threads()).isBetween(1, 2);
        }
        assertThat(memory).isRegularFile();
    }

    @Test
    void a_card_beside_the_file_overrides_what_it_looks_like() throws IOException {
        Path detector = copy("data/detector/yolox_nano.onnx", "finder.onnx");
        Path pose = copy("data/pose2d/ultralight_simplepose.onnx", "points.onnx");
        Files.writeString(folder.resolve("points.json"), """
                {"task": "pose-2d", "decoder": "heatmaps", "skeleton": "coco17", "title": "my own",
                 "input": {"name": "data", "width": 192, "height": 256, "layout": "nchw", "colorOrder": "bgr",
                           "mean": [0, 0, 0], "scale": [1, 1, 1]}}""");

        assertThat(networks(detector, pose).files()).last().extracting(file -> file.card().title())
                .isEqualTo("my own");
        assertThat(news).hasSize(1);
    }
}
