package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.PersonDetector;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.plan.NetworkChoice;
import org.posescope.pose.Box;
import org.posescope.pose.Lens;
import org.posescope.pose.Skeletons;
import org.posescope.pose.topdown.TopDownPose;
import org.posescope.testkit.StandInModel;
import org.posescope.testkit.StandInSession;
import org.posescope.testkit.TestFrames;

class TopDownNetworksTest {
    private static final ModelFile DETECTOR = StandInModel.file("finder", Task.PERSON_DETECTION, "yolox");
    private static final ModelFile POSE = StandInModel.file("poser", Task.POSE_2D, "heatmaps");
    private static final ModelFile BODY = StandInModel.file("body", Task.BODY_PARAMETERS, "hmr", Optional.empty());
    private static final Region REGION = new Region(16, 16, 16, 32, 0);

    private final List<Opened> opened = new ArrayList<>();

    private record Opened(String id, SessionOptions options, StandInSession session) {}

    private static ModelFile pose(String decoder, Optional<String> skeleton) {
        return StandInModel.file("poser", Task.POSE_2D, decoder, skeleton);
    }

    private TopDownNetworks models(ModelFile detector, ModelFile pose, Optional<ModelFile> body) {
        return new TopDownNetworks(detector, Optional.empty(), pose, body, Optional.empty(), 0.5f,
                NetworkChoice.DEFAULT, this::open);
    }

    private Session open(ModelFile file, SessionOptions options) {
        StandInSession session = new StandInSession((_, _) -> Map.of()).complainsWhenClosed();
        opened.add(new Opened(file.card().id(), options, session));
        return session;
    }

    @ParameterizedTest
    @ValueSource(strings = {"blazepose-detector", "yolox", "yolox-decoded", "nanodet"})
    void a_detector_frees_all_it_has_even_when_its_session_does_not_close(String decoder) {
        PersonDetector detector = models(StandInModel.file("finder", Task.PERSON_DETECTION, decoder), POSE,
                Optional.empty()).detector(3);

        assertThatThrownBy(detector::close).hasMessage("the session does not close");

        assertThat(opened).extracting(Opened::id, each -> each.options().threads(), each -> each.session().closed())
                .containsExactly(tuple("finder", 3, true));
        try (Frame frame = TestFrames.of(32, 32, (_, _) -> 0)) {
            assertThatThrownBy(() -> detector.detect(frame, StepListener.NONE)).hasMessage("the sampler is closed");
        }
    }

    @ParameterizedTest
    @CsvSource({"blazepose-landmarks, blazepose33", "heatmaps, coco17"})
    void a_pose_network_frees_all_it_has_even_when_its_session_does_not_close(String decoder, String skeleton) {
        TopDownPose pose = models(DETECTOR, pose(decoder, Optional.of(skeleton)), Optional.empty()).pose(2);

        assertThatThrownBy(pose::close).hasMessage("the session does not close");

        assertThat(opened).extracting(each -> each.session().closed()).containsExactly(true);
        try (Frame frame = TestFrames.of(32, 32, (_, _) -> 0)) {
            assertThatThrownBy(() -> pose.estimate(frame, REGION, StepListener.NONE))
                    .hasMessage("the sampler is closed");
        }
    }

    @Test
    void a_network_for_bodies_frees_all_it_has_even_when_its_session_does_not_close() {
        BodyRegressor body = models(DETECTOR, POSE, Optional.of(BODY)).body(1);

        assertThatThrownBy(body::close).hasMessage("the session does not close");

        try (Frame frame = TestFrames.of(32, 32, (_, _) -> 0)) {
            assertThatThrownBy(() -> body.estimate(frame, List.of(new Box(0, 0, 16, 16)),
                    Lens.DEFAULT.camera(32, 32), StepListener.NONE)).hasMessage("the sampler is closed");
        }
    }

    @Test
    void a_network_that_is_not_fit_is_told_before_it_is_opened() {
        TopDownNetworks wrong = models(POSE, DETECTOR, Optional.of(POSE));
        TopDownNetworks boneless = models(DETECTOR, pose("heatmaps", Optional.empty()), Optional.empty());

        assertThatThrownBy(() -> wrong.detector(1)).isInstanceOf(UserException.class)
                .hasMessage("poser cannot be used as a detector: its decoder is heatmaps");
        assertThatThrownBy(() -> wrong.pose(1)).isInstanceOf(UserException.class)
                .hasMessage("finder cannot be used for the pose of a person: its decoder is yolox");
        assertThatThrownBy(() -> wrong.body(1)).isInstanceOf(UserException.class)
                .hasMessage("poser cannot be used for the body of a person: its decoder is heatmaps");
        assertThatThrownBy(() -> boneless.pose(1)).isInstanceOf(UserException.class)
                .hasMessageContaining("without a skeleton");
        assertThat(opened).isEmpty();
    }

    @Test
    void a_session_whose_network_cannot_be_made_is_closed() {
        InputSpec endless = new InputSpec("input", Integer.MAX_VALUE, 64, InputSpec.Layout.NCHW,
                InputSpec.ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        ModelCard card = DETECTOR.card();
        ModelFile vast = new ModelFile(new ModelCard(card.id(), card.title(), card.task(), card.runtime(), card.file(),
                endless, card.decoder(), card.skeleton(), card.precision(), card.license(), card.origin(),
                card.sha256(), card.bytes()), DETECTOR.path());

        assertThatThrownBy(() -> models(vast, POSE, Optional.empty()).detector(1))
                .isInstanceOf(ArithmeticException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).singleElement()
                        .satisfies(further -> assertThat(further).hasMessage("the session does not close")));

        assertThat(opened).extracting(each -> each.session().closed()).containsExactly(true);
    }

    @Test
    void outputs_that_nobody_reads_are_left_out() {
        ModelFile blazePose = pose("blazepose-landmarks", Optional.of("blazepose33"));

        models(DETECTOR, blazePose, Optional.empty()).pose(2);

        assertThat(opened).extracting(Opened::options)
                .containsExactly(new SessionOptions(2, "cpu", Set.of("Identity_2")));
    }

    @Test
    void skeletons_are_those_of_the_networks_and_coco() {
        assertThat(models(DETECTOR, POSE, Optional.empty()).skeletons()).containsExactly(Skeletons.COCO17);
        assertThat(models(DETECTOR, pose("blazepose-landmarks", Optional.of("blazepose33")),
                Optional.of(BODY)).skeletons())
                .containsExactly(Skeletons.COCO17, Skeletons.BLAZEPOSE33, Skeletons.SMPL24);
    }
}
