package org.posescope.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.testkit.Shared;

class PickleReaderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void every_protocol_gives_the_same_values(int protocol) throws Exception {
        PickleDict root = PickleValues.dict(read("pickle_protocol" + protocol + ".pkl"));

        assertThat(items(root, "ints")).containsExactly(0L, 1L, 255L, 256L, 65535L, 65536L, -1L, 1L << 31, -1L << 31,
                BigInteger.ONE.shiftLeft(63), Long.MIN_VALUE, BigInteger.ONE.shiftLeft(200));
        assertThat(items(root, "floats")).containsExactly(0.0, -0.0, 1.5, 1e300, Double.POSITIVE_INFINITY);
        assertThat(root.get("s")).contains("h\u00e9llo \u4eba \ud83d\ude00");
        assertThat(root.get("b")).contains(ByteBuffer.wrap(new byte[] {0, -1, ' ', 'b', 'y', 't', 'e', 's'}));
        assertThat(tuple(root, "t")).isEmpty();
        assertThat(tuple(root, "t1")).containsExactly(1L);
        assertThat(tuple(root, "t2")).containsExactly(1L, 2L);
        assertThat(tuple(root, "t4")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(root.get("n")).contains(PickleNone.NONE);
        assertThat(items(root, "tf")).containsExactly(true, false);
        assertThat(((PickleSet) root.get("set").orElseThrow()).items()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(((PickleSet) root.get("fz").orElseThrow()).items()).containsExactly(3L);
        PickleDict inner = (PickleDict) ((PickleDict) root.get("nested").orElseThrow()).get("a").orElseThrow();
        assertThat(items(inner, "b")).singleElement().isInstanceOfSatisfying(PickleList.class,
                list -> assertThat(list.items()).isEmpty());
        assertThat(((PickleDict) root.get("od").orElseThrow()).entries()).containsExactly(Map.entry("z", 1L),
                Map.entry("a", 2L));
        assertThat(root.get("long")).contains("x".repeat(300));
        List<Object> shared = items(root, "shared");
        assertThat(shared).hasSize(2).allSatisfy(item -> assertThat(item).isSameAs(root.get("ints").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void every_protocol_gives_the_same_arrays(int protocol) throws Exception {
        PickleDict root = PickleValues.dict(read("pickle_protocol" + protocol + ".pkl"));

        NdArray rows = ((PickledArray) root.get("arr").orElseThrow()).array();
        assertThat(rows.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(rows.shape()).containsExactly(2, 3);
        assertThat(rows.toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
        NdArray columns = ((PickledArray) root.get("arrF").orElseThrow()).array();
        assertThat(columns.isFortranOrder()).isTrue();
        assertThat(columns.toLongs()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    static Stream<Arguments> malicious_files() throws IOException {
        JsonNode index = new ObjectMapper().readTree(Shared.file("fixtures/ckpt/ckpt.json").toFile());
        return Stream.concat(
                index.get("malicious").valueStream()
                        .map(file -> Arguments.of(file.get("plain_pickle").asText(), file.get("must_name").asText())),
                index.get("malicious_other").propertyStream().filter(file -> file.getKey().endsWith(".pkl"))
                        .map(file -> Arguments.of(file.getKey(), file.getValue().asText())));
    }

    @ParameterizedTest
    @MethodSource("malicious_files")
    void a_pickle_that_calls_a_program_is_refused_by_name(String file, String name) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(MalformedDataException.class).hasMessageContaining(name);
        assertThat(Files.exists(Path.of("/tmp/pwned"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"bad_pickle_binbytes8_claims_huge.pkl; ends too early",
        "bad_pickle_binunicode_claims_2gib.pkl; ends too early", "bad_pickle_long4_claims_2gib.pkl; ends too early",
        "bad_pickle_memo_missing.pkl; before it is made", "bad_pickle_no_stop.pkl; ends too early",
        "bad_pickle_stack_underflow.pkl; takes a value where there is none",
        "bad_pickle_unknown_opcode.pkl; no pickle", "bad_pickle_unsupported_protocol.pkl; unknown protocol"})
    void a_damaged_pickle_is_refused(String file, String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(MalformedDataException.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad_pickle_billion_laughs.pkl", "bad_pickle_deep_nesting.pkl"})
    void a_deep_or_manifold_graph_is_read_by_reference_and_can_be_printed(String file) throws Exception {
        assertThat(read(file)).hasToString(file.contains("laughs") ? "list of 10" : "list of 1");
    }

    @Test
    void a_set_made_again_and_again_from_one_long_list_is_refused() throws Exception {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(latin1("cbuiltins\nset\np1\n0]p0\n("));
        for (int i = 0; i < 50_000; i++) {
            pickle.write(new byte[] {'M', (byte) i, (byte) (i >> 8)});
        }
        pickle.write('e');
        for (int i = 0; i < 100_000; i++) {
            pickle.write(latin1("g1\ng0\n\u0085R0"));
        }
        assertRefusedCheaply(pickle.toByteArray(), "far more data than the file holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "]", ")", "\u008f", "N", "(", "]\u0094", "}\u0094N0"})
    void a_file_of_nothing_but_small_values_cannot_take_all_memory(String instructions) {
        byte[] pickle = latin1(instructions.repeat((8 << 20) / instructions.length()));
        assertRefusedCheaply(pickle, "far more data than the file holds");
    }

    private static void assertRefusedCheaply(byte[] pickle, String reason) {
        long before = allocatedBytes();
        long start = cpuTime();
        assertThatThrownBy(() -> reader().read(ByteBuffer.wrap(pickle))).isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(reason);
        assertThat(allocatedBytes() - before).isLessThan(256L << 20);
        assertThat(cpuTime() - start).isLessThan(1_000_000_000L);
    }

    static Stream<Arguments> wrong_instructions() {
        return Stream.of(Arguments.of("]NNs.", "entries of what is no dictionary"),
                Arguments.of("}(NNNu.", "no dictionary"),
                Arguments.of("}]a.", "appends to what is no list"),
                Arguments.of("](N\u0090.", "adds to what is no set"),
                Arguments.of("N(}tR.", "what is no class"), Arguments.of("(o.", "what is no class"),
                Arguments.of("NNb.", "cannot be filled"), Arguments.of("}]Ns.", "a list of 0 as a key"),
                Arguments.of("I1x\n.", "the number 1x"), Arguments.of("S'a\n.", "without quotes"),
                Arguments.of("F1e\n.", "the number 1e"), Arguments.of("S'\\q'\n.", "unknown escape"),
                Arguments.of("V\\u12\n.", "cut off"), Arguments.of("V\\U00110000\n.", "does not exist"),
                Arguments.of("X\u0001\0\0\0\u00ff.", "not UTF-8"), Arguments.of("P1\n.", "outside of the file"),
                Arguments.of("\u0097.", "outside of the file"), Arguments.of("1.", "a mark where there is none"),
                Arguments.of("c_codecs\nencode\n(Vx\nVrot13\ntR.", "as rot13"),
                Arguments.of("c_codecs\nencode\n(tR.", "no text"),
                Arguments.of("I" + "9".repeat(5000) + "\n.", "digits"));
    }

    @ParameterizedTest
    @MethodSource("wrong_instructions")
    void an_instruction_on_the_wrong_value_is_refused(String pickle, String reason) {
        assertThatThrownBy(() -> reader().read(ByteBuffer.wrap(latin1(pickle))))
                .isInstanceOf(MalformedDataException.class).hasMessageContaining(reason);
    }

    @Test
    void a_name_out_of_the_file_cannot_break_the_line_or_flood_it() {
        byte[] pickle = latin1("V" + "a\\u000a\\u202e".repeat(10_000) + "\nVb\n\u0093.");
        assertThatThrownBy(() -> reader().read(ByteBuffer.wrap(pickle))).message().contains("a??a??")
                .doesNotContain("\n", "\u202e").hasSizeLessThan(300);
    }

    @Test
    void text_of_protocol_0_knows_pythons_escapes() throws Exception {
        assertThat(reader().read(ByteBuffer.wrap(latin1("S'\\x41\\n\\'\\\\'\n."))))
                .isEqualTo(ByteBuffer.wrap(latin1("A\n'\\")));
        assertThat(reader().read(ByteBuffer.wrap(latin1("V\\u4eba\\x41\n.")))).isEqualTo("\u4eba\\x41");
    }

    @Test
    void several_pickles_in_a_row_are_read_one_by_one() throws Exception {
        ByteBuffer data = ByteBuffer.wrap(latin1("K\u0001.K\u0002.rest"));
        assertThat(reader().read(data)).isEqualTo(1L);
        assertThat(reader().read(data)).isEqualTo(2L);
        assertThat(data.remaining()).isEqualTo(4);
    }

    @Test
    void a_vocabulary_can_be_extended_and_data_kept_elsewhere() throws Exception {
        Map<String, PickleFunction> vocabulary = Map.of("torch._utils._rebuild_tensor_v2",
                (arguments, budget) -> "tensor of " + arguments);
        PickleReader reader = new PickleReader(vocabulary, id -> "storage " + PickleValues.tuple(id));
        assertThat(reader.read(ByteBuffer.wrap(latin1("ctorch._utils\n_rebuild_tensor_v2\n((Vcpu\nK\u0007tQI0\ntR."))))
                .isEqualTo("tensor of [storage [cpu, 7], 0]");
    }

    @Test
    void an_array_of_objects_is_refused_only_when_it_is_asked_for() throws Exception {
        String pickle = "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntVb\ntR"
                + "(I1\n(I1\ntcnumpy\ndtype\n(VO8\nI0\nI1\ntR(I3\nV|\ntbI00\n]Natb.";
        PickledArray array = (PickledArray) reader().read(ByteBuffer.wrap(latin1(pickle)));
        assertThatThrownBy(array::array).isInstanceOf(MalformedDataException.class).hasMessageContaining("'|O8'");
    }

    @Test
    void no_damage_to_a_pickle_gives_another_kind_of_error() throws IOException {
        Random random = new Random(20260721);
        for (int protocol = 0; protocol <= 5; protocol++) {
            byte[] whole = Files.readAllBytes(Shared.file("fixtures/ckpt/pickle_protocol" + protocol + ".pkl"));
            for (int round = 0; round < 1500; round++) {
                byte[] damaged = Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int changes = random.nextInt(3) + 1; changes > 0 && damaged.length > 0; changes--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                readDamaged(damaged);
            }
        }
    }

    /** Damage may go unnoticed, but anything other than the one exception fails the test. */
    private static void readDamaged(byte[] pickle) {
        try {
            assertThat(reader().read(ByteBuffer.wrap(pickle)).toString()).hasSizeLessThan(100_000);
        } catch (MalformedDataException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    private static PickleReader reader() {
        Map<String, PickleFunction> vocabulary = new HashMap<>(PythonFunctions.vocabulary());
        vocabulary.putAll(NumpyFunctions.vocabulary());
        return new PickleReader(vocabulary);
    }

    private static Object read(String file) throws IOException, MalformedDataException {
        return reader().read(ByteBuffer.wrap(Files.readAllBytes(Shared.file("fixtures/ckpt/" + file))));
    }

    private static List<Object> items(PickleDict dict, String key) {
        return ((PickleList) dict.get(key).orElseThrow()).items();
    }

    private static List<Object> tuple(PickleDict dict, String key) throws MalformedDataException {
        return PickleValues.tuple(dict.get(key).orElseThrow());
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
