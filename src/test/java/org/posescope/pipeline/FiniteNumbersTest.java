package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class FiniteNumbersTest {
    private static final Person GOOD = MadeUpPeople.at(1);
    private static final Vector3 ORIGIN = new Vector3(0, 0, 0);

    static Stream<Person> people_with_one_bad_number() {
        return Stream.of(MadeUpPeople.at(Float.NaN), MadeUpPeople.at(Float.NEGATIVE_INFINITY),
                MadeUpPeople.withBox(0, new Box(Float.NaN, 0, 1, 1)),
                MadeUpPeople.withBox(0, new Box(0, 0, Float.POSITIVE_INFINITY, 1)),
                new Person(0, Float.NaN, GOOD.box(), GOOD.keypoints(), Optional.empty(), Optional.empty(),
                        Optional.empty()),
                inSpace(new Joint(0, 0, Float.NaN, 1), ORIGIN),
                inSpace(new Joint(0, 0, 0, 1), new Vector3(0, Float.NaN, 0)),
                withBody(Float.NaN, new Quaternion(1, 0, 0, 0)), withBody(0, new Quaternion(1, Float.NaN, 0, 0)));
    }

    private static Person inSpace(Joint joint, Vector3 translation) {
        Joints3d joints = new Joints3d(Skeletons.COCO17, Collections.nCopies(17, joint));
        return new Person(0, 1, GOOD.box(), GOOD.keypoints(), Optional.of(joints), Optional.of(translation),
                Optional.empty());
    }

    private static Person withBody(float beta, Quaternion rotation) {
        return GOOD.withBody(new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, rotation),
                Collections.nCopies(BodyParameters.BETAS, beta), ORIGIN));
    }

    @ParameterizedTest
    @MethodSource
    void people_with_one_bad_number(Person person) {
        assertThatThrownBy(() -> FiniteNumbers.require(List.of(GOOD, person), "pose"))
                .isInstanceOf(StageException.class).hasMessage("pose gave a number that is not finite");
    }

    @Test
    void finite_people_pass() {
        assertThatCode(() -> FiniteNumbers.require(
                List.of(GOOD, inSpace(new Joint(1, 2, 3, 1), ORIGIN), withBody(1, new Quaternion(1, 0, 0, 0))), "pose"))
                .doesNotThrowAnyException();
    }
}
