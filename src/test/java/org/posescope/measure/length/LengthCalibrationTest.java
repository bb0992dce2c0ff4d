package org.posescope.measure.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.body.fit.BodyHeight;
import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;

class LengthCalibrationTest {
    private static final PictureLine UPRIGHT = new PictureLine(640, 200, 640, 600);

    private final LengthCalibration calibration = new LengthCalibration(StandingPeople.MODEL);

    private void stand(int frames, Person... people) {
        for (int frame = 0; frame < frames; frame++) {
            calibration.add(frame * 40_000L, List.of(people), StandingPeople.CAMERA);
        }
    }

    @Test
    void a_length_beside_somebody_says_how_much_larger_everybody_is() {
        stand(3, StandingPeople.at(1, -1, 3, 0), StandingPeople.at(2, 0, 4, 0));

        LengthCalibration.Calibration found = calibration
                .of(new KnownLength(UPRIGHT, 2, LengthPlane.PERSON, 0.04));

        assertThat(found.metres()).isCloseTo(1.6, within(1e-5));
        assertThat(found.scale()).isCloseTo(1.25, within(1e-5));
        assertThat(found.sentence(new KnownLength(UPRIGHT, 2, LengthPlane.PERSON, 0.04))).isEqualTo(
                "the line of 2.00 m came to 1.60 m as far away as person 2, so everybody is taken to be 1.250 times as "
                        + "large and as far away");
    }

    @Test
    void somebody_who_turns_out_to_be_taller_was_farther_away() {
        calibration.add(0, List.of(StandingPeople.at(1, 0, 4, 0)), StandingPeople.CAMERA);
        calibration.add(40_000, List.of(StandingPeople.at(1, 0, 4.2, 1)), StandingPeople.CAMERA);
        BodyHeight height = new BodyHeight(StandingPeople.MODEL);
        double growth = height.of(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                / height.of(new float[BodyParameters.BETAS]);

        assertThat(calibration.of(new KnownLength(UPRIGHT, 1.6, LengthPlane.PERSON, 0)).scale())
                .isCloseTo(1 / growth, within(1e-5));
    }

    @Test
    void a_length_on_the_floor_is_measured_where_people_stand() {
        stand(40, StandingPeople.at(1, -1, 4, 0), StandingPeople.at(2, 1, 4, 0));
        KnownLength tape = new KnownLength(new PictureLine(340, 360 + 1000 * 1.1 / 4, 940, 360 + 1000 * 1.1 / 4), 2.4,
                LengthPlane.FLOOR, 0.5);

        LengthCalibration.Calibration found = calibration.of(tape);

        assertThat(found.metres()).isCloseTo(2.4, within(0.25));
        assertThat(found.scale()).isCloseTo(2.4 / found.metres(), within(1e-9));
        assertThat(found.beside()).isZero();
    }

    @Test
    void where_nothing_tells_how_far_away_it_is_that_is_said() {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> calibration.of(new KnownLength(UPRIGHT, 2, LengthPlane.PERSON, 0)))
                .withMessage("nobody is seen at second 0.00 who tells how far away the line is");
        stand(40, StandingPeople.at(1, 0, 4, 0));
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> calibration.of(new KnownLength(UPRIGHT, 2, LengthPlane.PERSON, 3)))
                .withMessage("nobody is seen at second 3.00 who tells how far away the line is");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> calibration.of(new KnownLength(UPRIGHT, 2, LengthPlane.FLOOR, 0)))
                .withMessage("an end of the line is not on the floor, which is below the horizon in the picture");
    }
}
