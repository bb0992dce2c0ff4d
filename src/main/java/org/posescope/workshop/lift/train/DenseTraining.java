package org.posescope.workshop.lift.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** Trains a dense network with residual blocks that gives points in space, in PyTorch; the loss is the mean distance of the points. */
final class DenseTraining {
    private static final String ENGINE = "PyTorch";
    private static final int PREDICTED_AT_ONCE = 2048;
    private static final int LOSS_EVERY = 20;
    private static final int REPORTS = 20;
    private static final double LAST_RATE = 0.01;
    private static final double NEAR = 1e-6;

    private final Settings settings;
    private final int inputs;
    private final int outputs;

    /**
     * @param width  of the layers
     * @param blocks of two layers
     * @param batch  looks of a step
     * @param rate   of learning at the start; it falls along half a cosine
     * @param seed   of the weights and batches
     */
    record Settings(int width, int blocks, int batch, int steps, double rate, double dropout, long seed) {}

    /** Fills the inputs and targets of a batch, row by row. */
    @FunctionalInterface
    interface Batches {
        void next(RandomGenerator random, float[] inputs, float[] targets);
    }

    DenseTraining(Settings settings, int inputs, int outputs) {
        this.settings = settings;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * Trains from the start.
     *
     * @param weights of the points in the loss
     * @param news    told how it goes
     * @param check   of the network so far, whose words are told too
     * @return weights and biases of the layers in their order; a weight is outputs x inputs, row by row
     * @throws InterruptedException when this thread was interrupted
     */
    List<float[]> train(Batches batches, float[] weights, Consumer<String> news,
            Function<UnaryOperator<float[]>, String> check) throws InterruptedException {
        // DJL reads it from the system properties only: a native library that is missing is an error and not a download.
        System.setProperty("ai.djl.offline", "true");
        Engine.getEngine(ENGINE).setRandomSeed((int) settings.seed);
        Tracker tracker = Tracker.cosine().setBaseValue((float) settings.rate)
                .optFinalValue((float) (LAST_RATE * settings.rate)).setMaxUpdates(settings.steps).build();
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.adam().optLearningRateTracker(tracker).build())
                .optInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
        RandomGenerator random = new SplittableRandom(settings.seed);
        try (Model model = Model.newInstance("lifter", ENGINE)) {
            model.setBlock(network());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(settings.batch, inputs));
                NDArray weight = trainer.getManager().create(weights, new Shape(1, weights.length));
                float[] x = new float[settings.batch * inputs];
                float[] y = new float[settings.batch * outputs];
                double loss = Double.NaN;
                int every = Math.max(1, settings.steps / REPORTS);
                for (int step = 1; step <= settings.steps; step++) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    batches.next(random, x, y);
                    float now = step(trainer, weight, x, y, step % Math.min(LOSS_EVERY, every) == 0);
                    loss = Float.isNaN(now) ? loss : Double.isNaN(loss) ? now : 0.9 * loss + 0.1 * now;
                    if (step % every == 0) {
                        news.accept(String.format(Locale.ROOT, "step %d of %d: loss %.4f m, %s", step, settings.steps,
                                loss, check.apply(rows -> predict(trainer, rows))));
                    }
                }
                return model.getBlock().getParameters().values().stream().map(p -> p.getArray().toFloatArray())
                        .toList();
            }
        }
    }

    private Block network() {
        SequentialBlock all = new SequentialBlock().add(linear(settings.width)).add(Activation.reluBlock());
        for (int k = 0; k < settings.blocks; k++) {
            SequentialBlock change = new SequentialBlock()
                    .add(Dropout.builder().optRate((float) settings.dropout).build()).add(linear(settings.width))
                    .add(Activation.reluBlock()).add(linear(settings.width));
            all.add(new ParallelBlock(DenseTraining::sum, List.of(change, Blocks.identityBlock())))
                    .add(Activation.reluBlock());
        }
        return all.add(linear(outputs));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static NDList sum(List<NDList> branches) {
        return new NDList(branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow()));
    }

    /** The loss where it is asked for; reading it costs time. */
    private float step(Trainer trainer, NDArray weight, float[] x, float[] y, boolean tell) {
        float told = Float.NaN;
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray input = manager.create(x, new Shape(settings.batch, inputs));
            NDArray target = manager.create(y, new Shape(settings.batch, outputs));
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray off = trainer.forward(new NDList(input)).singletonOrThrow().sub(target)
                        .reshape(settings.batch, outputs / 3, 3);
                NDArray loss = off.mul(off).sum(new int[] {2}).add(NEAR).sqrt().mul(weight).mean();
                loss.attach(manager);
                collector.backward(loss);
                if (tell) {
                    told = loss.getFloat();
                }
            }
        }
        trainer.step();
        return told;
    }

    private float[] predict(Trainer trainer, float[] rows) {
        int count = rows.length / inputs;
        float[] all = new float[count * outputs];
        for (int at = 0; at < count; at += PREDICTED_AT_ONCE) {
            int size = Math.min(PREDICTED_AT_ONCE, count - at);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDArray input = manager.create(Arrays.copyOfRange(rows, at * inputs, (at + size) * inputs),
                        new Shape(size, inputs));
                float[] part = trainer.evaluate(new NDList(input)).singletonOrThrow().toFloatArray();
                System.arraycopy(part, 0, all, at * outputs, part.length);
            }
        }
        return all;
    }
}
