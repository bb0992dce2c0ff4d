package org.posescope.app.research;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
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
     * @param name      as its authors gave it
     * @param published where they publish it
     */
    public record Wanted(String name, String title, String published) {}

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
        return new Wanted(card.file(), card.title(), switch (card.origin()) {
            case Origin.BringYourOwn own -> own.published();
            case Origin.NpmPackage npm -> "the npm package " + npm.coordinates();
            case Origin.LocalFile _ -> "you";
        });
    }

    /** Takes the files that are wanted, and says which were not. */
    public void bring(List<Path> dropped) {
        Set<String> names = files.stream().map(Wanted::name).collect(Collectors.toSet());
        List<Path> taken = dropped.stream().filter(file -> names.contains(file.getFileName().toString())).toList();
        List<Path> others = dropped.stream().filter(file -> !taken.contains(file)).toList();
        message.set(others.isEmpty()
                ? "Copying…"
                : others.getFirst().getFileName()
                        + " is not one of these files; keep the names their authors gave them.");
        if (!taken.isEmpty()) {
            background.execute(() -> copy(taken));
        }
    }

    private void copy(List<Path> taken) {
        try {
            for (Path file : taken) {
                imports.copy(file);
                fx.execute(() -> arrived(file.getFileName().toString()));
            }
        } catch (UserException e) {
            fx.execute(() -> message.set(e.getMessage()));
        }
    }

    private void arrived(String name) {
        Set<String> more = new LinkedHashSet<>(here.get());
        more.add(name);
        here.set(Set.copyOf(more));
        message.set(name + " is in place.");
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
