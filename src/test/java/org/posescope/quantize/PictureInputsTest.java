package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.plan.NetworkChoice;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.StandInModel;
import org.posescope.testkit.StandInSession;

class PictureInputsTest {
    private static final ModelFile DETECTOR = StandInModel.file("finder", Task.PERSON_DETECTION, "yolox");
    private static final ModelFile POSE = StandInModel.file("poser", Task.POSE_2D, "heatmaps");
    private static final ModelFile BODY = StandInModel.file("body", Task.BODY_PARAMETERS, "hmr");

    private final Map<String, StandInSession> sessions = new LinkedHashMap<>();
    private String missing = "";

    @TempDir
    private Path folder;

    private Session open(ModelFile file, SessionOptions options) {
        String id = file.card().id();
        if (id.equals(missing)) {
            throw new UserException("no " + id);
        }
        sessions.put(id, new StandInSession((_, _) -> Map.of()).complainsWhenClosed());
        return sessions.get(id);
    }

    /** Feeds the network for bodies from no pictures. */
    private void feed() throws IOException {
        TopDownNetworks networks = new TopDownNetworks(DETECTOR, Optional.empty(), POSE, Optional.of(BODY),
                Optional.empty(), 0.5f,
                NetworkChoice.DEFAULT,
                this::open);
        try (FramePool pool = new FramePool();
                SeenInputs seen = new SeenInputs(folder.resolve("seen"),
                        BODY.card().input().shape(1), 1)) {
            new PictureInputs(networks, FakeSource.images(pool, 0), 1).feed(BODY, 1, seen, _ -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"poser", "body"})
    void a_network_that_cannot_be_loaded_leaves_none_open(String id) {
        missing = id;

        assertThatThrownBy(this::feed).isInstanceOf(UserException.class).hasMessage("no " + id);

        assertThat(sessions).isNotEmpty()
                .allSatisfy((_, session) -> assertThat(session.closed()).isTrue());
    }

    @Test
    void all_networks_are_closed_even_when_closing_fails() {
        assertThatThrownBy(this::feed).hasMessage("the session does not close");

        assertThat(sessions).containsOnlyKeys("finder", "poser", "body")
                .allSatisfy((_, session) -> assertThat(session.closed()).isTrue());
    }
}
