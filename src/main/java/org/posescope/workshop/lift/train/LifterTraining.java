package org.posescope.workshop.lift.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.posescope.body.BodyModel;
import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.tensor.DType;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.workshop.lift.pose.PoseSource;
import org.posescope.workshop.lift.sample.Emulator;
import org.posescope.workshop.lift.sample.Look;

/** Trains the lifter with looks at rendered pictures and emulated ones, half of each, and writes its weights. */
public final class LifterTraining {
    /** One of so many subjects is kept for validation. */
    private static final int VALIDATED = 6;
    private static final int LIMBS = 12;
    /** Joints that no landmark shows count less. */
    private static final float JOINT_WEIGHT = 0.5f;

    private final List<Look> trained;
    private final List<Look> kept;
    private final BodyModel model;
    private final PoseSource poses;
    private final DenseTraining.Settings settings;

    /**
     * What a training is like.
     *
     * @param width     of the layers
     * @param steps     of 256 looks
     * @param emulated  looks without pictures
     */
    public record Effort(int width, int steps, int emulated, long seed) {}

    private final Effort effort;

    /** @param rendered looks at pictures, of all subjects */
    public LifterTraining(List<Look> rendered, BodyModel model, PoseSource poses, Effort effort) {
        trained = rendered.stream().filter(look -> !validates(look)).toList();
        kept = rendered.stream().filter(LifterTraining::validates).toList();
        this.model = model;
        this.poses = poses;
        this.effort = effort;
        settings = new DenseTraining.Settings(effort.width, 2, 256, effort.steps, 1e-3, 0.05, effort.seed);
    }

    private static boolean validates(Look look) {
        return look.subject() % VALIDATED == 1;
    }

    /**
     * Trains and writes the weights in half precision.
     *
     * @param news told how it goes
     * @throws InterruptedException when this thread was interrupted; no file is written then
     */
    public void train(Path file, Consumer<String> news) throws InterruptedException {
        Look[] emulated = emulated();
        news.accept(String.format(Locale.ROOT, "%d looks at pictures, %d emulated, %d of other subjects to validate",
                trained.size(), emulated.length, kept.size()));
        float[] weights = new float[LookEncoder.POINTS];
        Arrays.fill(weights, 0, LiftedLandmarks.COUNT, 1);
        Arrays.fill(weights, LiftedLandmarks.COUNT, weights.length, JOINT_WEIGHT);
        float[] inputs = new float[kept.size() * LookEncoder.INPUTS];
        float[] truth = new float[kept.size() * LookEncoder.OUTPUTS];
        for (int row = 0; row < kept.size(); row++) {
            LookEncoder.encode(kept.get(row), inputs, truth, row);
        }
        List<float[]> layers = new DenseTraining(settings, LookEncoder.INPUTS, LookEncoder.OUTPUTS).train(
                (random, x, y) -> batch(emulated, random, x, y), weights, news,
                network -> validation(network, inputs, truth));
        write(file, layers);
    }

    private Look[] emulated() {
        SplittableRandom random = new SplittableRandom(effort.seed);
        Emulator emulator = new Emulator(model, poses, trained);
        Look[] looks = new Look[effort.emulated];
        for (int k = 0; k < looks.length; k++) {
            Look look = emulator.look(random);
            while (validates(look)) {
                look = emulator.look(random);
            }
            looks[k] = look;
        }
        return looks;
    }

    private void batch(Look[] emulated, RandomGenerator random, float[] inputs, float[] targets) {
        for (int row = 0; row < settings.batch(); row++) {
            Look look = row % 2 == 0 && emulated.length > 0
                    ? emulated[random.nextInt(emulated.length)]
                    : trained.get(random.nextInt(trained.size()));
            LookEncoder.encode(look, random, inputs, targets, row);
        }
    }

    private static String validation(UnaryOperator<float[]> network, float[] inputs, float[] truth) {
        float[] lifted = network.apply(inputs);
        double sum = 0;
        int limbs = 0;
        for (int k = 0; k < lifted.length; k += 3) {
            int point = k / 3 % LookEncoder.POINTS;
            if (point < LiftedLandmarks.COUNT
                    && LiftedLandmarks.NAMES.get(point).matches(".*_(shoulder|elbow|wrist|hip|knee|ankle)")) {
                sum += Math.hypot(lifted[k] - truth[k],
                        Math.hypot(lifted[k + 1] - truth[k + 1], lifted[k + 2] - truth[k + 2]));
                limbs++;
            }
        }
        return String.format(Locale.ROOT, "%d joints of other subjects off by %.1f mm", LIMBS, 1000 * sum / limbs);
    }

    /** The landmarks alone: the joints only helped to learn. */
    private static void write(Path file, List<float[]> layers) {
        try (NpzWriter writer = new NpzWriter(file, NpzWriter.Compression.SMALLEST)) {
            int inputs = LookEncoder.INPUTS;
            for (int k = 0; k < layers.size(); k += 2) {
                boolean last = k + 2 == layers.size();
                int outputs = last ? 3 * LiftedLandmarks.COUNT : layers.get(k + 1).length;
                writer.write("weight" + k / 2, halves(layers.get(k), outputs, inputs));
                writer.write("bias" + k / 2, halves(layers.get(k + 1), outputs));
                inputs = outputs;
            }
            writer.finish();
        }
    }

    private static NdArray halves(float[] values, int... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < size; k++) {
            bytes.putShort(Float.floatToFloat16(values[k]));
        }
        return new NdArray(DType.FLOAT16, shape, false, bytes.flip());
    }
}
