package org.posescope.pipeline.people.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.Shared;

class ExtrinsicsFileTest {
    @TempDir
    private Path folder;

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("extrinsics.json"), json);
    }

    @Test
    void people_are_in_the_world_where_the_authors_code_puts_them() throws IOException {
        Map<String, NdArray> fixture = NpzReader.readAll(Shared.file("fixtures/pre/lightweight3d_parse.npz"));
        double[] r = fixture.get("extrinsics_R").toDoubles();
        double[] t = fixture.get("extrinsics_t").toDoubles();
        Extrinsics extrinsics = ExtrinsicsFile
                .read(file(String.format(Locale.ROOT, "{\"R\": [%s, %s, %s], \"t\": [[%s], [%s], [%s]]}",
                        Arrays.toString(Arrays.copyOfRange(r, 0, 3)), Arrays.toString(Arrays.copyOfRange(r, 3, 6)),
                        Arrays.toString(Arrays.copyOfRange(r, 6, 9)), t[0], t[1], t[2])));
        double[] seen = fixture.get("translated_3d").toDoubles();
        double[] wanted = fixture.get("rotated_3d").toDoubles();
        for (int i = 0; i < seen.length; i += 4) {
            Vector3 world = extrinsics.toWorld(new Vector3((float) (seen[i] / 100), (float) (seen[i + 1] / 100),
                    (float) (seen[i + 2] / 100)));
            assertThat(100.0 * world.x()).isCloseTo(wanted[i], within(1e-2));
            assertThat(100.0 * world.y()).isCloseTo(wanted[i + 1], within(1e-2));
            assertThat(100.0 * world.z()).isCloseTo(wanted[i + 2], within(1e-2));
        }
    }

    @Test
    void a_translation_may_be_a_plain_row() throws IOException {
        Extrinsics extrinsics = ExtrinsicsFile
                .read(file("{\"R\": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], \"t\": [100, 0, -50]}"));

        assertThat(extrinsics.toWorld(new Vector3(1, 2, 3))).isEqualTo(new Vector3(0, 2, 3.5f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"R": [[1, 0, 0], [0, 1, 0], [1, 1, 0]], "t": [0, 0, 0]}    | R is singular
            {"R": [[0, 0, 0], [0, 0, 0], [0, 0, 0]], "t": [0, 0, 0]}    | R is singular
            {"R": [[2, 0, 0], [0, 1, 0], [0, 0, 1]], "t": [0, 0, 0]}    | R is no rotation
            {"R": [[-1, 0, 0], [0, 1, 0], [0, 0, 1]], "t": [0, 0, 0]}   | R is no rotation
            {"R": [[1, 0, 0], [0, 1, 0], [0, 0, 1e999]], "t": [0, 0, 0]} | R and t have to be numbers
            {"R": [[1, 0, 0], [0, 1, 0]], "t": [0, 0, 0]}               | has no extrinsics
            {"R": [[1, 0], [0, 1, 0, 0], [0, 0, 1]], "t": [0, 0, 0]}    | has no extrinsics
            {"R": [[1, 0, 0], [0, "1", 0], [0, 0, 1]], "t": [0, 0, 0]}  | has no extrinsics
            {"R": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "t": [0, 0]}       | has no extrinsics
            {"R": [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}                    | has no extrinsics
            []                                                          | has no extrinsics
            R = 1                                                       | is not JSON
            """)
    void what_is_no_place_of_a_camera_is_one_clear_error(String json, String message) throws IOException {
        Path file = file(json);

        assertThatThrownBy(() -> ExtrinsicsFile.read(file)).isInstanceOf(UserException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(message).hasMessageNotContaining("\n");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("none.json");

        assertThatThrownBy(() -> ExtrinsicsFile.read(missing)).isInstanceOf(UserException.class)
                .hasMessage("the extrinsics " + missing + " cannot be read; check that the file is there");
    }
}
