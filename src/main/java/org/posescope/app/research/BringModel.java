package org.posescope.app.research;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.Work;
import org.posescope.app.work.WorkListener;
import org.posescope.importer.CheckpointImporter;
import org.posescope.model.ModelCard;
import org.posescope.model.Origin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Files that are missing for a choice of models, and which of them came meanwhile. What is copied and converted belongs to the page that
 * shows it: who leaves the page cancels it, so that no models come into use minutes after nobody asks for them any more. FX thread.
 */
public final class BringModel {
    private final List<Wanted> files;
    private final ModelImport imports;
    private final BackgroundWork work;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<Set<String>> here = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private int underWay;
    /** One of the files that were dropped last failed, which what is said of the others must not hide. */
    private boolean failed;
    private boolean left;

    /**
     * A file that is needed.
     *
     * @param model     id of the model that it gives
     * @param name      as its authors gave it
     * @param published where they publish it
     */
    public record Wanted(String model, String name, String title, String published) {}

    /**
     * @param work copies and converts, owned by the thread of this model
     * @param done told when every file is here, none is on its way, and the page still shows
     */
    public BringModel(List<ModelCard> missing, ModelImport imports, BackgroundWork work, Runnable done) {
        this.files = missing.stream().map(BringModel::wanted).toList();
        this.imports = imports;
        this.work = work;
        this.done = done;
    }

    private static Wanted wanted(ModelCard card) {
        return switch (card.origin()) {
            case Origin.Checkpoint checkpoint ->
                new Wanted(card.id(), checkpoint.checkpoint(), card.title(), checkpoint.published());
            case Origin.BringYourOwn own -> new Wanted(card.id(), card.file(), card.title(), own.published());
            case Origin.NpmPackage _, Origin.NpmGraph _ -> new Wanted(card.id(), card.file(), card.title(),
                    "the npm package " + card.origin().npmPackage().orElseThrow());
            case Origin.Imported imported ->
                new Wanted(card.id(), imported.checkpoint(), card.title(), "where you had it from");
            case Origin.LocalFile _ -> new Wanted(card.id(), card.file(), card.title(), "where you had it from");
        };
    }

    /** Takes checkpoints, which are converted, and files that are wanted as they are, and says which were neither. */
    public void bring(List<Path> dropped) {
        List<Path> checkpoints = dropped.stream().filter(ModelImport::isCheckpoint).toList();
        List<Path> parameters = dropped.stream().filter(CheckpointImporter::isParameters).toList();
        List<Path> taken = dropped.stream().filter(file -> wantedAs(file).isPresent())
                .filter(file -> !checkpoints.contains(file)).toList();
        List<Path> others = dropped.stream().filter(
                file -> !taken.contains(file) && !checkpoints.contains(file) && !parameters.contains(file)).toList();
        failed = false;
        message.set(others.isEmpty()
                ? "Reading…"
                : others.getFirst().getFileName()
                        + " is not one of these files; keep the names their authors gave them.");
        taken.forEach(file -> begin(file, progress -> {
            imports.copy(file);
            return wantedAs(file);
        }));
        checkpoints.forEach(file -> begin(file, progress -> named(imports.convert(file, parameters,
                news -> progress.accept(new Progress(news, Progress.UNKNOWN))))));
        if (taken.isEmpty() && checkpoints.isEmpty() && !parameters.isEmpty()) {
            message.set("Drop " + parameters.getFirst().getFileName() + " together with the checkpoint it belongs to.");
        }
    }

    private Optional<Wanted> wantedAs(Path file) {
        return files.stream().filter(wanted -> wanted.name().equals(file.getFileName().toString())).findFirst();
    }

    private Optional<Wanted> named(String model) {
        return files.stream().filter(wanted -> wanted.model().equals(model)).findFirst();
    }

    private void begin(Path file, Work<Optional<Wanted>> taking) {
        underWay++;
        work.start(taking, WorkListener.<Optional<Wanted>>of(as -> arrived(file, as), this::failed)
                .onProgress(now -> say(now.text())).onCancelled(() -> underWay--));
    }

    private void say(String news) {
        if (!failed) {
            message.set(news);
        }
    }

    private void failed(String why) {
        underWay--;
        failed = true;
        message.set(why);
        goOn();
    }

    private void arrived(Path file, Optional<Wanted> as) {
        underWay--;
        Set<String> more = new LinkedHashSet<>(here.get());
        as.map(Wanted::name).ifPresent(more::add);
        here.set(Set.copyOf(more));
        say(file.getFileName() + (as.isPresent() ? " is in place." : " was imported, but is not one of these."));
        goOn();
    }

    /** Not while other files are on their way, which would be cancelled with the page. */
    private void goOn() {
        if (here.get().size() == files.size() && !underWay() && !left) {
            done.run();
        }
    }

    /** Whether files are being copied or converted. */
    public boolean underWay() {
        return underWay > 0;
    }

    /** The page is gone: what is under way is cancelled, and what came comes into use no more by itself. */
    public void leave() {
        left = true;
        if (underWay()) {
            work.cancel();
        }
    }

    public List<Wanted> files() {
        return files;
    }

    public Path folder() {
        return imports.folder();
    }

    /** Names of the files that came. */
    public ReadOnlyObjectProperty<Set<String>> here() {
        return here.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
