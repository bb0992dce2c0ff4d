package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.error.UserException;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.testkit.TestModels;

/** What the user is told when a network cannot be opened. */
class SessionsTest {
    private static final SessionOptions CPU = SessionOptions.onCpu(1);

    @TempDir
    private Path folder;

    private ModelFile good(NetworkRuntime runtime) {
        return switch (runtime) {
            case TFLITE -> TestModels.file("blazepose-full");
            case ONNXRUNTIME -> new ConvRelu().onnx(folder);
            case PYTORCH -> new ConvRelu().torchScript(folder);
        };
    }

    private static void assertRefused(ModelFile model, SessionOptions options, String... words) {
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> Sessions.open(model, options).close())
                .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_file_is_named(NetworkRuntime runtime) {
        Path file = folder.resolve("absent.bin");

        assertRefused(ConvRelu.model(runtime, file), CPU, file.toString(), "does not exist");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_device_is_refused(NetworkRuntime runtime) {
        assertRefused(good(runtime), new SessionOptions(1, "cuda:0"), "cuda:0", "cpu");
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_file_is_refused(NetworkRuntime runtime) throws IOException {
        Path file = Files.createFile(folder.resolve("empty.bin"));

        assertRefused(ConvRelu.model(runtime, file), CPU, file.toString(), "damaged");
    }

    @ParameterizedTest
    @EnumSource
    void random_bytes_are_refused(NetworkRuntime runtime) throws IOException {
        Path file = folder.resolve("random.bin");
        Random random = new Random(7);
        for (int size : new int[] {1, 7, 64, 5000, 300_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            Files.write(file, bytes);

            assertRefused(ConvRelu.model(runtime, file), CPU, file.toString(), "damaged");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_truncated_file_is_refused_wherever_it_was_cut(NetworkRuntime runtime) throws IOException {
        byte[] whole = Files.readAllBytes(good(runtime).path());
        Path file = folder.resolve("truncated.bin");
        for (double part : new double[] {0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99}) {
            Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));

            assertRefused(ConvRelu.model(runtime, file), CPU, file.toString(), "damaged");
        }
    }

    @ParameterizedTest
    @CsvSource({"TFLITE, ONNXRUNTIME", "TFLITE, PYTORCH", "ONNXRUNTIME, TFLITE", "ONNXRUNTIME, PYTORCH",
        "PYTORCH, TFLITE", "PYTORCH, ONNXRUNTIME"})
    void a_file_of_another_runtime_is_refused(NetworkRuntime actual, NetworkRuntime claimed) {
        Path file = good(actual).path();

        assertRefused(ConvRelu.model(claimed, file), CPU, LoadFailure.name(claimed), file.toString());
    }
}
