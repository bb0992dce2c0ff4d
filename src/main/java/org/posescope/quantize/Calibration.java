package org.posescope.quantize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.network.int8.Quantization;
import org.posescope.network.int8.Range;
import org.posescope.tensor.Tensor;

/**
 * Finds the ranges of a network's inner arrays by looking at them while it runs. A few arrays are looked at at a time, each time with all
 * pictures, so that memory is needed for these few only.
 */
final class Calibration {
    private static final int ARRAYS_AT_A_TIME = 16;

    private final Quantization network;
    private final ModelCard card;
    private final Path folder;
    private final int threads;

    /** @param folder for the files that it runs */
    Calibration(Quantization network, ModelCard card, Path folder, int threads) {
        this.network = network;
        this.card = card;
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * The range of every array that is quantized.
     *
     * @param progress told how many of the arrays are done
     * @throws UserException when the network cannot be run or gives numbers that are not finite
     */
    Map<String, Range> run(SeenInputs inputs, CalibrationMethod method, IntConsumer progress) throws IOException {
        List<String> arrays = network.arrays();
        Map<String, Range> ranges = new HashMap<>();
        for (int from = 0; from < arrays.size(); from += ARRAYS_AT_A_TIME) {
            List<String> some = arrays.subList(from, Math.min(from + ARRAYS_AT_A_TIME, arrays.size()));
            ranges.putAll(look(some, inputs, method));
            progress.accept(from + some.size());
        }
        return ranges;
    }

    private Map<String, Range> look(List<String> arrays, SeenInputs inputs, CalibrationMethod method)
            throws IOException {
        Path file = folder.resolve("showing.onnx");
        network.showing(arrays).write(file);
        try (Session session = Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(threads))) {
            Map<String, Extremes> extremes = new HashMap<>();
            arrays.forEach(array -> extremes.put(array, new Extremes()));
            eachArray(session, arrays, inputs, (array, seen) -> add(extremes.get(array), array, seen));
            Map<String, Range> ranges = new HashMap<>();
            extremes.forEach((array, seen) -> ranges.put(array, seen.range()));
            return method == CalibrationMethod.MINMAX ? ranges : central(session, ranges, inputs);
        }
    }

    private void add(Extremes extremes, String array, Tensor seen) {
        try {
            extremes.add(seen);
        } catch (ArithmeticException e) {
            throw new UserException(card.id() + " cannot be quantized because its array '" + array
                    + "' has numbers that are not finite", e);
        }
    }

    private static Map<String, Range> central(Session session, Map<String, Range> all, SeenInputs inputs)
            throws IOException {
        Map<String, Histogram> histograms = new HashMap<>();
        all.forEach((array, range) -> histograms.put(array, new Histogram(range)));
        eachArray(session, new ArrayList<>(all.keySet()), inputs, (array, seen) -> histograms.get(array).add(seen));
        Map<String, Range> central = new HashMap<>();
        histograms.forEach((array, seen) -> central.put(array, seen.central()));
        return central;
    }

    private static void eachArray(Session session, List<String> arrays, SeenInputs inputs,
            BiConsumer<String, Tensor> look) throws IOException {
        String inputName = session.inputs().getFirst().name();
        for (int picture : inputs.calibrating().toArray()) {
            Tensor input = inputs.read(picture);
            Map<String, Tensor> seen = new HashMap<>(session.run(Map.of(inputName, input)));
            seen.put(inputName, input);
            arrays.forEach(array -> look.accept(array, seen.get(array)));
        }
    }
}
