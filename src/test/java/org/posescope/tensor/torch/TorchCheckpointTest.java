package org.posescope.tensor.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.posescope.tensor.MalformedDataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.pickle.PickleDict;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;

/** The checkpoints of shared/fixtures/ckpt, written by PyTorch itself or by hand. */
class TorchCheckpointTest {
    private static final long MOST_MEMORY = 256L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint_zip.pt", "checkpoint_legacy.pt"})
    void every_tensor_of_a_training_checkpoint_is_read_bit_for_bit(String name) {
        try (TorchCheckpoint checkpoint = TorchCheckpoint.open(file(name));
                NpzReader expected = new NpzReader(file("expected.npz"))) {
            for (JsonNode entry : index().get("tensors")) {
                TorchTensor tensor = (TorchTensor) at(checkpoint.value(), entry.get("path"));
                assertThat(tensor.type().name().toLowerCase(Locale.ROOT))
                        .isEqualTo(entry.get("dtype").asText());
                assertSame(tensor, expected.read(entry.get("npz_key").asText()), entry.get("path").toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint_zip.pt", "checkpoint_legacy.pt", "state_dict_zip.pth", "state_dict_legacy.pth"})
    void weights_are_found_nested_or_bare_without_the_prefix_of_parallel_training(String name) {
        try (TorchCheckpoint checkpoint = TorchCheckpoint.open(file(name));
                NpzReader expected = new NpzReader(file("expected.npz"))) {
            StateDict weights = checkpoint.stateDict();

            assertThat(weights.names()).hasSize(33).startsWith("f32", "f16", "bf16")
                    .contains("net.0.weight", "unicode_\u00e9\u4eba");
            assertThat(weights.shape("transposed_view")).containsExactly(8, 6);
            assertThat(weights.read("bf16").toFloats()).isEqualTo(expected.read("t002").toFloats());
            assertThatThrownBy(() -> weights.read("net.9.weight")).isInstanceOf(UserException.class)
                    .hasMessageContaining("no tensor named net.9.weight");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"good_small_zip.pt", "good_small_legacy.pt", "handmade_good_zip.pt",
        "handmade_good_legacy.pt", "spin_like_legacy.pt"})
    void small_checkpoints_of_both_formats_are_read(String name) {
        try (TorchCheckpoint checkpoint = TorchCheckpoint.open(file(name))) {
            StateDict weights = checkpoint.stateDict();
            assertThat(weights.names()).isNotEmpty()
                    .allSatisfy(each -> assertThat(weights.read(each).toDoubles()).doesNotContain(Double.NaN));
        }
    }

    @Test
    void small_weights_are_what_pytorch_saved() {
        try (TorchCheckpoint checkpoint = TorchCheckpoint.open(file("good_small_zip.pt"))) {
            assertThat(checkpoint.stateDict().read("w").toFloats()).containsExactly(0, 1, 2, 3);
        }
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damaged_and_oversized_files_are_refused_soon_and_in_little_memory(String name) {
        long start = System.nanoTime();
        long before = allocated();

        assertThatThrownBy(() -> readAll(file(name))).isInstanceOf(UserException.class)
                .hasMessageContaining(name).hasMessageNotContaining("\n");

        assertThat(allocated() - before).isLessThan(MOST_MEMORY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @MethodSource("malicious")
    void malicious_files_are_refused_by_the_name_of_what_they_would_call(String name, String culprit) {
        assertThatThrownBy(() -> readAll(file(name))).isInstanceOf(UserException.class)
                .hasMessageContaining(culprit);
        assertThat(Path.of("/tmp/pwned")).doesNotExist();
        assertThat(Path.of("/tmp/pwned_zip")).doesNotExist();
    }

    @Test
    void a_path_out_of_the_archive_is_never_followed() {
        readAll(file("bad_zip_path_traversal.pt"));
        assertThat(Path.of("/tmp/pwned_zip")).doesNotExist();
    }

    @Test
    void a_flipped_bit_in_the_weights_is_noticed(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(file("good_small_zip.pt"));
        for (int at = 0; at < bytes.length - 16; at++) {
            if (bytes[at + 6] == (byte) 0x80 && bytes[at + 7] == 0x3f && bytes[at + 11] == 0x40) {
                bytes[at + 6] ^= 1;
            }
        }
        Path damaged = Files.write(folder.resolve("damaged.pt"), bytes);

        assertThatThrownBy(() -> readAll(damaged)).isInstanceOf(UserException.class)
                .hasMessageContaining("wrong checksum");
    }

    private static Stream<String> damaged() {
        List<String> names = new ArrayList<>();
        index().get("truncated").forEach(name -> names.add(name.asText()));
        index().get("bad").forEach(name -> names.add(name.asText()));
        // Its extra entry is never written anywhere: a test of its own.
        names.remove("bad_zip_path_traversal.pt");
        return names.stream();
    }

    private static Stream<Arguments> malicious() {
        List<Arguments> files = new ArrayList<>();
        for (JsonNode each : index().get("malicious")) {
            files.add(Arguments.of(each.get("zip").asText(), each.get("must_name").asText()));
            files.add(Arguments.of(each.get("plain_pickle").asText(), each.get("must_name").asText()));
        }
        index().get("malicious_other").properties()
                .forEach(each -> files.add(Arguments.of(each.getKey(), each.getValue().asText())));
        return files.stream();
    }

    private static void readAll(Path file) {
        try (TorchCheckpoint checkpoint = TorchCheckpoint.open(file)) {
            StateDict weights = checkpoint.stateDict();
            weights.names().forEach(weights::read);
        }
    }

    private static Object at(Object value, JsonNode path) {
        Object reached = value;
        for (JsonNode step : path) {
            Object key = step.isNumber() ? (Object) step.asLong() : step.asText();
            reached = ((PickleDict) reached).entries().get(key);
        }
        return reached;
    }

    private static void assertSame(TorchTensor tensor, NdArray expected, String path) {
        NdArray actual = array(tensor);
        assertThat(actual.shape()).as(path).isEqualTo(expected.shape());
        assertThat(actual.dtype()).as(path).isEqualTo(expected.dtype());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Double.doubleToRawLongBits(actual.getDouble(i))).as(path)
                    .isEqualTo(Double.doubleToRawLongBits(expected.getDouble(i)));
        }
    }

    private static NdArray array(TorchTensor tensor) {
        try {
            return tensor.toArray();
        } catch (MalformedDataException e) {
            throw new AssertionError(e);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static Path file(String name) {
        return Shared.file("fixtures/ckpt/" + name);
    }

    private static JsonNode index() {
        try {
            return new ObjectMapper().readTree(file("ckpt.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
