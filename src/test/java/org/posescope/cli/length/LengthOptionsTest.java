package org.posescope.cli.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.measure.length.KnownLength;
import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;
import org.posescope.plan.Plan.Place;

import picocli.CommandLine;

class LengthOptionsTest {
    private final LengthOptions options = new LengthOptions();

    private LengthOptions given(String... arguments) {
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("length",
                CommandLine.Model.CommandSpec.forAnnotatedObject(options))).parseArgs(arguments);
        return options;
    }

    @Test
    void a_line_has_its_length_its_place_and_its_moment() {
        assertThat(given().known(Place.DEFAULT)).isEmpty();
        assertThat(given("--length", "10, 20.5,30,40=1.8m").known(Place.DEFAULT))
                .contains(new KnownLength(new PictureLine(10, 20.5, 30, 40), 1.8, LengthPlane.PERSON, 0));
        assertThat(given("--length", "10,20,30,40=3", "--length-on", "floor", "--length-at", "2.5")
                .known(Place.DEFAULT))
                .contains(new KnownLength(new PictureLine(10, 20, 30, 40), 3, LengthPlane.FLOOR, 2.5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--length=1,2,3=4|--length 1,2,3=4 is not of the form X1,Y1,X2,Y2=METRES",
        "--length=1,2,3,4=0|--length 1,2,3,4=0 is not between 0.01 and 500.0 metres",
        "--length=1,2,1,2=4|--length 1,2,1,2=4 ends where it begins",
        "--length-at=3|--length-on and --length-at are of a --length",
        "--length=1,2,3,4=4 --length-on=wall|--length-on wall is neither person nor floor",
        "--length=1,2,3,4=4 --length-at=-1|--length-at -1.0 is not a place in a clip"})
    void what_makes_no_sense_is_refused_in_one_sentence(String arguments, String sentence) {
        given(arguments.split(" "));
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> options.known(Place.DEFAULT))
                .withMessage(sentence);
    }

    @Test
    void a_length_and_a_height_say_the_same_and_a_length_needs_bodies() {
        given("--length", "1,2,3,40=4");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> options.known(Place.DEFAULT.withHeight(1.8))).withMessageContaining("--height");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> options.known(Place.DEFAULT.withoutBodies())).withMessageContaining("--no-body");
    }
}
