package org.posescope.app.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;

class BringModelTest {
    private final AtomicInteger done = new AtomicInteger();

    @TempDir
    private Path folder;

    private BringModel model() {
        return new BringModel(List.of(ModelCatalog.bundled().card("yolox-nano")),
                new ModelImport(new ModelStore(ModelCatalog.bundled(),
                        new ModelFolders(folder.resolve("models"), Optional.empty()))),
                Runnable::run, Runnable::run, done::incrementAndGet);
    }

    @Test
    void every_missing_file_is_named_with_the_place_where_it_is_published() {
        assertThat(model().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("yolox_nano.onnx");
            assertThat(file.published()).contains("Megvii-BaseDetection/YOLOX");
        });
    }

    @Test
    void a_wanted_file_is_copied_and_with_the_last_one_it_goes_on() throws IOException {
        Path dropped = Files.writeString(folder.resolve("yolox_nano.onnx"), "weights");
        BringModel model = model();

        model.bring(List.of(dropped));

        assertThat(folder.resolve("models/yolox_nano.onnx")).hasContent("weights");
        assertThat(model.here().get()).containsExactly("yolox_nano.onnx");
        assertThat(done).hasValue(1);
        assertThat(dropped).exists();
    }

    @Test
    void another_file_is_refused_by_name() throws IOException {
        BringModel model = model();

        model.bring(List.of(Files.writeString(folder.resolve("holiday.jpg"), "")));

        assertThat(model.message().get()).startsWith("holiday.jpg is not one of these files");
        assertThat(done).hasValue(0);
    }

    @Test
    void a_file_that_cannot_be_copied_is_told() {
        BringModel model = model();

        model.bring(List.of(folder.resolve("gone").resolve("yolox_nano.onnx")));

        assertThat(model.message().get()).contains("cannot be copied");
        assertThat(done).hasValue(0);
    }
}
