package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.posescope.error.UserException;

class NpyReaderTest {
    static Stream<String> arrays_that_can_be_read() {
        return NpyFixtures.index().get("arrays").propertyStream()
                .filter(e -> !e.getValue().get("values_in_C_order").isNull())
                .map(e -> e.getKey());
    }

    @ParameterizedTest
    @MethodSource("arrays_that_can_be_read")
    void an_array_has_the_type_order_shape_and_values_that_numpy_wrote(String name) {
        JsonNode expected = NpyFixtures.index().get("arrays").get(name);
        NpyFixtures.assertHolds(NpyReader.read(NpyFixtures.file(name + ".npy")), expected);
    }

    static Stream<String> files_that_must_fail() {
        JsonNode index = NpyFixtures.index();
        return Stream.of("must_fail", "may_be_rejected_as_unsupported")
                .flatMap(list -> StreamSupport.stream(index.get(list).spliterator(), false)).map(JsonNode::asText)
                .filter(name -> name.endsWith(".npy"));
    }

    @ParameterizedTest
    @MethodSource("files_that_must_fail")
    void a_broken_or_foreign_file_gives_one_sentence(String name) {
        assertThatThrownBy(() -> NpyReader.read(NpyFixtures.file(name))).isInstanceOf(UserException.class)
                .message().startsWith(NpyFixtures.file(name) + " cannot be read because ").endsWith(".")
                .doesNotContain("\n");
    }

    @Test
    void every_beginning_of_a_file_is_refused(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(NpyFixtures.file("f32_c.npy"));
        Path cut = folder.resolve("cut.npy");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NpyReader.read(cut)).as("first %d bytes", length)
                    .isInstanceOf(UserException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 0)}; needs more than 2 GiB",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (300000000,)}; needs more than 2 GiB",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}; impossible shape",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3 4)}; dictionary",
        "{'descr': '<f8', 'fortran_order': None, 'shape': (3,)}; dictionary",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'x': 1}; unknown key x",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)} + 1; dictionary",
        "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (3,)}; type '<M8[ns]'",
        "{'descr': '|O', 'fortran_order': False, 'shape': (3,)}; type '|O'",
        "{'descr': '<U0', 'fortran_order': False, 'shape': (3,)}; type '<U0'",
        "{'descr': '<U999999999', 'fortran_order': False, 'shape': (3,)}; type '<U999999999'",
        "{'descr': '<f4; dictionary", "{; dictionary"})
    void a_header_that_makes_no_sense_is_refused(String header, String reason) {
        assertThatThrownBy(() -> NpyReader.read(new ByteArrayInputStream(version1(header))))
                .isInstanceOf(MalformedDataException.class).hasMessageContaining(reason);
    }

    @Test
    void a_header_cannot_reserve_memory_that_the_file_does_not_fill() {
        byte[] file = version1("{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647,)}");
        long before = allocatedBytes();
        assertThatThrownBy(() -> NpyReader.read(new ByteArrayInputStream(file))).isInstanceOf(IOException.class);
        assertThat(allocatedBytes() - before).isLessThan(4 << 20);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> NpyReader.read(Path.of("no-such.npy")))
                .hasMessage("no-such.npy cannot be read because there is no such file.");
    }

    private static byte[] version1(String header) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length).order(ByteOrder.LITTLE_ENDIAN).put(NpyHeader.MAGIC).put((byte) 1)
                .put((byte) 0).putShort((short) text.length).put(text).array();
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
