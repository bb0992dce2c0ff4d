package org.posescope.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/**
 * The model of each stage: those of a preset, with what the user named in their places.
 *
 * @param detector finds people; empty where {@code pose} sees the whole frame
 * @param finder   helps the detector of a preset, which goes without where it is not there
 * @param pose     finds the points of one person, or those of all people at once
 * @param body     regresses the body of one person, if any model does
 * @param details  find hands and faces, if any do
 */
public record StageModels(Optional<ModelCard> detector, Optional<ModelCard> finder, ModelCard pose,
        Optional<ModelCard> body, Optional<DetailModels<ModelCard>> details) {
    private static final Set<Task> OF_DETAILS = Set.of(Task.HAND_REGION, Task.HAND_LANDMARKS, Task.FACE_DETECTION,
            Task.FACE_LANDMARKS);

    /** What the pose network has to give where hands and faces are looked for: its points tell where they are. */
    static final String SKELETON_OF_DETAILS = "blazepose33";

    private static final Set<Task> POSES = Set.of(Task.POSE_LANDMARKS, Task.POSE_2D, Task.POSE_BOTTOM_UP);

    /** @throws IllegalArgumentException when there is a detector beside a network that needs none, or none beside one that does */
    public StageModels {
        if (detector.isPresent() == seesWholeFrame(pose)) {
            throw new IllegalArgumentException(pose.id() + " with the detector " + detector.map(ModelCard::id));
        }
    }

    /**
     * Puts the models of a preset together with those that the user named. A named network that sees the whole frame needs none of a
     * preset's.
     *
     * @param cards finds a model by its id
     * @param named at most one for each stage
     * @throws UserException when two are for the same stage, or one does not go with the others
     */
    public static StageModels of(Preset preset, Function<String, ModelCard> cards, List<ModelCard> named) {
        Optional<ModelCard> detector = only(named, Set.of(Task.PERSON_DETECTION));
        Optional<ModelCard> body = only(named, Set.of(Task.BODY_PARAMETERS));
        ModelCard pose = only(named, POSES).orElseGet(() -> cards.apply(preset.pose()));
        named.stream().filter(card -> OF_DETAILS.contains(card.task())).findFirst().ifPresent(card -> {
            throw new UserException(
                    card.id() + " finds hands or faces, which is what presets name networks for; choose one with"
                            + " --preset");
        });
        if (preset.details().isPresent() && !pose.skeleton().equals(Optional.of(SKELETON_OF_DETAILS))) {
            throw new UserException(pose.id() + " gives no points that tell where hands and face are, which the preset "
                    + preset.id() + " is for; name one that gives the skeleton " + SKELETON_OF_DETAILS
                    + ", or choose another preset");
        }
        if (seesWholeFrame(pose)) {
            Stream.of(detector, body).flatMap(Optional::stream).findFirst().ifPresent(superfluous -> {
                throw new UserException(pose.id() + " finds all people in one look and goes without "
                        + superfluous.id() + "; leave one of them out");
            });
            return new StageModels(Optional.empty(), Optional.empty(), pose, Optional.empty(), Optional.empty());
        }
        Optional<ModelCard> chosen = detector.or(() -> preset.detector().map(cards));
        if (chosen.isEmpty()) {
            throw new UserException(pose.id() + " looks at one person at a time, and the preset " + preset.id()
                    + " has no detector that would find them; name one with --detector, or choose another preset");
        }
        Optional<ModelCard> finder = detector.isEmpty() ? preset.finder().map(cards) : Optional.empty();
        return new StageModels(chosen, finder, pose, body.or(() -> preset.body().map(cards)),
                preset.details().map(details -> details.map(cards)));
    }

    /** Whether a network finds all people of a frame by itself. */
    private static boolean seesWholeFrame(ModelCard pose) {
        return pose.task() == Task.POSE_BOTTOM_UP;
    }

    private static Optional<ModelCard> only(List<ModelCard> named, Set<Task> tasks) {
        List<ModelCard> found = named.stream().filter(card -> tasks.contains(card.task())).toList();
        if (found.size() > 1) {
            throw new UserException("two models are named for the same stage: " + found.get(0).id() + " and "
                    + found.get(1).id() + "; leave one of them out");
        }
        return found.stream().findFirst();
    }

    /**
     * @param inputHeight pixels of the input that is wanted, if any
     * @throws UserException when the models are not such that it could be had
     */
    public void requireFit(OptionalInt inputHeight) {
        if (detector.isPresent() && inputHeight.isPresent()) {
            throw new UserException(pose.id() + " looks at people one by one, in pictures of a fixed size; "
                    + "leave --tsize out, or choose a preset without a detector");
        }
    }

    /** The same without a model for bodies. */
    public StageModels withoutBody() {
        return new StageModels(detector, finder, pose, Optional.empty(), details);
    }

    /** The same without the finder. */
    public StageModels withoutFinder() {
        return new StageModels(detector, Optional.empty(), pose, body, details);
    }

    /** All of them, in the order of the stages. */
    public List<ModelCard> all() {
        Stream<ModelCard> people = Stream.of(detector, finder, Optional.of(pose), body).flatMap(Optional::stream);
        return Stream.concat(people, details.stream().flatMap(each -> each.all().stream())).toList();
    }
}
