package org.posescope.network.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.posescope.tensor.MalformedDataException;

class ProtoReaderTest {
    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    @Test
    void every_kind_of_field_is_written_as_it_was_read() throws MalformedDataException {
        List<ProtoField> fields = List.of(ProtoField.number(1, 150), ProtoField.number(536_870_911, -1),
                ProtoField.text(2, "Zürich"), ProtoField.real(3, -1.5f),
                new ProtoField(4, WireType.FIXED64, 0, bytes(1, 2, 3, 4, 5, 6, 7, 8)));
        ByteBuffer written = new ProtoMessage().fields(fields).toBytes();

        List<ProtoField> read = ProtoReader.fields(written);

        assertThat(read).usingRecursiveComparison().ignoringFields("content").isEqualTo(fields);
        assertThat(new ProtoMessage().fields(read).toBytes()).isEqualTo(written);
        assertThat(read.get(2).text()).isEqualTo("Zürich");
        assertThat(read.get(3).content().getFloat()).isEqualTo(-1.5f);
    }

    /** The example of the format's own description: field 1 is 150. */
    @Test
    void the_published_example_is_read() throws MalformedDataException {
        assertThat(ProtoReader.fields(bytes(0x08, 0x96, 0x01))).singleElement()
                .returns(1, ProtoField::number).returns(150L, ProtoField::value);
    }

    @Test
    void packed_and_single_numbers_are_the_same_list() throws MalformedDataException {
        assertThat(ProtoField.bytes(1, bytes(3, 0x8e, 0x02)).numbers()).containsExactly(3L, 270L);
        assertThat(ProtoField.number(1, 270).numbers()).containsExactly(270L);
    }

    @ParameterizedTest
    @CsvSource({"0a05 01, reaches beyond its end", "08, ends in the middle of a number",
        "0affffffffffffffffff01, reaches beyond its end", "08ffffffffffffffffffff01, longer than 64 bits",
        "0b, unknown kind 3", "00, impossible number 0", "0d0102, reaches beyond its end"})
    void damage_is_named(String hex, String reason) {
        String digits = hex.replace(" ", "");
        int[] values = new int[digits.length() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> ProtoReader.fields(bytes(values)))
                .withMessageContaining(reason);
    }

    @Test
    void any_bytes_at_all_are_read_or_refused() {
        Random random = new Random(7);
        int refused = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] noise = new byte[random.nextInt(24)];
            random.nextBytes(noise);
            try {
                ProtoReader.fields(ByteBuffer.wrap(noise));
            } catch (MalformedDataException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }
}
