package org.posescope.pose.bottomup.paf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.bottomup.FrameInput;
import org.posescope.tensor.Tensor;

/**
 * A network that draws heatmaps and part affinity fields of a whole frame, an eighth of its input in size. Outputs are told by their
 * channels; where a network gives the maps of several stages, those of the last name are taken, since authors number stages. Owns the
 * session until it is closed.
 */
final class FieldNetwork implements AutoCloseable {
    /** Sides of the input are multiples of it. */
    static final int STEP = 8;

    private static final int HEATMAPS = 19;
    private static final int FIELDS = 38;

    private final Session session;
    private final FrameInput input;
    private final String inputName;
    private Optional<PafDecoder> decoder = Optional.empty();

    /**
     * What was seen in a frame.
     *
     * @param people  points in pixels of maps four times as large as the heatmaps
     * @param outputs all maps, valid until the next frame
     * @param rows    of the heatmaps
     * @param columns of the heatmaps
     * @param region  of the frame that the maps show, pixels
     */
    record Sight(List<PeakGroup> people, Map<String, Tensor> outputs, int rows, int columns, Region region) {
        /** X in the frame of a pixel of the enlarged maps, at its middle. */
        float frameX(Peak peak) {
            return region.frameX((peak.x() + 0.5f) / (columns * CubicEnlargement.FACTOR), 0);
        }

        /** Y in the frame, likewise. */
        float frameY(Peak peak) {
            return region.frameY(0, (peak.y() + 0.5f) / (rows * CubicEnlargement.FACTOR));
        }
    }

    /** Takes over the session, and closes it when it is not fit. */
    FieldNetwork(Session session, InputSpec usual, OptionalInt inputHeight) {
        this.session = session;
        this.input = Cleanup.onFailure(() -> new FrameInput(session, usual, inputHeight, STEP), session::close);
        this.inputName = session.inputs().getFirst().name();
    }

    Sight look(Frame frame, StepListener steps) {
        long start = System.nanoTime();
        Tensor pixels = input.sample(frame);
        long sampled = System.nanoTime();
        Map<String, Tensor> outputs = session.run(Map.of(inputName, pixels));
        long inferred = System.nanoTime();
        Tensor heatmaps = last(outputs, HEATMAPS);
        List<PeakGroup> people = decode(heatmaps, last(outputs, FIELDS));
        steps.took("crop", sampled - start);
        steps.took("infer", inferred - sampled);
        steps.took("decode", System.nanoTime() - inferred);
        return new Sight(people, outputs, heatmaps.dimension(2), heatmaps.dimension(3), input.region());
    }

    private List<PeakGroup> decode(Tensor heatmaps, Tensor fields) {
        if (decoder.isEmpty() || !decoder.get().fits(heatmaps, fields)) {
            decoder = Optional.of(new PafDecoder(heatmaps.dimension(1), fields.dimension(1), heatmaps.dimension(2),
                    heatmaps.dimension(3)));
        }
        return decoder.get().decode(heatmaps, fields);
    }

    /**
     * The last output by name that has so many maps.
     *
     * @throws UserException when there is none
     */
    static Tensor last(Map<String, Tensor> outputs, int channels) {
        TreeMap<String, Tensor> fitting = new TreeMap<>();
        outputs.forEach((name, tensor) -> {
            if (tensor.rank() == 4 && tensor.dimension(1) == channels) {
                fitting.put(name, tensor);
            }
        });
        if (fitting.isEmpty()) {
            throw new UserException("the network has no output of " + channels + " maps among " + outputs.keySet()
                    + ", so it is not one of this kind; name its decoder in its card");
        }
        return fitting.lastEntry().getValue();
    }

    @Override
    public void close() {
        Cleanup.all(session::close, input::close);
    }
}
