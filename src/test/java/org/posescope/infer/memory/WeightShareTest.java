package org.posescope.infer.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.TestModels;

class WeightShareTest {
    private static final int COPIES = 3;
    private static final SessionOptions OPTIONS = SessionOptions.onCpu(1);

    private final ModelFile model = TestModels.file("blazepose-full");
    private final WeightShare weights = new WeightShare();
    private final Map<String, Tensor> input = Map.of("input_1", noise());

    @Test
    void a_session_with_the_weights_of_another_gives_what_one_with_its_own_gives() {
        try (Session own = Sessions.open(model, OPTIONS);
                Session first = Sessions.open(model, OPTIONS, weights);
                Session second = Sessions.open(model, SessionOptions.onCpu(2), weights)) {
            float[] expected = landmarks(own);

            assertThat(weights.networks()).isEqualTo(1);
            assertThat(landmarks(first)).containsExactly(expected);
            assertThat(landmarks(second)).containsExactly(expected);
        }
    }

    @Test
    void weights_stay_until_the_last_session_is_closed() {
        Session first = Sessions.open(model, OPTIONS, weights);
        float[] expected = landmarks(first);
        Session second = Sessions.open(model, OPTIONS, weights);
        first.close();

        assertThat(landmarks(second)).containsExactly(expected);
        assertThat(weights.networks()).isEqualTo(1);
        second.close();
        assertThat(weights.networks()).isZero();
    }

    @Test
    void networks_of_other_files_have_weights_of_their_own() {
        try (Session _ = Sessions.open(model, OPTIONS, weights);
                Session _ = Sessions.open(TestModels.file("blazepose-detector"), OPTIONS, weights)) {
            assertThat(weights.networks()).isEqualTo(2);
        }
    }

    @Test
    void sessions_may_be_opened_and_run_at_the_same_time() throws Exception {
        try (Session own = Sessions.open(model, OPTIONS);
                ExecutorService threads = Executors.newFixedThreadPool(COPIES)) {
            float[] expected = landmarks(own);
            List<Future<float[]>> results = threads.invokeAll(IntStream.range(0, COPIES).<Callable<float[]>>mapToObj(
                    _ -> () -> {
                        try (Session session = Sessions.open(model, OPTIONS, weights)) {
                            return landmarks(session);
                        }
                    }).toList());

            for (Future<float[]> result : results) {
                assertThat(result.get()).containsExactly(expected);
            }
            assertThat(weights.networks()).isZero();
        }
    }

    private float[] landmarks(Session session) {
        Tensor output = session.run(input).get("Identity");
        float[] values = new float[output.size()];
        output.data().get(0, values);
        return values;
    }

    private static Tensor noise() {
        Random random = new Random(3);
        Tensor tensor = Tensor.allocate(1, 256, 256, 3);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data().put(i, random.nextFloat());
        }
        return tensor;
    }
}
