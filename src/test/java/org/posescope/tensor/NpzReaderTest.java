package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.error.UserException;

class NpzReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void an_archive_holds_the_arrays_that_numpy_wrote(String name) {
        JsonNode index = NpyFixtures.index();
        Map<String, NdArray> arrays = NpzReader.readAll(NpyFixtures.file(name));

        assertThat(arrays.keySet()).containsExactlyElementsOf(
                index.get("npz").get("stored.npz").valueStream().map(JsonNode::asText).toList());
        arrays.forEach((key, array) -> NpyFixtures.assertHolds(array, index.get("arrays").get(key)));
    }

    @Test
    void arrays_without_a_name_are_numbered() {
        JsonNode arrays = NpyFixtures.index().get("arrays");
        try (NpzReader npz = new NpzReader(NpyFixtures.file("positional.npz"))) {
            assertThat(npz.names()).containsExactly("arr_0", "arr_1");
            NpyFixtures.assertHolds(npz.read("arr_0"), arrays.get("f32_c"));
            NpyFixtures.assertHolds(npz.read("arr_1"), arrays.get("i32"));
        }
    }

    @Test
    void a_header_is_read_without_its_data() {
        try (NpzReader npz = new NpzReader(NpyFixtures.file("compressed.npz"))) {
            NpyHeader header = npz.header("f32_fortran");
            assertThat(header.shape()).containsExactly(3, 4);
            assertThat(header.dtype()).isEqualTo(DType.FLOAT32);
            assertThat(header.isFortranOrder()).isTrue();
            assertThat(header.dataBytes()).isEqualTo(48);
        }
    }

    @Test
    void an_array_of_objects_is_refused_and_its_neighbour_is_not() {
        try (NpzReader npz = new NpzReader(NpyFixtures.file("malicious_object_array.npz"))) {
            assertThat(npz.read("good").size()).isEqualTo(24);
            assertThatThrownBy(() -> npz.read("x")).isInstanceOf(UserException.class).message()
                    .contains("x, cannot be read because it has elements of type '|O'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated_compressed.npz", "truncated_stored.npz", "f32_c.npy", "npy.json"})
    void a_file_that_is_no_whole_zip_file_gives_one_sentence(String name) {
        assertThatThrownBy(() -> NpzReader.readAll(NpyFixtures.file(name))).isInstanceOf(UserException.class)
                .message().contains("it is not a sound zip file").doesNotContain("\n");
    }

    @Test
    void an_array_that_is_not_there_is_named() {
        try (NpzReader npz = new NpzReader(NpyFixtures.file("stored.npz"))) {
            assertThatThrownBy(() -> npz.read("poses")).isInstanceOf(UserException.class)
                    .hasMessageEndingWith("stored.npz has no array named poses.");
        }
    }

    @Test
    void a_changed_byte_in_the_data_breaks_the_checksum() throws IOException {
        byte[] bytes = Files.readAllBytes(NpyFixtures.file("stored.npz"));
        bytes[200] ^= 1;
        Path changed = Files.write(folder.resolve("changed.npz"), bytes);
        assertThatThrownBy(() -> NpzReader.readAll(changed)).isInstanceOf(UserException.class)
                .hasMessageContaining("wrong checksum");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_bursts() throws IOException {
        Path bomb = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(new NpyHeader(new DType(DType.Kind.UINT, 1, ByteOrder.LITTLE_ENDIAN), false, 200 << 20)
                    .encode());
            writeZeros(zip, 200);
        }
        assertThatThrownBy(() -> NpzReader.readAll(bomb)).isInstanceOf(UserException.class)
                .hasMessageContaining("claims to be 209715200 bytes long");
    }

    private static void writeZeros(OutputStream out, int mebibytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < mebibytes; i++) {
            out.write(zeros);
        }
    }

    @Test
    void an_array_longer_than_its_shape_is_refused() throws IOException {
        Path file = folder.resolve("long.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(new NpyHeader(DType.FLOAT32, false, 2).encode());
            zip.write(new byte[9]);
        }
        assertThatThrownBy(() -> NpzReader.readAll(file)).isInstanceOf(UserException.class)
                .hasMessageContaining("it is longer than its shape");
    }

    @Test
    void two_arrays_of_one_name_are_refused() throws IOException {
        Path twice = folder.resolve("twice.npz");
        try (NpzWriter npz = new NpzWriter(twice, NpzWriter.Compression.NONE)) {
            npz.write("a", NdArray.of(new int[] {1}, 1));
            npz.write("b", NdArray.of(new int[] {2}, 1));
            npz.finish();
        }
        byte[] bytes = Files.readAllBytes(twice);
        for (int i = 0; i < bytes.length - 5; i++) {
            if (Arrays.equals(bytes, i, i + 5, "b.npy".getBytes(StandardCharsets.US_ASCII), 0, 5)) {
                bytes[i] = 'a';
            }
        }
        Files.write(twice, bytes);
        assertThatThrownBy(() -> new NpzReader(twice)).isInstanceOf(UserException.class)
                .hasMessageContaining("holds two arrays named a.npy");
    }
}
