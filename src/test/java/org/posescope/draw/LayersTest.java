package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;

class LayersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"skeleton,boxes | boxes,skeleton", "hud | hud", "' mesh , ids ' | mesh,ids",
        "all | mesh,boxes,skeleton,face,hands,joints3d,labels,ids,hud", "none | none"})
    void names_are_read_and_written_in_drawing_order(String names, String written) {
        assertThat(Layers.parse(names)).hasToString(written).isEqualTo(Layers.parse(written));
    }

    @Test
    void an_unknown_name_says_which_ones_there_are() {
        assertThatThrownBy(() -> Layers.parse("skeleton,bones")).isInstanceOf(UserException.class)
                .hasMessage(
                        "There is no layer \"bones\": use mesh, boxes, skeleton, face, hands, joints3d, labels, ids, hud, all or none.");
    }

    @Test
    void one_layer_is_turned_on_and_off() {
        Layers on = Layers.parse("none").with(Layer.HUD, true);

        assertThat(on).isEqualTo(new Layers(EnumSet.of(Layer.HUD)));
        assertThat(on.with(Layer.HUD, false)).isEqualTo(Layers.parse("none"));
        assertThat(on.contains(Layer.HUD)).isTrue();
    }
}
