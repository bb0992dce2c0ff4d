package org.posescope.quantize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ImportedModels;
import org.posescope.model.Int8Facts;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.PartFolder;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.model.Task;
import org.posescope.network.int8.Preparation;
import org.posescope.network.int8.Quantization;
import org.posescope.network.int8.Range;
import org.posescope.network.onnx.edit.OnnxModel;

/**
 * Makes the int8 conversion of a float ONNX model: collects what the network sees, finds the ranges of its arrays, writes it in integers
 * with and without its outermost layers, keeps the one that is best here, unless all stray from float, and puts it into the store with the
 * record of how it was made. Nothing is changed in the store until all is done.
 */
public final class Quantizer {
    private final ModelStore store;
    private final int threads;
    private final Consumer<String> progress;

    /**
     * @param threads  of each network that is run
     * @param progress told what is being done, on the calling thread
     */
    public Quantizer(ModelStore store, int threads, Consumer<String> progress) {
        this.store = store;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Whether a model can be quantized at all, told before anything else is done.
     *
     * @throws UserException when it is of another runtime than ONNX Runtime, is quantized already, has an impossible id
     *                       or does what cannot be calibrated
     */
    public static void require(ModelCard card) {
        if (card.runtime() != NetworkRuntime.ONNXRUNTIME) {
            throw new UserException(card.id() + " is a model for " + card.runtime().label()
                    + ", but only ONNX models can be quantized; import its checkpoint or name an .onnx file");
        }
        if (card.precision().equals(Precision.INT8.label())) {
            throw new UserException(
                    card.id() + " is quantized already; name the float model that it was made from");
        }
        if (!ImportedModels.isId(card.id())) {
            throw new UserException("the id '" + card.id() + "' of the card cannot name a model of the store; "
                    + "use lower-case letters, digits and hyphens");
        }
        if (card.task() == Task.POSE_BOTTOM_UP) {
            throw new UserException(card.id() + " finds all people of a picture at once, which cannot be calibrated; "
                    + "detectors, and networks that look at one person, can");
        }
    }

    /**
     * Quantizes a model.
     *
     * @param model  as {@link #require} wants it
     * @param inputs what to calibrate it with
     * @param wanted pictures that the network is given at most
     * @throws UserException when the model cannot be quantized, strays from float, nothing was found to show to it, or the
     *                       store cannot be written
     * @throws InterruptedException when the thread was interrupted; nothing is left behind
     */
    public QuantizedModel run(ModelFile model, PictureInputs inputs, CalibrationMethod method, int wanted)
            throws InterruptedException {
        ModelCard card = model.card();
        require(card);
        Int8Storage storage = new Int8Storage(store.imported());
        storage.require(model);
        progress.accept("reading " + card.id());
        OnnxModel prepared = Preparation.of(OnnxModel.read(model.path()), card.id());
        Quantization network = new Quantization(prepared);
        if (!network.isPossible()) {
            throw new UserException(
                    card.id() + " has no convolution or matrix product with float32 weights that could be quantized");
        }
        try (PartFolder work = store.imported().newFolder()) {
            ModelFile plain = new ModelFile(card, work.path().resolve(card.id() + ".onnx"));
            prepared.write(plain.path());
            try (SeenInputs seen = new SeenInputs(work.path().resolve("inputs"), card.input().shape(1), wanted)) {
                collect(plain, inputs, wanted, seen);
                Candidate best = best(plain, network, ranges(plain, network, method, seen), seen, work.path());
                Int8Facts facts = new Int8Facts(Int8Facts.PAIRED, method.label(), inputs.source(), seen.count(),
                        network.layers() - best.leftInFloat().size(), List.copyOf(best.leftInFloat()),
                        best.difference(), best.timeRatio(), RuntimeChoice.automatic().machine());
                return storage.keep(model, plain.path(), best.file(), facts, seen.apart());
            }
        } catch (IOException | UncheckedIOException e) {
            // The file of inputs closes itself when its thread is interrupted.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new UserException(card.id() + " cannot be quantized into " + store.folder()
                    + "; check that the folder can be written and has room", e);
        }
    }

    private void collect(ModelFile plain, PictureInputs inputs, int wanted, SeenInputs seen) {
        inputs.feed(plain, wanted, seen, shown -> progress
                .accept("looking at picture " + shown + " (" + seen.count() + " of " + wanted + " inputs)"));
        if (seen.count() == 0) {
            throw new UserException(plain.card().task() == Task.PERSON_DETECTION
                    ? "there is no picture in " + inputs.source() + " to calibrate " + plain.card().id() + " with"
                    : "no person was found in " + inputs.source() + " to calibrate " + plain.card().id()
                            + " with; give pictures of people");
        }
    }

    private Map<String, Range> ranges(ModelFile plain, Quantization network, CalibrationMethod method, SeenInputs seen)
            throws IOException {
        int arrays = network.arrays().size();
        return new Calibration(network, plain.card(), plain.path().getParent(), threads).run(seen, method,
                done -> progress.accept("ranges of " + done + " of " + arrays + " arrays"));
    }

    private Candidate best(ModelFile plain, Quantization network, Map<String, Range> ranges, SeenInputs seen,
            Path folder) throws IOException {
        progress.accept("comparing with float");
        List<Set<String>> choices = choices(network);
        List<Path> files = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        try (Session reference = Sessions.open(plain, SessionOptions.onCpu(threads))) {
            for (Set<String> leftInFloat : choices) {
                Path file = folder.resolve("int8-" + files.size() + ".onnx");
                network.quantized(ranges, leftInFloat).write(file);
                files.add(file);
                sessions.add(Sessions.open(new ModelFile(plain.card(), file), SessionOptions.onCpu(threads)));
            }
            SideBySide comparison = new SideBySide(reference, sessions);
            comparison.run(seen);
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                candidates.add(new Candidate(choices.get(i), files.get(i), comparison.difference(i),
                        comparison.timeRatio(i)));
            }
            return chosen(plain.card(), candidates);
        } finally {
            Cleanup.each(sessions, Session::close);
        }
    }

    private static Candidate chosen(ModelCard card, List<Candidate> candidates) {
        List<Candidate> close = candidates.stream().filter(Candidate::isClose).toList();
        if (close.isEmpty()) {
            throw new UserException(String.format(Locale.ROOT,
                    "the outputs of %s in int8 differ from those in float by %.0f%% of their size, and %.0f%% is the most, so nothing "
                            + "was kept; try the other --method, or more pictures like those that it will see",
                    card.id(), 100 * candidates.stream().mapToDouble(Candidate::difference).min().orElseThrow(),
                    100 * Candidate.MOST_DIFFERENCE));
        }
        return Candidate.best(close);
    }

    /** Which layers may stay in float: none, the first, the last, or both, as long as others are left to quantize. */
    private static List<Set<String>> choices(Quantization network) {
        Set<String> first = new LinkedHashSet<>(network.firstLayers());
        Set<String> last = new LinkedHashSet<>(network.lastLayers());
        Set<String> both = Stream.concat(first.stream(), last.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.of(Set.<String>of(), first, last, both).distinct()
                .filter(each -> each.size() < network.layers()).toList();
    }
}
