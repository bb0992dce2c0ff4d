package org.posescope.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/** Every model and preset that the program knows by name, in the order of the catalog. */
public final class ModelCatalog {
    /** The preset of someone who chooses none. */
    public static final String DEFAULT_PRESET = "live";

    private static final String RESOURCE = "/models/catalog.json";

    private final SequencedMap<String, ModelCard> cards;
    private final SequencedMap<String, Preset> presets;

    /** @throws IllegalArgumentException when an id is there twice, or a preset names a model that is not there or cannot do it */
    public ModelCatalog(List<ModelCard> cards, List<Preset> presets) {
        this.cards = index(cards, ModelCard::id);
        this.presets = index(presets, Preset::id);
        for (Preset preset : presets) {
            if (this.cards.containsKey(preset.id())) {
                throw new IllegalArgumentException("'" + preset.id() + "' is both a preset and a model");
            }
            preset.detector().ifPresent(finder -> requireTask(preset, finder, Set.of(Task.PERSON_DETECTION)));
            preset.finder().ifPresent(finder -> requireTask(preset, finder, Set.of(Task.PERSON_DETECTION)));
            requireTask(preset, preset.pose(), preset.detector().isPresent()
                    ? Set.of(Task.POSE_LANDMARKS, Task.POSE_2D)
                    : Set.of(Task.POSE_BOTTOM_UP));
            if (preset.detector().isEmpty() && preset.body().isPresent()) {
                throw new IllegalArgumentException("preset '" + preset.id() + "' has a 'body' but no 'detector'");
            }
            if (preset.detector().isEmpty() && preset.finder().isPresent()) {
                throw new IllegalArgumentException("preset '" + preset.id() + "' has a 'finder' but no 'detector'");
            }
            preset.body().ifPresent(body -> requireTask(preset, body, Set.of(Task.BODY_PARAMETERS)));
            preset.details().ifPresent(details -> requireTasks(preset, details));
        }
    }

    /** The catalog that is part of the program. */
    public static ModelCatalog bundled() {
        try (InputStream in = ModelCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return read(in, "catalog.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalog in JSON.
     *
     * @param source what it is called in messages
     * @throws UserException naming the entry that is wrong, and what is wrong with it
     */
    public static ModelCatalog read(InputStream in, String source) throws IOException {
        return new CatalogFormat(source).read(in);
    }

    public List<ModelCard> cards() {
        return List.copyOf(cards.values());
    }

    public List<Preset> presets() {
        return List.copyOf(presets.values());
    }

    /** @throws UserException when no model has that id */
    public ModelCard card(String id) {
        return Optional.ofNullable(cards.get(id)).orElseThrow(() -> unknown("model", id, cards.keySet()));
    }

    /** @throws UserException when no preset has that id */
    public Preset preset(String id) {
        return Optional.ofNullable(presets.get(id)).orElseThrow(() -> unknown("preset", id, presets.keySet()));
    }

    /**
     * 0..1, the least score of a person in a preset when nobody says one.
     *
     * @throws UserException when no preset has that id
     */
    public double usualThreshold(String preset) {
        return card(preset(preset).pose()).usualThreshold();
    }

    /** The model whose file has that name. */
    public Optional<ModelCard> cardOfFile(String name) {
        return cards.values().stream().filter(card -> card.file().equals(name)).findFirst();
    }

    /**
     * The models that are meant by a mix of ids of models and presets, each once.
     *
     * @throws UserException when an id is neither
     */
    public List<ModelCard> expand(Collection<String> ids) {
        return ids.stream().flatMap(this::expand).distinct().toList();
    }

    private Stream<ModelCard> expand(String id) {
        if (presets.containsKey(id)) {
            return presets.get(id).models().stream().map(cards::get);
        }
        if (cards.containsKey(id)) {
            return Stream.of(cards.get(id));
        }
        List<String> known = Stream.concat(presets.keySet().stream(), cards.keySet().stream()).toList();
        throw unknown("model or preset", id, known);
    }

    private void requireTasks(Preset preset, DetailModels<String> details) {
        if (!cards.get(preset.pose()).skeleton().equals(Optional.of(StageModels.SKELETON_OF_DETAILS))) {
            throw new IllegalArgumentException(
                    "preset '" + preset.id() + "' has 'details' but a 'pose' without the skeleton "
                            + StageModels.SKELETON_OF_DETAILS);
        }
        requireTask(preset, details.handRegion(), Set.of(Task.HAND_REGION));
        requireTask(preset, details.hand(), Set.of(Task.HAND_LANDMARKS));
        requireTask(preset, details.faceDetector(), Set.of(Task.FACE_DETECTION));
        requireTask(preset, details.face(), Set.of(Task.FACE_LANDMARKS));
    }

    private void requireTask(Preset preset, String id, Set<Task> tasks) {
        ModelCard card = cards.get(id);
        if (card == null) {
            throw new IllegalArgumentException("preset '" + preset.id() + "' names the unknown model '" + id + "'");
        }
        if (!tasks.contains(card.task())) {
            throw new IllegalArgumentException(
                    "preset '" + preset.id() + "' gives '" + id + "' a task that is not its own");
        }
    }

    private static UserException unknown(String kind, String id, Collection<String> known) {
        return new UserException("no " + kind + " is named '" + id + "'; there are " + String.join(", ", known));
    }

    private static <T> SequencedMap<String, T> index(List<T> values, Function<T, String> id) {
        SequencedMap<String, T> index = new LinkedHashMap<>();
        for (T value : values) {
            if (index.putIfAbsent(id.apply(value), value) != null) {
                throw new IllegalArgumentException("the id '" + id.apply(value) + "' is there twice");
            }
        }
        return index;
    }
}
