package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;

class ComputeDeviceTest {
    @Test
    void a_graphics_card_is_the_first_or_the_one_that_is_numbered() {
        assertThat(ComputeDevice.parse("cpu").cuda()).isEmpty();
        assertThat(ComputeDevice.parse("cuda").cuda()).isEqualTo(OptionalInt.of(0));
        assertThat(ComputeDevice.parse("cuda:3").cuda()).isEqualTo(OptionalInt.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "CUDA", "cuda:", "cuda:-1", "cuda:1234", "cpu:0"})
    void another_name_is_refused_with_those_that_there_are(String name) {
        assertThatThrownBy(() -> ComputeDevice.parse(name)).isInstanceOf(UserException.class)
                .hasMessage("no device is named '" + name + "'; there are cpu, cuda and cuda:N");
    }
}
