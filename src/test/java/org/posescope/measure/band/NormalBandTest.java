package org.posescope.measure.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.measure.angle.PoseAngle;

class NormalBandTest {
    private static final NormalBand WALK = new NormalBand(List.of(10.0, 50.0, 90.0), List.of(0.0, 20.0, 10.0),
            List.of(10.0, 40.0, 20.0));

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("normal"), content);
    }

    @Test
    void a_band_goes_straight_from_percent_to_percent_and_on_into_the_next_cycle() {
        assertThat(new double[] {WALK.low(10), WALK.low(30), WALK.high(70), WALK.low(100), WALK.low(0), WALK.low(95)})
                .containsExactly(new double[] {0, 10, 30, 5, 5, 7.5}, within(1e-9));
        assertThat(WALK.low(Double.NaN)).isNaN();
        assertThat(NormalBand.constant(-5, 5).high(Double.NaN)).isEqualTo(5);
    }

    @Test
    void a_cycle_goes_from_contact_to_contact_while_somebody_walks() {
        GaitCycles cycles = GaitCycles.ofStanding(
                List.of(0L, 40_000L, 80_000L, 1_000_000L, 1_040_000L, 2_200_000L, 9_000_000L));

        assertThat(cycles.percent(-1)).isNaN();
        assertThat(cycles.percent(0)).isZero();
        assertThat(cycles.percent(250_000)).isEqualTo(25);
        assertThat(cycles.percent(1_600_000)).isEqualTo(50);
        assertThat(cycles.percent(3_000_000)).as("nobody makes a step of seven seconds").isNaN();
        assertThat(cycles.percent(9_000_000)).as("not over yet").isNaN();
    }

    @Test
    void time_outside_is_that_of_frames_in_which_angle_and_band_are_known() {
        long[] micros = {0, 250_000, 500_000, 750_000, 1_000_000};
        double[] degrees = {30, 30, Double.NaN, 0, 30};
        GaitCycles cycles = GaitCycles.between(List.of(0L, 1_000_000L));

        assertThat(TimeOutside.of(NormalBand.constant(10, 40), micros, degrees, GaitCycles.NONE, 0, 4)).hasValue(0.25);
        assertThat(TimeOutside.of(NormalBand.constant(10, 40), micros, degrees, GaitCycles.NONE, 0, 1)).hasValue(0.0);
        assertThat(TimeOutside.of(WALK, micros, degrees, cycles, 0, 4)).hasValueCloseTo(1.0, within(1e-9));
        assertThat(TimeOutside.of(WALK, micros, degrees, GaitCycles.NONE, 0, 4)).isEmpty();
    }

    @Test
    void a_table_says_what_is_normal_for_a_side_or_both() throws IOException {
        assertThat(BandFile.read(file("angle,low,high\nknee_flexion, 0, 65\n\nleft_knee_flexion,5,60\n")))
                .isEqualTo(new NormalBands(Map.of(PoseAngle.LEFT_KNEE_FLEXION, NormalBand.constant(5, 60),
                        PoseAngle.RIGHT_KNEE_FLEXION, NormalBand.constant(0, 65))));
        assertThat(BandFile.read(
                file("angle,percent,low,high\npelvis_tilt,10,0,10\npelvis_tilt,50,20,40\npelvis_tilt,90,10,20\n"))
                .of(PoseAngle.PELVIS_TILT)).contains(WALK);
    }

    @Test
    void an_object_says_the_same() throws IOException {
        NormalBands read = BandFile.read(file("""
                {"pelvis_tilt": {"percent": [10, 50, 90], "low": [0, 20, 10], "high": [10, 40, 20]},
                 "right_elbow_flexion": {"low": -5, "high": 140}}"""));

        assertThat(read).isEqualTo(new NormalBands(Map.of(PoseAngle.PELVIS_TILT, WALK,
                PoseAngle.RIGHT_ELBOW_FLEXION, NormalBand.constant(-5, 140))));
        assertThat(read.with(PoseAngle.PELVIS_TILT, Optional.empty()).bands())
                .containsOnlyKeys(PoseAngle.RIGHT_ELBOW_FLEXION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"angle;low;high|does not begin with angle,low,high or angle,percent,low,high",
        "angle,low,high@nose_flexion,1,2|says what is normal for 'nose_flexion', which is no angle",
        "angle,low,high@knee_flexion,1|has a row that is not angle,low,high: knee_flexion,1",
        "angle,low,high@knee_flexion,1,x|has 'x' where a number is needed",
        "angle,low,high@knee_flexion,5,1|says of knee_flexion: a band from 5.0 to 1.0 degrees is none",
        "angle,percent,low,high@knee_flexion,50,0,1@knee_flexion,40,0,1|says of knee_flexion: percents of a band ascend",
        "angle,low,high|says of no angle what is normal", "{|is no JSON",
        "{\"knee_flexion\": 3}|has 'low' where a number is needed",
        "{\"knee_flexion\": {\"low\": [1], \"high\": [2]}}|as many lower and upper bounds as percents"})
    void what_is_no_band_is_said_in_one_sentence(String content, String sentence) throws IOException {
        Path file = file(content.replace('@', '\n'));

        assertThatExceptionOfType(UserException.class).isThrownBy(() -> BandFile.read(file))
                .withMessageContaining(sentence).withMessageContaining(file.toString())
                .satisfies(why -> assertThat(why.getMessage()).doesNotContain("\n"));
    }

    @Test
    void a_file_that_is_not_there_and_a_band_upside_down_are_refused() {
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> BandFile.read(folder.resolve("none")))
                .withMessageContaining("cannot be read");
        assertThatIllegalArgumentException().isThrownBy(() -> NormalBand.constant(2, 1));
    }
}
