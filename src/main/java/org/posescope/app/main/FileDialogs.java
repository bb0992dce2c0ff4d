package org.posescope.app.main;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.app.export.ExportPage;
import org.posescope.app.queue.VideoAsker;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.batch.ClipFinder;
import org.posescope.record.export.ExportFormat;

import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for files with the dialogs of the system. FX thread. */
final class FileDialogs implements ExportPage.TargetAsker {
    private static final int ADDRESS_COLUMNS = 36;

    private final Window owner;
    private final BackgroundWork files;

    /** @param files looks at files, before a dialog is shown that begins among them */
    FileDialogs(Window owner, BackgroundWork files) {
        this.owner = owner;
        this.files = files;
    }

    /**
     * Asks what to play.
     *
     * @param recent what was opened before, newest first: the dialog begins where the newest lies that is still there
     * @param chosen told what, unless the user does not want to choose
     */
    void video(List<String> recent, Consumer<Path> chosen) {
        beginAt(() -> folderOf(recent), folder -> video(folder).ifPresent(chosen));
    }

    /** Shows a dialog when it is known where it begins. */
    private void beginAt(Supplier<Optional<Path>> folder, Consumer<Optional<Path>> dialog) {
        files.start(_ -> folder.get(), WorkListener.of(dialog, why -> dialog.accept(Optional.empty())));
    }

    private Optional<Path> video(Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        folder.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.setTitle("Open a video or picture");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Videos and pictures", "*.mp4", "*.mov", "*.mkv", "*.webm", "*.avi",
                        "*.m4v", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.webp"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /** As {@link #video}: a folder of pictures. */
    void pictures(List<String> recent, Consumer<Path> chosen) {
        beginAt(() -> folderOf(recent), folder -> folder("Open a folder of pictures", folder).ifPresent(chosen));
    }

    /** Asks for what is added to the queue; the dialogs begin where the newest lies of what was opened before. */
    VideoAsker forQueue(Supplier<List<String>> recent) {
        return new VideoAsker() {
            @Override
            public void videos(Consumer<List<Path>> chosen) {
                beginAt(() -> folderOf(recent.get()), folder -> {
                    List<Path> videos = FileDialogs.this.videos(folder);
                    if (!videos.isEmpty()) {
                        chosen.accept(videos);
                    }
                });
            }

            @Override
            public void folder(Consumer<Path> chosen) {
                beginAt(() -> folderOf(recent.get()),
                        folder -> FileDialogs.this.folder("Add a folder of videos", folder).ifPresent(chosen));
            }
        };
    }

    private List<Path> videos(Optional<Path> begin) {
        FileChooser chooser = new FileChooser();
        begin.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.setTitle("Add videos");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Videos", ClipFinder.patterns()),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        return paths(chooser.showOpenMultipleDialog(owner));
    }

    /** @param files null when the user does not want to choose */
    private static List<Path> paths(List<File> files) {
        return Optional.ofNullable(files).orElse(List.of()).stream().map(File::toPath).toList();
    }

    /** As {@link #video}: a folder for recordings, beginning with the one that is used now. */
    void recordings(Path now, Consumer<Path> chosen) {
        beginAt(() -> Optional.of(now).filter(Files::isDirectory),
                folder -> folder("Where recordings and pictures go", folder).ifPresent(chosen));
    }

    private Optional<Path> folder(String title, Optional<Path> begin) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        begin.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    /** Files of models; none when the user does not want to choose. */
    List<Path> models() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose the files of the models");
        return paths(chooser.showOpenMultipleDialog(owner));
    }

    /** An address of a stream or video that the user writes; one that is on the clipboard is proposed. */
    Optional<String> address() {
        String copied = Optional.ofNullable(Clipboard.getSystemClipboard().getString()).map(String::strip)
                .filter(text -> text.contains("://") && !text.contains("\n")).orElse("");
        TextInputDialog dialog = new TextInputDialog(copied);
        dialog.initOwner(owner);
        dialog.setTitle("Open an address");
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText("Address (http, https, rtsp, udp …)");
        dialog.getEditor().setPrefColumnCount(ADDRESS_COLUMNS);
        return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Where the first of the inputs lies that is a file or folder. */
    static Optional<Path> folderOf(List<String> inputs) {
        return inputs.stream().filter(input -> !input.contains("://")).map(File::new).filter(File::exists)
                .map(file -> file.getAbsoluteFile().getParentFile()).filter(Objects::nonNull).map(File::toPath)
                .findFirst();
    }

    @Override
    public Optional<Path> ask(ExportFormat format) {
        return Optional.ofNullable(format == ExportFormat.OPENPOSE ? frames() : file(format)).map(File::toPath);
    }

    private File frames() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for a file a frame");
        return chooser.showDialog(owner);
    }

    private File file(ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export motion as " + format.title());
        chooser.setInitialFileName("motion." + format.ending());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.title(), "*." + format.ending()));
        File chosen = chooser.showSaveDialog(owner);
        return chosen == null || chosen.getName().endsWith("." + format.ending())
                ? chosen
                : new File(chosen.getPath() + "." + format.ending());
    }
}
