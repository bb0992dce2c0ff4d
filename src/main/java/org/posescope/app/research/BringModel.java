package org.posescope.app.research;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

import org.posescope.error.UserException;
import org.posescope.importer.CheckpointImporter;
import org.posescope.model.ModelCard;
import org.posescope.model.Origin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Files that are missing for a choice of models, and which of them came meanwhile. FX thread. */
public final class BringModel {
    private final List<Wanted> files;
    private final ModelImport imports;
    private final Executor background;
    private final Executor fx;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<Set<String>> here = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * A file that is needed.
     *
     * @param model     id of the model that it gives
     * @param name      as its authors gave it
     * @param published where they publish it
     */
    public record Wanted(String model, String name, String title, String published) {}

    /**
     * @param background copies files
     * @param fx         runs tasks on the thread of this model
     * @param done       told when every file is here
     */
    public BringModel(List<ModelCard> missing, ModelImport imports, Executor background, Executor fx, Runnable done) {
        this.files = missing.stream().map(BringModel::wanted).toList();
        this.imports = imports;
        this.background = background;
        this.fx = fx;
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
        message.set(others.isEmpty()
                ? "Reading…"
                : others.getFirst().getFileName()
                        + " is not one of these files; keep the names their authors gave them.");
        if (!taken.isEmpty() || !checkpoints.isEmpty()) {
            background.execute(() -> take(taken, checkpoints, parameters));
        } else if (!parameters.isEmpty()) {
            message.set("Drop " + parameters.getFirst().getFileName() + " together with the checkpoint it belongs to.");
        }
    }

    private Optional<Wanted> wantedAs(Path file) {
        return files.stream().filter(wanted -> wanted.name().equals(file.getFileName().toString())).findFirst();
    }

    private void take(List<Path> taken, List<Path> checkpoints, List<Path> parameters) {
        try {
            for (Path file : taken) {
                imports.copy(file);
                fx.execute(() -> arrived(file, wantedAs(file)));
            }
            for (Path checkpoint : checkpoints) {
                String model = imports.convert(checkpoint, parameters, news -> fx.execute(() -> message.set(news)));
                fx.execute(() -> arrived(checkpoint,
                        files.stream().filter(wanted -> wanted.model().equals(model)).findFirst()));
            }
        } catch (UserException e) {
            fx.execute(() -> message.set(e.getMessage()));
        }
    }

    private void arrived(Path file, Optional<Wanted> as) {
        Set<String> more = new LinkedHashSet<>(here.get());
        as.map(Wanted::name).ifPresent(more::add);
        here.set(Set.copyOf(more));
        message.set(
                file.getFileName() + (as.isPresent() ? " is in place." : " was imported, but is not one of these."));
        if (more.size() == files.size()) {
            done.run();
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
