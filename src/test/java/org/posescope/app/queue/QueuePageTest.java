package org.posescope.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.plan.Plan;
import org.posescope.testkit.Fx;

import javafx.application.Platform;
import javafx.scene.control.Button;

/** The page of the queue, with dialogs whose answers are known. */
@Timeout(60)
class QueuePageTest {
    @TempDir
    private Path folder;

    private final NoticeModel notices = new NoticeModel();
    private QueueModel model;
    private QueuePage page;

    /** Chooses two videos, and a folder with a third. */
    private final class Chosen implements VideoAsker {
        @Override
        public void videos(Consumer<List<Path>> chosen) {
            chosen.accept(List.of(folder.resolve("a.mp4"), folder.resolve("b.mov")));
        }

        @Override
        public void folder(Consumer<Path> chosen) {
            chosen.accept(folder.resolve("more"));
        }
    }

    @BeforeEach
    void page() throws Exception {
        Files.createFile(folder.resolve("a.mp4"));
        Files.createFile(folder.resolve("b.mov"));
        Files.createDirectory(folder.resolve("more"));
        Fx.start();
        page = Fx.call(() -> {
            model = new QueueModel((request, listener) -> 0, new QueueModel.Outside(() -> Plan.DEFAULT,
                    Path.of("models"), folder.resolve("results"), Platform::runLater,
                    new BackgroundWork(WorkKind.FILES, Platform::runLater)), notices,
                    new BackgroundWork(WorkKind.QUEUE, Platform::runLater));
            return new QueuePage(model, new Chosen(), new QueuePage.Results(path -> {}, path -> {}), () -> {});
        });
    }

    private Button button(String id) {
        return (Button) page.lookup("#" + id);
    }

    private boolean somethingCanBeDone() {
        return List.of("queue-start", "queue-results", "queue-clear").stream()
                .noneMatch(id -> button(id).isDisabled());
    }

    @Test
    void videos_and_a_folder_of_them_are_added_by_buttons() throws Exception {
        Files.createFile(folder.resolve("more").resolve("c.mkv"));
        assertThat(Fx.call(() -> List.of(button("queue-start"), button("queue-results"), button("queue-clear"))))
                .allMatch(Button::isDisabled);

        Fx.run(button("queue-add")::fire);
        Fx.await("two videos", () -> model.videos().size() == 2 && somethingCanBeDone());
        Fx.run(button("queue-add-folder")::fire);
        Fx.await("three", () -> model.videos().size() == 3);
        Fx.run(button("queue-clear")::fire);
        Fx.await("none", () -> model.videos().isEmpty() && !somethingCanBeDone());
    }

    @Test
    void a_folder_without_videos_is_told() throws Exception {
        Fx.run(button("queue-add-folder")::fire);
        Fx.await("a notice", () -> notices.notice().get()
                .filter(notice -> notice.text().equals("There is no video in more.")).isPresent());
    }
}
