package org.posescope.app.main;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import org.posescope.app.export.ExportPage;
import org.posescope.record.export.ExportFormat;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for files with the dialogs of the system. FX thread. */
final class FileDialogs implements ExportPage.TargetAsker {
    private final Window owner;

    FileDialogs(Window owner) {
        this.owner = owner;
    }

    /** What to play; empty when the user does not want to choose. */
    Optional<Path> video() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a video or picture");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Videos and pictures", "*.mp4", "*.mov", "*.mkv", "*.webm", "*.avi",
                        "*.m4v", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.webp"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> ask(ExportFormat format) {
        return Optional.ofNullable(format == ExportFormat.OPENPOSE ? folder() : file(format)).map(File::toPath);
    }

    private File folder() {
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
