package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.infer.memory.WeightShare;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.JavaProcess;
import org.posescope.testkit.TestModels;

/**
 * Native memory goes back: measured as resident memory of a process, so that no runtime can hide some from it, whose heap is
 * resident from the start.
 */
class SessionMemoryTest {
    private static final List<String> FIXED_HEAP = List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch");
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    private ModelFile model(NetworkRuntime runtime) {
        return switch (runtime) {
            case TFLITE -> TestModels.file("blazepose-detector");
            case ONNXRUNTIME -> TestModels.file("yolox-nano");
            case PYTORCH -> new ConvRelu().torchScript(folder);
        };
    }

    private static long growth(String action, ModelFile model) throws IOException, InterruptedException {
        String output = JavaProcess.output(System.getProperty("java.class.path"), FIXED_HEAP, Probe.class, action,
                model.card().runtime().name(), model.path().toString());
        return Long.parseLong(output.strip());
    }

    /** The files alone have 3 MiB each; what the allocator keeps for later is less than ten of them. */
    @ParameterizedTest
    @EnumSource
    void fifty_sessions_one_after_the_other_need_the_memory_of_one(NetworkRuntime runtime)
            throws IOException, InterruptedException {
        assertThat(growth("open", model(runtime))).isLessThan(30 * MIB);
    }

    /** Small networks: what leaks by the run does not depend on the network. */
    @ParameterizedTest
    @EnumSource
    void a_thousand_runs_need_the_memory_of_one(NetworkRuntime runtime) throws IOException, InterruptedException {
        ModelFile model = runtime == NetworkRuntime.ONNXRUNTIME ? new ConvRelu().onnx(folder) : model(runtime);

        assertThat(growth("run", model)).isLessThan(5 * MIB);
    }

    /** Rearranged, the weights have 12 MB: ten sessions that had their own would take ten times as much. */
    @Test
    void ten_sessions_that_share_weights_have_them_once() throws IOException, InterruptedException {
        assertThat(growth("share", model(NetworkRuntime.TFLITE))).isLessThan(40 * MIB);
    }

    /** The measured process. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            ModelFile model = ConvRelu.model(NetworkRuntime.valueOf(args[1]), Path.of(args[2]));
            System.out.println(switch (args[0]) {
                case "open" -> growthOfOpening(model);
                case "share" -> growthOfSharing(model);
                default -> growthOfRunning(model);
            });
        }

        private static long growthOfOpening(ModelFile model) {
            Map<String, Tensor> input;
            try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
                input = zeros(session);
            }
            return growth(5, 50, () -> {
                try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
                    session.run(input);
                }
            });
        }

        /** From the first of the sessions on. */
        private static long growthOfSharing(ModelFile model) {
            WeightShare weights = new WeightShare();
            List<Session> sessions = new ArrayList<>();
            Runnable open = () -> sessions.add(Sessions.open(model, SessionOptions.onCpu(1), weights));
            open.run();
            long growth = growth(9, open);
            sessions.forEach(Session::close);
            return growth;
        }

        private static long growthOfRunning(ModelFile model) {
            try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
                Map<String, Tensor> input = zeros(session);
                return growth(1000, 1000, () -> session.run(input));
            }
        }

        /**
         * Bytes. What is done before is not counted, because pools and caches fill and code is compiled then. An allocator may keep more
         * once, but what leaks does so again: the smaller of two rounds counts.
         */
        private static long growth(int before, int times, Runnable action) {
            for (int i = 0; i < before; i++) {
                action.run();
            }
            return Math.min(growth(times, action), growth(times, action));
        }

        private static long growth(int times, Runnable action) {
            System.gc();
            long start = Pointer.physicalBytes();
            for (int i = 0; i < times; i++) {
                action.run();
            }
            System.gc();
            return Pointer.physicalBytes() - start;
        }

        private static Map<String, Tensor> zeros(Session session) {
            return session.inputs().stream().collect(Collectors.toMap(TensorInfo::name, input -> Tensor
                    .allocate(input.shape().stream().mapToInt(side -> side == TensorInfo.ANY ? 1 : side).toArray())));
        }
    }
}
