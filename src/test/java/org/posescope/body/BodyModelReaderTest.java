package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.testkit.Shared;

class BodyModelReaderTest {
    private static final float[] MEAN_SHAPE = new float[10];

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"basicModel_neutral_lbs_py2.pkl, v_template shapedirs posedirs weights f J",
        "neutral_smpl_with_cocoplus_reg.pkl, v_template shapedirs posedirs weights f J",
        "SMPL_NEUTRAL_clean_py3_proto4.pkl, v_template shapedirs posedirs weights f",
        "chumpy_select_py2.pkl, v_template shapedirs", "partial_py3_proto2.pkl, v_template f"})
    void a_pickle_holds_exactly_the_numbers_of_the_npz(String file, String names) throws Exception {
        Map<String, NdArray> npz = SmplFixtures.model();
        try (PickleBodyFile pickle = PickleBodyFile.open(SmplFixtures.file(file))) {
            for (String name : names.split(" ")) {
                assertThat(pickle.array(name, npz.get(name).shape()).toDoubles()).as(name)
                        .isEqualTo(npz.get(name).toDoubles());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"basicModel_neutral_lbs_py2.pkl", "neutral_smpl_with_cocoplus_reg.pkl",
        "SMPL_NEUTRAL_clean_py3_proto4.pkl", "partial_py3_proto2.pkl"})
    void a_sparse_matrix_holds_exactly_the_numbers_of_the_dense_one(String file) throws Exception {
        NdArray dense = SmplFixtures.model().get("J_regressor");
        try (PickleBodyFile pickle = PickleBodyFile.open(SmplFixtures.file(file))) {
            SparseMatrix sparse = pickle.matrix("J_regressor", 24, 300);
            assertThat(sparse.rows()).isEqualTo(24);
            assertThat(sparse.columns()).isEqualTo(300);
            for (int row = 0; row < 24; row++) {
                float[] values = new float[300];
                for (int i = sparse.rowStart(row); i < sparse.rowStart(row + 1); i++) {
                    values[sparse.column(i)] = sparse.value(i);
                }
                for (int column = 0; column < 300; column++) {
                    assertThat((double) values[column]).isEqualTo(dense.getDouble(row * 300 + column));
                }
            }
        }
    }

    @Test
    void a_model_knows_what_it_is() {
        BodyModel model = BodyModelReader.read(SmplFixtures.file("basicModel_neutral_lbs_py2.pkl"));
        assertThat(model.name()).isEqualTo("basicModel_neutral_lbs_py2.pkl");
        assertThat(model.vertexCount()).isEqualTo(300);
        assertThat(model.faces()).hasSize(3 * 596).isEqualTo(SmplFixtures.model().get("f").toInts());
        assertThat(model.shapeComponents()).isEqualTo(10);
        assertThat(model.hasPoseBlend()).isTrue();
        assertThat(model.mostJointsOfAVertex()).isBetween(1, 24);
        assertThat(model.parents()).containsExactly(-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17,
                18, 19,
                20, 21);
        assertThat(model.cocoplusRegressor()).isEmpty();
        assertThat(model.restVertices(MEAN_SHAPE)).isEqualTo(SmplFixtures.model().get("v_template").toFloats());
    }

    @Test
    void of_300_shape_components_the_first_10_are_used() {
        Map<String, NdArray> arrays = new LinkedHashMap<>(SmplFixtures.model());
        NdArray ten = arrays.get("shapedirs");
        float[] many = new float[300 * 3 * 300];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 300 < 10 ? (float) ten.getDouble(i / 300 * 10 + i % 300) : 77;
        }
        arrays.put("shapedirs", NdArray.of(many, 300, 3, 300));
        float[] betas = {1, -2, 3, -1, 0.5f, 2, 1, -1, 0.25f, 4};
        assertThat(BodyModelReader.read(write(arrays)).restVertices(betas))
                .isEqualTo(BodyModelReader.read(SmplFixtures.file("SMPL_NEUTRAL.npz")).restVertices(betas));
    }

    @Test
    void a_model_of_float32_is_the_same_as_one_of_float64() {
        Map<String, NdArray> arrays = new LinkedHashMap<>(SmplFixtures.model());
        for (String name : new String[] {"v_template", "shapedirs", "posedirs", "weights", "J_regressor"}) {
            arrays.computeIfPresent(name, (key, array) -> NdArray.of(array.toFloats(), array.shape()));
        }
        BodyModel model = BodyModelReader.read(write(arrays));
        BodyModel original = BodyModelReader.read(SmplFixtures.file("SMPL_NEUTRAL.npz"));
        assertThat(model.restVertices(MEAN_SHAPE)).isEqualTo(original.restVertices(MEAN_SHAPE));
        assertThat(model.restJoints(MEAN_SHAPE)).isEqualTo(original.restJoints(MEAN_SHAPE));
    }

    @Test
    void a_model_without_pose_blend_shapes_is_a_model() {
        Map<String, NdArray> arrays = new LinkedHashMap<>(SmplFixtures.model());
        arrays.remove("posedirs");
        assertThat(BodyModelReader.read(write(arrays)).hasPoseBlend()).isFalse();
        arrays.put("posedirs", NdArray.of(new float[300 * 3 * 207], 300, 3, 207));
        assertThat(BodyModelReader.read(write(arrays)).hasPoseBlend()).isFalse();
    }

    static Stream<Arguments> changes_that_make_a_model_unusable() {
        return Stream.of(change("it has no weights.", arrays -> arrays.remove("weights")),
                change("v_template, cannot be read because it is of shape (300) where (any x 3) is needed.",
                        arrays -> arrays.put("v_template", zeros(300))),
                change("v_template, cannot be read because it has 0 vertices where 1 to 65536 are possible.",
                        arrays -> arrays.put("v_template", zeros(0, 3))),
                change("shapedirs, cannot be read because it is of shape (299 x 3 x 10) where (300 x 3 x any) is needed.",
                        arrays -> arrays.put("shapedirs", zeros(299, 3, 10))),
                change("posedirs, cannot be read because it is of shape (300 x 3 x 206) where (300 x 3 x 207) is needed.",
                        arrays -> arrays.put("posedirs", zeros(300, 3, 206))),
                change("J_regressor, cannot be read because it is of shape (55 x 300) where (24 x 300) is needed.",
                        arrays -> arrays.put("J_regressor", zeros(55, 300))),
                change("weights, cannot be read because it is of shape (300 x 55) where (300 x 24) is needed.",
                        arrays -> arrays.put("weights", zeros(300, 55))),
                change("kintree_table, cannot be read because it is of shape (24 x 2) where (2 x any) is needed.",
                        arrays -> arrays.put("kintree_table", zeros(24, 2))),
                change("kintree_table, cannot be read because joint 1 has the parent 1.0.",
                        arrays -> arrays.put("kintree_table", NdArray.of(ones(48), 2, 24))),
                change("f, cannot be read because it is of shape (3) where (any x 3) is needed.",
                        arrays -> arrays.put("f", zeros(3))),
                change("f, cannot be read because a triangle has the corner 300 of 300 vertices.",
                        arrays -> arrays.put("f", NdArray.of(new int[] {0, 1, 300}, 1, 3))),
                change("f, cannot be read because it should hold small whole numbers only: 0.5 is not a whole number of 64"
                        + " bits.", arrays -> arrays.put("f", NdArray.of(new double[] {0, 1, 0.5}, 1, 3))),
                change("v_template, cannot be read because it holds the value NaN.",
                        arrays -> arrays.put("v_template", NdArray.of(filled(Double.NaN, 900), 300, 3))),
                change("weights, cannot be read because it holds the value Infinity.",
                        arrays -> arrays.put("weights", NdArray.of(filled(1e300, 7200), 300, 24))),
                change("v_template, cannot be read because it is of shape () where (any x 3) is needed.",
                        arrays -> arrays.put("v_template", NdArray.of("text"))));
    }

    private static Arguments change(String message, Consumer<Map<String, NdArray>> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("changes_that_make_a_model_unusable")
    void a_model_that_cannot_be_used_gives_one_sentence(String message, Consumer<Map<String, NdArray>> change) {
        Map<String, NdArray> arrays = new LinkedHashMap<>(SmplFixtures.model());
        change.accept(arrays);
        Path file = write(arrays);
        assertThatThrownBy(() -> BodyModelReader.read(file)).isInstanceOf(UserException.class)
                .hasMessageStartingWith(file.toString()).hasMessageEndingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"smpl/chumpy_select_py2.pkl; it has no J_regressor",
        "smpl/smpl.json; no pickle, or a damaged one (instruction 123)",
        "ckpt/bad_pickle_billion_laughs.pkl; a list of 10 where a dictionary should be",
        "ckpt/bad_pickle_deep_nesting.pkl; a list of 1 where a dictionary should be",
        "ckpt/bad_html_instead_of_checkpoint.pt; no pickle", "ckpt/bad_git_lfs_pointer.pt; no pickle",
        "ckpt/bad_empty_file.pt; ends too early", "ckpt/checkpoint_zip.pt; it has no v_template",
        "ckpt/malicious_os_system_plain.pkl; its pickle uses os.system",
        "ckpt/pickle_protocol5.pkl; it has no v_template", "npy/malicious_object_array.npz; it has no v_template"})
    void a_file_that_is_no_body_model_gives_one_sentence(String file, String reason) {
        Path path = Shared.file("fixtures/" + file);
        assertThatThrownBy(() -> BodyModelReader.read(path)).isInstanceOf(UserException.class).message()
                .startsWith(path.toString()).contains(reason).doesNotContain("\n");
    }

    @Test
    void a_missing_file_is_named() {
        Path missing = folder.resolve("SMPL_NEUTRAL.pkl");
        assertThatThrownBy(() -> BodyModelReader.read(missing)).isInstanceOf(UserException.class)
                .hasMessage(missing + " cannot be read because there is no such file.");
    }

    @Test
    void the_file_is_free_again_when_it_is_read() throws IOException {
        Path copy = Files.copy(SmplFixtures.file("basicModel_neutral_lbs_py2.pkl"), folder.resolve("copy.pkl"));
        BodyModel model = BodyModelReader.read(copy);
        Files.delete(copy);
        assertThat(model.restVertices(MEAN_SHAPE)).isEqualTo(SmplFixtures.model().get("v_template").toFloats());
    }

    private Path write(Map<String, NdArray> arrays) {
        Path file = folder.resolve("model.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            arrays.forEach(npz::write);
            npz.finish();
        }
        return file;
    }

    private static NdArray zeros(int... shape) {
        return NdArray.of(new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)], shape);
    }

    private static double[] filled(double value, int length) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] ones(int length) {
        return filled(1, length);
    }
}
