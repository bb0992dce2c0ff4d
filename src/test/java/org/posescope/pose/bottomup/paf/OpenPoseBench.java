package org.posescope.pose.bottomup.paf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.infer.TensorInfo;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.network.architecture.Architectures;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.weights.Weights;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.tensor.Tensor;
import org.posescope.tensor.torch.TorchCheckpoint;
import org.posescope.testkit.NetworkFixture;
import org.posescope.testkit.TestFrames;

/**
 * A frame of 1280x512 through lightweight OpenPose in 3D at a height of 256, everything but tracking and bodies. The network is run, but as
 * its weights are made up, maps of known people are read in place of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class OpenPoseBench {
    private static final int ROWS = 32;
    private static final int COLUMNS = 80;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 512;

    @Param({"0", "1", "2", "5", "10", "20"})
    private int people;

    private final Camera camera = Camera.ofFieldOfView(60, WIDTH, HEIGHT);
    private Frame frame;
    private OpenPose3d network;

    @Setup
    public void load() throws IOException {
        Path folder = Files.createTempDirectory("bench");
        NetworkFixture fixture = new NetworkFixture("lightweight3d");
        Path checkpoint = fixture.checkpoint().writeZip(folder.resolve("network.pth"));
        Path onnx = folder.resolve("network.onnx");
        Blueprint blueprint;
        try (TorchCheckpoint open = TorchCheckpoint.open(checkpoint)) {
            blueprint = new Architectures().recognise(open.stateDict(), "network").orElseThrow();
            OnnxWriter.write(blueprint.build(new Weights("network", open.stateDict(), Map.of())), onnx);
        }
        ModelCard card = new ModelCard(blueprint.id(), blueprint.title(), blueprint.task(), NetworkRuntime.ONNXRUNTIME,
                "network.onnx", blueprint.input(), blueprint.decoder(), blueprint.skeleton(), "fp32", "none",
                new Origin.LocalFile(), Optional.empty(), -1);
        Session session = Sessions.open(new ModelFile(card, onnx), SessionOptions.onCpu(1));
        Files.delete(checkpoint);
        Files.delete(onnx);
        Files.delete(folder);
        network = new OpenPose3d(new PaintedOver(session, DrawnPerson.crowd(people, ROWS, COLUMNS)),
                blueprint.input(), OptionalInt.empty());
        frame = TestFrames.of(WIDTH, HEIGHT, (x, y) -> 0xff000000 | x * y);
    }

    @Benchmark
    public List<Person> estimate() {
        return network.estimate(frame, camera, StepListener.NONE);
    }

    @TearDown
    public void close() {
        network.close();
        frame.close();
    }

    /** Runs a network and gives painted maps in place of its own. */
    private static final class PaintedOver implements Session {
        private final Session session;
        private final Map<String, Tensor> painted;

        PaintedOver(Session session, List<DrawnPerson> people) {
            this.session = session;
            MapPainter painter = new MapPainter(ROWS, COLUMNS);
            people.forEach(painter::paint);
            this.painted = Map.of("features", painter.coordinates(people), "heatmaps", painter.heatmaps(), "pafs",
                    painter.fields());
        }

        @Override
        public NetworkRuntime runtime() {
            return session.runtime();
        }

        @Override
        public int threads() {
            return session.threads();
        }

        @Override
        public List<TensorInfo> inputs() {
            return session.inputs();
        }

        @Override
        public List<TensorInfo> outputs() {
            return session.outputs();
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            session.run(inputs);
            return painted;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
