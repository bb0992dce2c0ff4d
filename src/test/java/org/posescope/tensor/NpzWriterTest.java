package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.error.UserException;
import org.posescope.tensor.NpzWriter.Compression;

class NpzWriterTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"f32_c", "f32_fortran", "f64_fortran3d", "f64_big_endian", "bool", "i8", "u64",
        "unicode_0d",
        "bytes_S", "empty_0x3"})
    void an_array_is_written_byte_for_byte_as_numpy_writes_it(String name) throws IOException {
        Path original = NpyFixtures.file(name + ".npy");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        NpyWriter.write(NpyReader.read(original), copy);
        assertThat(copy.toByteArray()).isEqualTo(Files.readAllBytes(original));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void what_is_written_is_read_again(Compression compression) {
        Path file = folder.resolve("out.npz");
        try (NpzWriter npz = new NpzWriter(file, compression)) {
            npz.write("f4", NdArray.of(new float[] {1, -2.5f, Float.NaN}, 3));
            npz.write("f8", NdArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
            npz.write("i4", NdArray.of(new int[] {Integer.MIN_VALUE}, 1, 1));
            npz.write("i8", NdArray.of(new long[] {Long.MAX_VALUE}));
            npz.write("text", NdArray.of("lrotmin 人"));
            npz.finish();
        }
        Map<String, NdArray> arrays = NpzReader.readAll(file);
        assertThat(arrays.keySet()).containsExactly("f4", "f8", "i4", "i8", "text");
        assertThat(arrays.get("f4").toFloats()).containsExactly(1, -2.5f, Float.NaN);
        assertThat(arrays.get("f8").shape()).containsExactly(2, 3);
        assertThat(arrays.get("f8").toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(arrays.get("i4").toInts()).containsExactly(Integer.MIN_VALUE);
        assertThat(arrays.get("i8").rank()).isZero();
        assertThat(arrays.get("i8").toLongs()).containsExactly(Long.MAX_VALUE);
        assertThat(arrays.get("text").getText(0)).isEqualTo("lrotmin 人");
    }

    @Test
    void an_array_can_be_written_in_pieces() {
        float[] values = new float[100_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7f;
        }
        Path streamed = folder.resolve("streamed.npz");
        try (NpzWriter npz = new NpzWriter(streamed, Compression.NONE)) {
            try (NpyFloatStream a = npz.stream("a", 10, 10_000)) {
                a.write(Arrays.copyOfRange(values, 0, 33_333));
                a.write(Arrays.copyOfRange(values, 33_333, values.length));
            }
            npz.finish();
        }
        NdArray read = NpzReader.readAll(streamed).get("a");
        assertThat(read.shape()).containsExactly(10, 10_000);
        assertThat(read.toFloats()).isEqualTo(values);
    }

    @Test
    void a_streamed_array_must_have_the_promised_length() {
        Path file = folder.resolve("out.npz");
        try (NpzWriter npz = new NpzWriter(file, Compression.NONE)) {
            try (NpyFloatStream a = npz.stream("a", 3)) {
                a.write(new float[2]);
                assertThatIllegalStateException().isThrownBy(() -> a.write(new float[2]));
            }
            assertThatIllegalStateException().isThrownBy(npz::finish);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void the_same_arrays_give_the_same_bytes() throws IOException {
        Path first = write("first.npz");
        Path second = write("second.npz");
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    }

    private Path write(String name) {
        Path file = folder.resolve(name);
        try (NpzWriter npz = new NpzWriter(file, Compression.SMALLEST)) {
            npz.write("a", NdArray.of(new float[1000], 1000));
            npz.finish();
        }
        return file;
    }

    @Test
    void a_run_that_fails_leaves_the_older_file_and_no_other() throws IOException {
        Path file = Files.writeString(folder.resolve("out.npz"), "older");
        try (NpzWriter npz = new NpzWriter(file, Compression.NONE)) {
            npz.write("a", NdArray.of(new float[10], 10));
        }
        assertThat(file).hasContent("older");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_name_can_be_given_once() {
        try (NpzWriter npz = new NpzWriter(folder.resolve("out.npz"), Compression.NONE)) {
            npz.write("a", NdArray.of(new float[1], 1));
            assertThatIllegalArgumentException().isThrownBy(() -> npz.write("a", NdArray.of(new float[1], 1)));
        }
    }

    @Test
    void a_folder_that_is_not_there_gives_one_sentence() {
        Path file = folder.resolve("missing").resolve("out.npz");
        assertThatThrownBy(() -> new NpzWriter(file, Compression.NONE)).isInstanceOf(UserException.class)
                .message().startsWith(file + " cannot be written").doesNotContain("\n");
    }
}
