package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestModels;

class UnreadOutputsTest {
    private final ModelFile landmarks = TestModels.file("blazepose-full");

    @Test
    void what_is_read_stays_the_same_to_the_last_bit() {
        Tensor picture = Tensor.allocate(landmarks.card().input().shape(1));
        Random random = new Random(5);
        for (int i = 0; i < picture.size(); i++) {
            picture.data().put(i, random.nextFloat());
        }
        String name = landmarks.card().input().name();
        try (Session whole = Sessions.open(landmarks, SessionOptions.onCpu(1));
                Session less = Sessions.open(landmarks, without("Identity_2"))) {
            Map<String, Tensor> expected = whole.run(Map.of(name, picture));
            Map<String, Tensor> actual = less.run(Map.of(name, picture));

            assertThat(expected).containsKey("Identity_2");
            assertThat(actual.keySet()).containsExactlyInAnyOrder("Identity", "Identity_1", "Identity_3", "Identity_4");
            actual.forEach((output, tensor) -> assertThat(tensor.toArray()).as(output)
                    .containsExactly(expected.get(output).toArray()));
        }
    }

    @Test
    void an_output_that_is_not_there_changes_nothing() {
        try (Session session = Sessions.open(landmarks, without("nothing"))) {
            assertThat(session.outputs()).hasSize(5);
        }
    }

    private static SessionOptions without(String output) {
        return new SessionOptions(1, SessionOptions.CPU, Set.of(output));
    }
}
