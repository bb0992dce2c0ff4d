package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestModels;

/** Native memory goes back: measured as resident memory of the process, so that no runtime can hide some from it. */
class SessionMemoryTest {
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

    @ParameterizedTest
    @EnumSource
    void fifty_sessions_one_after_the_other_need_the_memory_of_one(NetworkRuntime runtime) {
        ModelFile model = model(runtime);
        Map<String, Tensor> input = input(model);
        Runnable session = () -> {
            try (Session opened = Sessions.open(model, SessionOptions.onCpu(1))) {
                opened.run(input);
            }
            System.gc();
        };

        assertThat(growthAfter(50, session)).isLessThan(10 * MIB);
    }

    /** The smallest network of each runtime: what leaks by the run does not depend on the network. */
    @ParameterizedTest
    @EnumSource
    void a_thousand_runs_need_the_memory_of_one(NetworkRuntime runtime) {
        ModelFile model = runtime == NetworkRuntime.ONNXRUNTIME ? new ConvRelu().onnx(folder) : model(runtime);
        Map<String, Tensor> input = input(model);
        try (Session session = Sessions.open(model, SessionOptions.onCpu(1))) {
            assertThat(growthAfter(1000, () -> session.run(input))).isLessThan(10 * MIB);
        }
    }

    private static Map<String, Tensor> input(ModelFile model) {
        return Map.of(model.card().input().name(), Tensor.allocate(model.card().input().shape(1)));
    }

    /** Bytes; the first tenth is not counted, because pools and caches fill then. */
    private static long growthAfter(int times, Runnable action) {
        for (int i = 0; i < times / 10; i++) {
            action.run();
        }
        long before = residentBytes();
        for (int i = 0; i < times; i++) {
            action.run();
        }
        return residentBytes() - before;
    }

    /** The heap is resident too, so that what lets it grow has to collect it. */
    private static long residentBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
