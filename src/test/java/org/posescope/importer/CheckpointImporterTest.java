package org.posescope.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.testkit.CheckpointFile;
import org.posescope.testkit.GluonNetwork;
import org.posescope.testkit.NetworkFixture;

class CheckpointImporterTest {
    private static final String STEM = "backbone.backbone.stem.conv.conv.weight";

    @TempDir
    private Path folder;
    private ModelStore store;
    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void openStore() {
        store = new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder.resolve("models"), Optional.empty()));
    }

    private static CheckpointFile yolox() {
        return new NetworkFixture("yolox_nano_416_gain").checkpoint();
    }

    private ImportedModel run(Path checkpoint) {
        return new CheckpointImporter(store, steps::add).run(checkpoint, List.of());
    }

    @Test
    void an_imported_model_takes_the_place_of_the_catalogs_and_is_there_for_every_engine() throws IOException {
        ImportedModel model = run(yolox().nestedIn("model").writeLegacy(folder.resolve("yolox_nano.pth")));

        assertThat(model.card().id()).isEqualTo("yolox-nano");
        assertThat(store.imported().all()).containsExactly(model);
        assertThat(store.card("yolox-nano")).isEqualTo(model.card());
        assertThat(store.state(model.card())).isEqualTo(ModelState.INSTALLED);
        assertThat(model.timings()).hasSize(3).allSatisfy(timing -> assertThat(timing.millis()).isPositive());
        assertThat(store.require("yolox-nano",
                RuntimeChoice.of(Optional.of(NetworkRuntime.PYTORCH), Precision.BF16)).path())
                .hasFileName("yolox-nano-bf16.pt").exists();
        assertThatThrownBy(() -> store.require("yolox-nano",
                RuntimeChoice.of(Optional.of(NetworkRuntime.ONNXRUNTIME), Precision.BF16)))
                .isInstanceOf(UserException.class).hasMessageContaining("was not converted for onnxruntime in bf16");
    }

    @Test
    void what_was_imported_before_is_not_converted_again() throws IOException {
        Path checkpoint = yolox().writeZip(folder.resolve("yolox_nano.pth"));
        ImportedModel first = run(checkpoint);
        steps.clear();

        assertThat(run(checkpoint)).isEqualTo(first);
        assertThat(steps).containsExactly("reading yolox_nano.pth");
    }

    @Test
    void weights_that_are_missing_left_over_or_of_another_shape_are_named() throws IOException {
        Path missing = yolox().remove("head.stems.1.bn.bias").writeZip(folder.resolve("missing.pth"));
        Path surplus = yolox().add("head.extra.weight", new float[2], 2).writeZip(folder.resolve("surplus.pth"));
        Path odd = yolox().add("head.stems.1.bn.bias", new float[2], 2).writeZip(folder.resolve("odd.pth"));

        assertThatThrownBy(() -> run(missing)).isInstanceOf(UserException.class)
                .hasMessageContaining("it has no tensor head.stems.1.bn.bias");
        assertThatThrownBy(() -> run(surplus)).isInstanceOf(UserException.class)
                .hasMessageContaining("it has tensors that such a network has not: head.extra.weight");
        assertThatThrownBy(() -> run(odd)).isInstanceOf(UserException.class)
                .hasMessageContaining("head.stems.1.bn.bias has the shape [2] and not [64]");
        assertThat(store.imported().all()).isEmpty();
        assertThat(folder.resolve("models/imported")).isEmptyDirectory();
    }

    @Test
    void an_unknown_network_and_a_program_are_refused_with_what_can_be_done() throws IOException {
        Path unknown = yolox().remove(STEM).writeZip(folder.resolve("unknown.pth"));
        Path known = yolox().writeZip(folder.resolve("yolox_nano.pth"));
        run(known);
        Path program = folder.resolve("models/imported/yolox-nano/yolox-nano.pt");

        assertThatThrownBy(() -> run(unknown)).isInstanceOf(UserException.class)
                .hasMessageContaining("a network that is not known here")
                .hasMessageContaining("known are YOLOX, HRNet, HMR");
        assertThatThrownBy(() -> run(program)).isInstanceOf(UserException.class)
                .hasMessageContaining("a TorchScript program and not a checkpoint");
        assertThatThrownBy(() -> run(folder.resolve("none.pth"))).isInstanceOf(UserException.class);
    }

    @Test
    void parameters_of_mxnet_are_imported_as_checkpoints_are() throws IOException {
        ImportedModel model = run(new GluonNetwork(false).file().write(folder.resolve("simple_pose_v1d_64x64.params")));

        assertThat(model.card().id()).isEqualTo("simplepose-resnet10-v1d-64x64");
        assertThat(model.card().skeleton()).contains("coco17");
        assertThat(model.timings()).hasSize(3);
        assertThat(store.require("simplepose-resnet10-v1d-64x64").path()).exists();
    }

    @Test
    void damaged_parameters_of_mxnet_are_refused_and_leave_nothing_behind() throws IOException {
        byte[] whole = new GluonNetwork(false).file().bytes();
        Path cut = Files.write(folder.resolve("cut_64x64.params"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> run(cut)).isInstanceOf(UserException.class)
                .hasMessageContaining("for which the file is too short; get the file again");
        assertThat(folder.resolve("models/imported")).isEmptyDirectory();
    }

    @Test
    void a_broken_record_says_which_folder_to_delete() throws IOException {
        run(yolox().writeZip(folder.resolve("yolox_nano.pth")));
        Files.writeString(folder.resolve("models/imported/yolox-nano/model.json"), "{");

        assertThatThrownBy(() -> store.cards()).isInstanceOf(UserException.class)
                .hasMessageContaining("is damaged; delete its folder");
    }
}
