package org.posescope.pipeline.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.error.UserException;
import org.posescope.importer.RuntimeConverter;
import org.posescope.importer.recognition.ModelRecognizer;
import org.posescope.importer.recognition.Recognition;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.infer.memory.WeightShare;
import org.posescope.infer.timing.FittingThreads;
import org.posescope.infer.timing.ThreadMemory;
import org.posescope.infer.timing.ThreadTrial;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.model.StageModels;
import org.posescope.model.Task;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks.NamedModel;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.pose.Details;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/**
 * The one place where the names of a plan become networks: names, cards, files, the conversion for a runtime, stages. For the command
 * line, the window, bench, eval and quantize alike.
 */
public final class NetworkFactory implements StageFactory {
    private static final String THREADS = "threads.json";

    private final ModelStore store;
    private final Bodies bodies;
    private final Consumer<String> news;
    private final RuntimeConverter converter;
    private final FittingThreads fitting;
    private final WeightShare weights = new WeightShare();

    /**
     * The program's own bodies, asked for where a plan names none.
     *
     * @param plain with the joints of SMPL
     * @param whole for networks that see hands and faces
     */
    public record Bodies(Supplier<BodyModel> plain, Supplier<BodyModel> whole) {}

    /**
     * @param bodies   the program's own
     * @param news     told in one sentence what the user should know: a conversion, a runtime or precision that takes the place of
     *                 another; on the calling thread, as progress
     * @param progress told what is being done
     */
    public NetworkFactory(ModelStore store, Bodies bodies, Consumer<String> news,
            Consumer<String> progress) {
        this.store = store;
        this.bodies = bodies;
        this.news = news;
        this.converter = new RuntimeConverter(store, news, progress);
        this.fitting = new FittingThreads(this::open, new ThreadTrial(Sessions::open, System::nanoTime),
                new ThreadMemory(store.folder().resolve(THREADS), RuntimeChoice.automatic().machine(), store::sha256));
    }

    private Session open(ModelFile file, SessionOptions options) {
        return Sessions.open(file, options, weights);
    }

    @Override
    public List<ModelCard> missing(Plan plan) {
        return chosen(plan.networks(), StageModels::withoutFinder).models().values().stream()
                .filter(model -> model.file().isEmpty()).map(NamedModel::card)
                .filter(card -> store.state(card) != ModelState.INSTALLED).toList();
    }

    @Override
    public Optional<ModelCard> missingFinder(Plan plan) {
        return chosen(plan.networks(), UnaryOperator.identity()).stages().finder()
                .filter(card -> store.state(card) != ModelState.INSTALLED);
    }

    @Override
    public List<Skeleton> skeletons(Plan plan) {
        StageModels models = chosen(plan.networks(), UnaryOperator.identity()).stages();
        Stream<Skeleton> own = models.pose().skeleton().map(Skeletons::byId).stream()
                .flatMap(each -> Stream.concat(Stream.of(each), SpaceJoints.liftable(each).stream()));
        Stream<Skeleton> bodies = models.body().map(any -> Skeletons.SMPL24).stream();
        Stream<Skeleton> details = models.details().stream().flatMap(each -> each.face().skeleton().stream())
                .flatMap(face -> Details.skeletons(Skeletons.byId(face)).stream());
        return Stream.of(Stream.of(Skeletons.COCO17), own, bodies, details).flatMap(Function.identity()).distinct()
                .toList();
    }

    @Override
    public List<StageSpec> stages(Plan plan, Mode firstMode) {
        return resolve(plan).stages(plan, body(plan), firstMode);
    }

    /**
     * The networks of a plan.
     *
     * @throws UserException when one is unknown, missing or not what it should be, or an option does not go with it
     */
    public Networks resolve(Plan plan) {
        return resolve(plan, UnaryOperator.identity());
    }

    /**
     * As {@link #resolve}, for points in the picture only.
     *
     * @throws UserException likewise, and when a network for bodies is named
     */
    public Networks resolveForPoints(Plan plan) {
        named(plan.networks()).stream().map(NamedModel::card).filter(card -> card.task() == Task.BODY_PARAMETERS)
                .findFirst().ifPresent(card -> {
                    throw new UserException(card.id()
                            + " gives bodies and no points in the picture; name a network for points with -m");
                });
        return resolve(plan, StageModels::withoutBody);
    }

    private Networks resolve(Plan plan, UnaryOperator<StageModels> selection) {
        NetworkChoice choice = plan.networks();
        Optional<ModelCard> missing = missingFinder(plan);
        Chosen chosen = chosen(choice,
                missing.isEmpty() ? selection : selection.andThen(StageModels::withoutFinder)::apply);
        chosen.models().values().stream().flatMap(model -> model.recognition().stream())
                .forEach(recognition -> news.accept(recognition.sentence()));
        RuntimeChoice runtime = runtime(choice);
        if (choice.precision() == Precision.INT8) {
            notQuantized(chosen.models().values()).forEach(
                    model -> news.accept(model.name() + " was not quantized and runs in its own precision"));
        }
        Function<ModelCard, ModelFile> files = card -> converter
                .onRuntime(chosen.models().get(card).file(store, runtime), runtime);
        SessionOpener opener = plan.machine().threads() > 0 ? this::open : fitting::open;
        StageModels stages = chosen.stages();
        if (stages.detector().isEmpty()) {
            return new WholeFrameNetwork(files.apply(stages.pose()), choice, opener);
        }
        TopDownNetworks networks = new TopDownNetworks(files.apply(stages.detector().get()),
                stages.finder().map(card -> finder(chosen, card, choice)), files.apply(stages.pose()),
                stages.body().map(files), stages.details().map(each -> each.map(files)),
                plan.following().minPresence(stages.pose().usualThreshold()), choice,
                opener);
        missing.ifPresent(
                finder -> news.accept(finder.id() + " is not on this machine, so that small people and many are missed;"
                        + " `posescope models install " + finder.id() + "` brings it"));
        return networks;
    }

    /** In the library that all can have and that takes the least memory, unless the user wants another. */
    private ModelFile finder(Chosen chosen, ModelCard card, NetworkChoice choice) {
        NetworkRuntime wanted = choice.runtime().filter(NetworkRuntime.PYTORCH::equals)
                .orElse(NetworkRuntime.ONNXRUNTIME);
        RuntimeChoice runtime = RuntimeChoice.of(Optional.of(wanted), choice.precision());
        return converter.onRuntime(chosen.models().get(card).file(store, runtime), runtime);
    }

    /** The body that a plan says, or the own one that has what its networks see. */
    @Override
    public Optional<BodyModel> body(Plan plan) {
        if (!plan.place().fitsBodies()) {
            return Optional.empty();
        }
        boolean whole = chosen(plan.networks(), UnaryOperator.identity()).stages().details().isPresent();
        return Optional.of(plan.place().body().map(BodyModelReader::read)
                .orElseGet(whole ? bodies.whole() : bodies.plain()));
    }

    /**
     * A model by its id or file.
     *
     * @param card that describes the file, if it is one without a card beside it
     * @throws UserException when there is none of that name, or a file without a card is none that is known
     */
    public NamedModel named(String model, Optional<Path> card) {
        // What has no folder and no ending can be an id alone, known or not.
        boolean id = model.matches("[\\w-]+") || store.cards().stream().anyMatch(each -> each.id().equals(model));
        if (id && !Files.exists(Path.of(model))) {
            return new NamedModel(store.card(model), Optional.empty());
        }
        Path file = Path.of(model);
        return store.userFile(file, card).map(found -> new NamedModel(found.card(), Optional.of(found)))
                .orElseGet(() -> recognized(file));
    }

    private static NamedModel recognized(Path file) {
        Recognition recognition = new ModelRecognizer().recognize(file);
        return new NamedModel(recognition.card(), Optional.of(new ModelFile(recognition.card(), file)),
                Optional.of(recognition));
    }

    /**
     * The file of a model as it lies on this machine.
     *
     * @throws UserException when there is none, or none of that runtime and precision
     */
    public ModelFile file(NamedModel model, RuntimeChoice runtime) {
        return model.file(store, runtime);
    }

    /**
     * One network by its id, on a runtime.
     *
     * @throws UserException when there is none of that id, runtime and precision
     */
    public ModelFile single(String id, RuntimeChoice runtime) {
        ModelFile stored = store.require(id, runtime);
        runtime.require(stored.card());
        return converter.onRuntime(stored, runtime);
    }

    /** Lets a network run elsewhere than where it is made for. */
    public RuntimeConverter converter() {
        return converter;
    }

    /**
     * The models of a choice, which go together.
     *
     * @param models where the model of each stage comes from, in the order of the stages
     */
    private record Chosen(StageModels stages, SequencedMap<ModelCard, NamedModel> models) {}

    private Chosen chosen(NetworkChoice choice, UnaryOperator<StageModels> selection) {
        List<NamedModel> named = named(choice);
        StageModels stages = selection.apply(StageModels.of(store.catalog().preset(choice.preset()), store::card,
                named.stream().map(NamedModel::card).toList()));
        SequencedMap<ModelCard, NamedModel> models = new LinkedHashMap<>();
        stages.all().forEach(card -> models.put(card, new NamedModel(card, Optional.empty())));
        named.forEach(model -> models.replace(model.card(), model));
        stages.requireFit(choice.inputHeight());
        stages.all().forEach(runtime(choice)::require);
        if (choice.precision() == Precision.INT8) {
            requireQuantized(models.values());
        }
        return new Chosen(stages, models);
    }

    private static RuntimeChoice runtime(NetworkChoice choice) {
        return RuntimeChoice.of(choice.runtime(), choice.precision());
    }

    private List<NamedModel> named(NetworkChoice choice) {
        List<NamedModel> named = new ArrayList<>(
                choice.models().stream().map(name -> named(name, choice.card())).toList());
        if (!choice.detector().isEmpty()) {
            ModelCard wanted = store.card(detectorId(choice.detector()));
            if (named.stream().noneMatch(model -> model.card().id().equals(wanted.id()))) {
                named.add(new NamedModel(wanted, Optional.empty()));
            }
        }
        return named;
    }

    private String detectorId(String name) {
        List<String> detectors = store.cards().stream().filter(each -> each.task() == Task.PERSON_DETECTION)
                .map(ModelCard::id).toList();
        return detectors.stream().filter(id -> id.equals(name) || id.startsWith(name + "-")).findFirst()
                .orElseThrow(() -> new UserException(
                        "no detector is named " + name + "; there are " + String.join(", ", detectors)));
    }

    private List<NamedModel> notQuantized(Collection<NamedModel> models) {
        return models.stream().filter(model -> model.quantized(store).isEmpty()).toList();
    }

    /** One of the networks at least: small ones gain nothing by int8. */
    private void requireQuantized(Collection<NamedModel> models) {
        if (notQuantized(models).size() == models.size()) {
            throw new UserException("none of the networks was quantized (" + models.stream().map(NamedModel::name)
                    .collect(Collectors.joining(", "))
                    + "); run `posescope quantize NAME --images DIR` with one of them");
        }
    }
}
