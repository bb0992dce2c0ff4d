package org.posescope.network.onnx.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.error.UserException;
import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;
import org.posescope.testkit.Shared;

class OnnxModelTest {
    @TempDir
    private Path folder;

    private Path small() throws IOException {
        Path file = folder.resolve("small.onnx");
        new OnnxFile().input("x", OnnxFile.FLOAT, -1, 2).constant("c", Tensor.of(new float[] {1, -2}, 2))
                .node("Add", "sum", "x", "c").node("Relu", "y", "sum").output("y", OnnxFile.FLOAT, -1, 2).write(file);
        return file;
    }

    @Test
    void operators_constants_and_versions_are_read() throws IOException {
        OnnxModel model = OnnxModel.read(small());

        assertThat(model.operatorSet()).isEqualTo(13);
        assertThat(model.formatVersion()).isEqualTo(8);
        assertThat(model.network().operators()).extracting(OnnxOperator::type).containsExactly("Add", "Relu");
        assertThat(model.network().operators().getFirst().inputs()).containsExactly("x", "c");
        assertThat(model.network().constants().get("c").shape()).containsExactly(2);
        assertThat(model.network().constants().get("c").floats()).containsExactly(1, -2);
    }

    @Test
    void a_published_file_is_the_same_after_reading_and_writing() throws IOException {
        OnnxModel model = OnnxModel.read(Shared.file("data/detector/yolox_nano.onnx"));
        Path once = folder.resolve("once.onnx");
        Path twice = folder.resolve("twice.onnx");

        model.write(once);
        OnnxModel.read(once).write(twice);

        assertThat(model.network().operators()).hasSize(369);
        assertThat(once).hasSameBinaryContentAs(twice);
        OnnxModel again = OnnxModel.read(once);
        assertThat(again.network().operators()).extracting(OnnxOperator::type, OnnxOperator::inputs)
                .containsExactlyElementsOf(model.network().operators().stream()
                        .map(each -> tuple(each.type(), each.inputs())).toList());
        assertThat(again.network().constants().sequencedKeySet())
                .containsExactlyElementsOf(model.network().constants().sequencedKeySet());
        assertThat(again.rest()).hasSameSizeAs(model.rest());
    }

    @Test
    void fields_that_nobody_knows_are_kept() throws IOException, MalformedDataException {
        ByteBuffer strange = new ProtoMessage().number(999, 7).text(1, "relu-in").text(2, "y").text(4, "Relu")
                .toBytes();
        OnnxOperator operator = OnnxOperator.read(ProtoField.bytes(1, strange));

        List<ProtoField> rest = OnnxOperator.read(ProtoField.bytes(1, operator.message().toBytes())).rest();

        assertThat(rest).singleElement().returns(999, ProtoField::number).returns(7L, ProtoField::value);
    }

    @Test
    void numbers_that_old_exporters_write_one_by_one_are_read_too() throws MalformedDataException {
        ProtoMessage packed = new ProtoMessage().number(1, 2).number(2, OnnxArray.FLOAT).text(8, "w").floats(4, 1.5f,
                2);
        ProtoMessage single = new ProtoMessage().number(1, 2).number(2, OnnxArray.FLOAT).text(8, "w")
                .field(ProtoField.real(4, 1.5f)).field(ProtoField.real(4, 2));

        for (ProtoMessage message : List.of(packed, single)) {
            assertThat(OnnxArray.read(ProtoField.bytes(5, message.toBytes())).floats()).containsExactly(1.5f, 2);
        }
    }

    @Test
    void weights_in_another_file_and_arrays_of_another_length_are_refused() {
        ProtoMessage elsewhere = new ProtoMessage().number(1, 2).number(2, OnnxArray.FLOAT).text(8, "w").number(14, 1);
        ProtoMessage tooShort = new ProtoMessage().number(1, 3).number(2, OnnxArray.FLOAT).text(8, "w").floats(9, 1, 2);
        ProtoMessage huge = new ProtoMessage().number(1, 1 << 20).number(1, 1 << 20).number(2, OnnxArray.FLOAT);

        assertRefused(elsewhere, "another file");
        assertRefused(tooShort, "has not the numbers that its shape asks for");
        assertRefused(huge, "impossible shape");
    }

    private static void assertRefused(ProtoMessage array, String reason) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> OnnxArray.read(ProtoField.bytes(5, array.toBytes()))).withMessageContaining(reason);
    }

    @Test
    void a_file_that_was_cut_off_anywhere_or_changed_is_read_or_refused_in_one_sentence() throws IOException {
        byte[] whole = Files.readAllBytes(small());
        Path file = folder.resolve("damaged.onnx");
        Random random = new Random(3);
        int refused = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] damaged = Arrays.copyOf(whole, trial < whole.length ? trial : whole.length);
            if (trial >= whole.length) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                OnnxModel.read(file);
            } catch (UserException e) {
                assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void another_format_and_a_missing_file_are_named() throws IOException {
        Path picture = Files.writeString(folder.resolve("picture.onnx"), "\u0089PNG and so on");
        Path nothing = folder.resolve("nothing.onnx");

        assertThatExceptionOfType(UserException.class).isThrownBy(() -> OnnxModel.read(picture))
                .withMessageContaining("picture.onnx cannot be read because");
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> OnnxModel.read(nothing))
                .withMessageContaining("there is no such file");
    }
}
