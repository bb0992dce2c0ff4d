package org.posescope.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.batch.Shard;

import picocli.CommandLine.TypeConversionException;

class ShardConverterTest {
    @Test
    void it_is_written_as_a_part_of_a_number() {
        assertThat(new ShardConverter().convert("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2-of-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "0/2", "3/2", "a/b", "1/2/3"})
    void what_is_no_part_is_an_error(String text) {
        assertThatThrownBy(() -> new ShardConverter().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'" + text + "' is n");
    }
}
