package org.posescope.tensor.mxnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.posescope.error.UserException;
import org.posescope.testkit.MxnetFile;
import org.posescope.testkit.MxnetFile.Version;

import com.sun.management.ThreadMXBean;

class MxnetParametersTest {
    private static final long MOST_MEMORY = 16L << 20;
    private static final int FLOAT64 = 1;
    private static final int FLOAT16 = 2;
    private static final int INT64 = 6;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("net.params");
    }

    private static MxnetFile example(Version version) {
        return new MxnetFile(version).add("arg:conv.weight", new float[] {1, -2, 3, 4.5f, 0, -0.25f}, 2, 3)
                .add("aux:bn.running_mean", new float[] {7}, 1);
    }

    @ParameterizedTest
    @EnumSource
    void every_layout_of_the_years_is_read(Version version) throws IOException {
        Path file = example(version).write(file());

        assertThat(MxnetParameters.isIn(file)).isTrue();
        try (MxnetParameters parameters = MxnetParameters.open(file)) {
            assertThat(parameters.names()).containsExactly("conv.weight", "bn.running_mean");
            assertThat(parameters.shape("conv.weight")).containsExactly(2, 3);
            assertThat(parameters.read("conv.weight").toFloats()).containsExactly(1, -2, 3, 4.5f, 0, -0.25f);
            assertThat(parameters.read("bn.running_mean").shape()).containsExactly(1);
            assertThatThrownBy(() -> parameters.read("fc.bias")).isInstanceOf(UserException.class)
                    .hasMessageContaining("no array named fc.bias");
        }
    }

    @Test
    void doubles_halves_and_whole_numbers_are_read_and_so_is_a_single_number() throws IOException {
        Path file = new MxnetFile(Version.V3).add("d", FLOAT64, little(8).putDouble(0.1).array(), 1)
                .add("h", FLOAT16, little(4).putShort((short) 0x3c00).putShort((short) 0xc000).array(), 2)
                .add("i", INT64, little(8).putLong(-5).array()).write(file());

        try (MxnetParameters parameters = MxnetParameters.open(file)) {
            assertThat(parameters.read("d").toDoubles()).containsExactly(0.1);
            assertThat(parameters.read("h").toFloats()).containsExactly(1, -2);
            assertThat(parameters.shape("i")).isEmpty();
            assertThat(parameters.read("i").getLong(0)).isEqualTo(-5);
        }
    }

    private static Stream<Arguments> broken() {
        byte[] good = example(Version.V2).bytes();
        return Stream.of(Arguments.of("another magic number", patched(good, 0, 0x113), "no file of MXNet parameters"),
                Arguments.of("too many arrays", patched(good, 16, 1L << 40), "claims to hold 1099511627776 arrays"),
                Arguments.of("a negative count", patched(good, 16, -1), "claims to hold 18446744073709551615 arrays"),
                Arguments.of("names left out", patched(good, good.length - 58, 0), "2 arrays and 0 names"),
                Arguments.of("a long name", patched(good, good.length - 50, 1L << 50), "a name of 1125899906842624"),
                Arguments.of("more behind the end", Arrays.copyOf(good, good.length + 3), "after its end by 3 bytes"),
                Arguments.of("huge sides", array(little(64).putInt(0xF993fac9).putInt(0).putInt(2).putLong(1L << 40)
                        .putLong(1L << 40)), "the file is too short"),
                Arguments.of("a side that overflows to 0", array(little(64).putInt(0xF993fac9).putInt(0).putInt(2)
                        .putLong(1L << 62).putLong(4)), "the file is too short"),
                Arguments.of("a negative side", array(little(64).putInt(0xF993fac9).putInt(0).putInt(1).putLong(-1)),
                        "[-1]"),
                Arguments.of("many axes", array(little(64).putInt(0xF993fac9).putInt(0).putInt(1 << 20)),
                        "an array of 1048576 axes"),
                Arguments.of("an unknown layout", array(little(64).putInt(0xF993facb)), "axes"),
                Arguments.of("sparse rows", array(little(64).putInt(0xF993fac9).putInt(1)), "sparse"),
                Arguments.of("an array without one", array(little(64).putInt(0xF993fac9)), "never filled"),
                Arguments.of("complex numbers", array(little(64).putInt(0xF993fac8).putInt(1).putLong(1).putInt(1)
                        .putInt(0).putInt(99)), "unknown type 99"),
                Arguments.of("one name twice", new MxnetFile(Version.V1).add("arg:w", new float[1], 1)
                        .add("aux:w", new float[1], 1).bytes(), "two arrays named w"),
                Arguments.of("nothing", new byte[0], "ends too early"));
    }

    private static byte[] array(ByteBuffer bytes) {
        return new MxnetFile(Version.V2).addBytes("w", content(bytes)).bytes();
    }

    private static byte[] content(ByteBuffer bytes) {
        byte[] content = new byte[bytes.capacity()];
        bytes.get(0, content);
        return content;
    }

    private static byte[] patched(byte[] bytes, int at, long value) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
        return copy;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_file_is_refused_in_one_sentence_and_little_memory(String name, byte[] bytes, String reason)
            throws IOException {
        Path file = Files.write(file(), bytes);
        long before = allocated();

        assertThatThrownBy(() -> MxnetParameters.open(file)).isInstanceOf(UserException.class)
                .hasMessageContainingAll("net.params cannot be read because", reason).hasMessageNotContaining("\n");
        assertThat(allocated() - before).isLessThan(MOST_MEMORY);
    }

    @Test
    void a_file_that_ends_anywhere_too_early_is_refused() throws IOException {
        byte[] good = example(Version.V2).bytes();
        for (int length = 0; length < good.length; length++) {
            Path file = Files.write(file(), Arrays.copyOf(good, length));
            assertThatThrownBy(() -> MxnetParameters.open(file)).as(length + " bytes")
                    .isInstanceOf(UserException.class);
        }
    }

    @Test
    void whatever_bytes_come_nothing_but_a_refusal_happens_and_memory_stays_small() throws IOException {
        Random random = new Random(4);
        List<byte[]> good = Arrays.stream(Version.values()).map(version -> example(version).bytes()).toList();
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = good.get(round % good.size()).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
            }
            Path file = Files.write(file(), bytes);
            long before = allocated();
            readAll(file);
            assertThat(allocated() - before).as("round " + round).isLessThan(MOST_MEMORY);
        }
    }

    private static void readAll(Path file) {
        try (MxnetParameters parameters = MxnetParameters.open(file)) {
            parameters.names().forEach(name -> parameters.read(name).toDoubles());
        } catch (UserException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    @Test
    void another_file_is_told_from_one_of_mxnet() throws IOException {
        assertThat(MxnetParameters.isIn(Files.write(file(), new byte[] {0x12, 1, 0}))).isFalse();
        assertThat(MxnetParameters.isIn(Files.write(file(), new byte[20]))).isFalse();
        assertThatThrownBy(() -> MxnetParameters.isIn(folder.resolve("none"))).isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such file");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
