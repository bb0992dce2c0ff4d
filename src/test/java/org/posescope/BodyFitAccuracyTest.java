package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.DefaultBody;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.Shared;

/** The joints of fitted bodies lie where the landmarks are that they were fitted to. */
class BodyFitAccuracyTest {
    private static final List<String> JOINTS = Stream.of("left_", "right_")
            .flatMap(side -> Stream.of("shoulder", "elbow", "wrist", "hip", "knee", "ankle").map(side::concat))
            .toList();
    private static final double VISIBLE = 0.5;

    private final BodyModel model = DefaultBody.read();
    private final BodyPoser poser = new BodyPoser(model);

    @TempDir
    private Path folder;

    /**
     * In the second clip a camera high above sees people from behind; the network gives them shins of 23 to 38 centimetres from
     * one moment to the next, which no body with bones can follow.
     */
    @ParameterizedTest
    @CsvSource({"single_person_demo, 0.025", "one-by-one-person-detection, 0.038"})
    void mean_distance_of_visible_joints_from_their_landmarks_in_metres(String clip, double most) throws IOException {
        Path json = folder.resolve("motion.jsonl");

        Program.Ended ended = Program.run("-i", Shared.file("data/video/" + clip + ".mp4"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        double[] distances = Motion.read(json).frames().stream()
                .flatMap(frame -> frame.get("people").valueStream()).flatMap(this::distances)
                .mapToDouble(Double::doubleValue).toArray();
        assertThat(distances.length).isGreaterThan(300);
        assertThat(Arrays.stream(distances).average().orElseThrow())
                .isLessThan(most);
    }

    /** Of one person's visible joints, relative to the middle of the hips. */
    private Stream<Double> distances(JsonNode person) {
        pose(person.get("body"));
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = (posed("left_hip", axis) + posed("right_hip", axis)
                    - landmark(person, "left_hip", axis) - landmark(person, "right_hip", axis)) / 2;
        }
        return JOINTS.stream().filter(joint -> person.at("/joints3d/score")
                .get(Skeletons.BLAZEPOSE33.index(joint)).asDouble() >= VISIBLE).map(joint -> {
                    double squares = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        squares += Math.pow(posed(joint, axis) - landmark(person, joint, axis) - middle[axis], 2);
                    }
                    return Math.sqrt(squares);
                });
    }

    private void pose(JsonNode body) {
        float[] matrices = new float[BodyParameters.JOINTS * Rotations.MATRIX];
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            JsonNode turn = body.get("pose").get(joint);
            Rotations.putMatrix(turn.get(0).asDouble(), turn.get(1).asDouble(), turn.get(2).asDouble(), matrices,
                    joint * Rotations.MATRIX);
        }
        poser.pose(matrices, floats(body.get("betas")), floats(body.get("translation")));
    }

    private static float[] floats(JsonNode numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.get(i).asDouble();
        }
        return values;
    }

    private double posed(String joint, int axis) {
        return poser.joints()[3 * Skeletons.SMPL24.index(joint) + axis];
    }

    private static double landmark(JsonNode person, String joint, int axis) {
        return person.at("/joints3d/xyz").get(Skeletons.BLAZEPOSE33.index(joint)).get(axis).asDouble();
    }
}
