package org.posescope.app.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.testkit.TaskQueue;

class BringModelTest {
    private final AtomicInteger done = new AtomicInteger();
    private final TaskQueue fx = new TaskQueue();
    private final BackgroundWork work = new BackgroundWork(WorkKind.IMPORT, fx);

    @TempDir
    private Path folder;

    private BringModel model() {
        return new BringModel(List.of(ModelCatalog.bundled().card("yolox-nano")),
                new ModelImport(new ModelStore(ModelCatalog.bundled(),
                        new ModelFolders(folder.resolve("models"), Optional.empty()))),
                work, done::incrementAndGet);
    }

    @Test
    void every_missing_file_is_named_with_the_place_where_it_is_published() {
        assertThat(model().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("yolox_nano.onnx");
            assertThat(file.published()).contains("Megvii-BaseDetection/YOLOX");
        });
    }

    @Test
    void a_wanted_file_is_copied_and_with_the_last_one_it_goes_on() throws Exception {
        Path dropped = Files.writeString(folder.resolve("yolox_nano.onnx"), "weights");
        BringModel model = model();

        model.bring(List.of(dropped));
        fx.runUntil(() -> done.get() == 1);

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
    void a_file_that_cannot_be_copied_is_told() throws InterruptedException {
        BringModel model = model();

        model.bring(List.of(folder.resolve("gone").resolve("yolox_nano.onnx")));
        fx.runUntil(() -> !model.underWay());

        assertThat(model.message().get()).contains("cannot be copied");
        assertThat(done).hasValue(0);
    }

    @Test
    void what_could_not_be_copied_can_be_dropped_again() throws Exception {
        Path dropped = Files.writeString(folder.resolve("yolox_nano.onnx"), "weights");
        Path place = Files.createDirectories(folder.resolve("models/yolox_nano.onnx"));
        Files.writeString(place.resolve("in the way"), "");
        BringModel model = model();

        model.bring(List.of(dropped));
        fx.runUntil(() -> !model.underWay());
        assertThat(model.message().get()).contains("cannot be copied");
        Files.delete(place.resolve("in the way"));
        model.bring(List.of(dropped));
        fx.runUntil(() -> !model.underWay());

        assertThat(done).hasValue(1);
    }

    @Test
    void who_leaves_the_page_cancels_and_nothing_comes_into_use_later() throws Exception {
        Path dropped = Files.writeString(folder.resolve("yolox_nano.onnx"), "weights");
        CountDownLatch never = new CountDownLatch(1);
        work.start(progress -> {
            never.await();
            return progress;
        }, WorkListener.of(before -> {}, why -> {}));
        BringModel model = model();
        model.bring(List.of(dropped));

        model.leave();
        fx.runUntil(() -> !model.underWay());

        assertThat(done).hasValue(0);
        assertThat(folder.resolve("models/yolox_nano.onnx")).doesNotExist();
    }
}
