package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
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
import org.posescope.tensor.NpzWriter.Compression;

/** No file, however damaged or hostile, may end in anything but a body model or one sentence, soon and in little memory. */
class BodyModelFuzzTest {
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_NANOSECONDS = 1_000_000_000L;
    private static final int REGIONS = 150;

    @TempDir
    private Path folder;
    private final Random random = new Random(20260721);

    enum Kind {
        PICKLE, STORED, DEFLATED;

        byte[] file(Path folder) throws IOException {
            return switch (this) {
                case PICKLE -> new TinyBody().pickle();
                case STORED -> new TinyBody().npz(folder, Compression.NONE);
                case DEFLATED -> new TinyBody().npz(folder, Compression.SMALLEST);
            };
        }
    }

    enum Damage {
        CUT, CHANGED, GROWN, REPEATED, ENDED, ONE_BYTE;

        byte[] apply(byte[] file, int from, int to, Random random) {
            byte[] noise = new byte[to - from];
            random.nextBytes(noise);
            return switch (this) {
                case CUT -> join(file, from, new byte[0], to);
                case CHANGED -> join(file, from, noise, to);
                case GROWN -> join(file, from, noise, from);
                case REPEATED -> join(file, to, Arrays.copyOfRange(file, from, to), to);
                case ENDED -> Arrays.copyOf(file, from);
                case ONE_BYTE -> join(file, from, new byte[] {noise[0]}, from + 1);
            };
        }

        private static byte[] join(byte[] file, int head, byte[] middle, int tail) {
            return ByteBuffer.allocate(head + middle.length + file.length - tail).put(file, 0, head).put(middle)
                    .put(file, tail, file.length - tail).array();
        }
    }

    static Stream<Arguments> kinds_and_damages() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Damage.values()).map(damage -> Arguments.of(kind, damage)));
    }

    @Test
    void the_whole_files_are_models() throws IOException {
        for (Kind kind : Kind.values()) {
            assertThat(BodyModelReader.read(write(kind.file(folder))).vertexCount()).isEqualTo(TinyBody.VERTICES);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds_and_damages")
    void damage_in_any_region_ends_in_a_model_or_one_sentence(Kind kind, Damage damage) throws IOException {
        byte[] file = kind.file(folder);
        for (int region = 0; region < REGIONS; region++) {
            int from = (int) ((long) file.length * region / REGIONS);
            int to = Math.min(file.length, from + 1 + random.nextInt(region % 2 == 0 ? 8 : 2 * file.length / REGIONS));
            readDamaged(damage.apply(file, from, to, random));
        }
    }

    /** Where the names, types, shapes and lengths are, every single byte. */
    @ParameterizedTest
    @ValueSource(strings = {"PICKLE", "STORED"})
    void any_other_byte_in_the_structure_ends_in_a_model_or_one_sentence(Kind kind) throws IOException {
        byte[] file = kind.file(folder);
        int structure = kind == Kind.PICKLE ? 500 : 300;
        for (int i = 0; i < structure; i++) {
            for (int change : new int[] {0xFF, random.nextInt(1, 0xFF)}) {
                byte[] damaged = file.clone();
                int at = i % 2 == 0 ? i : file.length - 1 - i;
                damaged[at] ^= (byte) change;
                readDamaged(damaged);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"basicModel_neutral_lbs_py2.pkl", "SMPL_NEUTRAL_clean_py3_proto4.pkl", "SMPL_NEUTRAL.npz"})
    void a_damaged_published_file_ends_in_a_model_or_one_sentence(String name) throws IOException {
        byte[] file = Files.readAllBytes(SmplFixtures.file(name));
        for (Damage damage : Damage.values()) {
            int from = random.nextInt(file.length - 1);
            readDamaged(damage.apply(file, from, Math.min(file.length, from + 1000), random));
        }
    }

    static Stream<Arguments> hostile_pickles() {
        String empty = "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\u0000tU\u0001btR";
        String f8 = "cnumpy\ndtype\n(U\u0002f8K\u0000K\u0001tR";
        String select = "cchumpy.reordering\nSelect\n)\u0081q\u0001}(U\u0001ah\u0001ub";
        return Stream.of(
                Arguments.of("a chumpy object that selects from itself", template(select), "nests chumpy objects"),
                Arguments.of("an array without content", template(empty), "incomplete array"),
                Arguments.of("an array of 2^62 numbers",
                        template(empty + "(K\u0001(\u008a\u0008\0\0\0\0\0\0\0@K\u0003t" + f8 + "\u0089U\u0000tb"),
                        "impossible"),
                Arguments.of("an array of 8 GiB in no bytes",
                        template(empty + "(K\u0001(J\0\0\0@K\u0003t" + f8 + "\u0089U\u0000tb"), "more than 2 GiB"),
                Arguments.of("an array of a negative length",
                        template(empty + "(K\u0001(J\u00ff\u00ff\u00ff\u00ffK\u0003t" + f8 + "\u0089U\u0000tb"),
                        "impossible"),
                Arguments.of("an array that is its own state",
                        template(empty + "q\u0001(h\u0001h\u0001h\u0001h\u0001tb"),
                        "array without a type"),
                Arguments.of("a string of 2 GiB", template("T\u00ff\u00ff\u00ff\u007f"), "ends too early"),
                Arguments.of("a string of a negative length", template("T\u00ff\u00ff\u00ff\u00ff"), "ends too early"),
                Arguments.of("a dict that holds itself instead of an array", template("}q\u0001(U\u0001ah\u0001u"),
                        "no array"),
                Arguments.of("a tuple as deep as the file is long", template(")" + "\u0085".repeat(100_000)),
                        "no array"),
                Arguments.of("another program", template("cos\nsystem\n(U\u0002lstR"), "os.system"));
    }

    /** A pickle that has every name of a model, and this value for all. */
    private static byte[] template(String value) {
        PickleScript script = new PickleScript().raw(value).raw("r\u0000\u0001\u0000\u00000}(");
        for (String name : new TinyBody().arrays().keySet()) {
            script.text(name).raw("j\u0000\u0001\u0000\u0000");
        }
        return script.raw("u").end();
    }

    @ParameterizedTest
    @MethodSource("hostile_pickles")
    void a_hostile_pickle_gives_one_sentence(String what, byte[] pickle, String reason) throws IOException {
        Path file = write(pickle);
        assertThatThrownBy(() -> BodyModelReader.read(file)).as(what).isInstanceOf(UserException.class)
                .hasMessageContaining(reason);
        readDamaged(pickle);
    }

    @ParameterizedTest
    @CsvSource({"0 2 3 3 7", "0 3 2 3 6", "1 2 3 3 6", "0 2 3 6", "0 -2 3 3 6"})
    void a_sparse_matrix_with_wrong_indices_is_refused(String starts) throws IOException {
        int[] columnStarts = Arrays.stream(starts.split(" ")).mapToInt(Integer::parseInt).toArray();
        PickleScript script = new PickleScript().raw("}(");
        new TinyBody().arrays().forEach((name, array) -> {
            if (name.equals("J_regressor")) {
                script.text(name).csc(24, TinyBody.VERTICES, NdArray.of(new float[6], 6),
                        NdArray.of(new int[] {0, 5, 9, 23, 1, 2}, 6), NdArray.of(columnStarts, columnStarts.length));
            } else {
                script.text(name).array(array);
            }
        });
        Path file = write(script.raw("u").end());
        assertThatThrownBy(() -> BodyModelReader.read(file)).isInstanceOf(UserException.class)
                .hasMessageEndingWith("its sparse matrix has indices outside of it.");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("damaged"), bytes);
    }

    private void readDamaged(byte[] bytes) throws IOException {
        Path file = write(bytes);
        long allocated = allocatedBytes();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            BodyModel model = BodyModelReader.read(file);
            BodyPoser poser = new BodyPoser(model);
            poser.pose(new float[216], new float[10], new float[3]);
            poser.computeNormals();
        } catch (UserException e) {
            assertThat(e.getMessage()).startsWith(file.toString()).endsWith(".").doesNotContain("\n")
                    .hasSizeLessThan(600);
        }
        assertThat(allocatedBytes() - allocated).isLessThan(MOST_BYTES);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start).isLessThan(MOST_NANOSECONDS);
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
