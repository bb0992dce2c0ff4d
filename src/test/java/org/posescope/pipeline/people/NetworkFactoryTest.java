package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.model.Precision;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.Plans;

class NetworkFactoryTest {
    @TempDir
    private Path folder;

    private final List<String> news = new ArrayList<>();

    private NetworkFactory stages() {
        return new NetworkFactory(new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder, Optional.empty())),
                new NetworkFactory.Bodies(DefaultBody::read, DefaultBody::readWhole), news::add, text -> {});
    }

    @Test
    void a_preset_that_sees_the_whole_frame_needs_one_model() {
        List<ModelCard> missing = stages().missing(Plans.of("multi", "", ""));

        assertThat(missing).extracting(ModelCard::id).containsExactly("openpose-3d");
    }

    @Test
    void without_its_checkpoint_there_are_no_stages_but_a_word_of_where_to_get_it() {
        Plan plan = Plans.of("openpose", "", "");

        assertThatThrownBy(() -> stages().stages(plan, Mode.MIN_LATENCY)).isInstanceOf(UserException.class)
                .hasMessageContaining("checkpoint_iter_370000.pth");
    }

    @Test
    void a_detector_beside_such_a_preset_is_one_clear_error() {
        Plan plan = Plans.of("multi", "yolox-nano", "");

        assertThatThrownBy(() -> stages().missing(plan)).isInstanceOf(UserException.class)
                .hasMessage(
                        "openpose-3d finds all people in one look and goes without yolox-nano; leave one of them out");
    }

    @Test
    void a_detector_may_be_named_by_its_start() {
        assertThat(stages().missing(Plans.of("live", "yolox", ""))).extracting(ModelCard::id)
                .containsExactly("yolox-nano", "blazepose-full");
    }

    @Test
    void an_unknown_detector_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> stages().missing(Plans.of("live", "eyes", ""))).isInstanceOf(UserException.class)
                .hasMessage("no detector is named eyes; there are blazepose-detector, yolox-nano, nanodet");
    }

    @Test
    void where_nothing_was_quantized_int8_is_refused_before_any_file_is_read() {
        Plan plan = Plan.DEFAULT.withNetworks(Plan.DEFAULT.networks().withPrecision(Precision.INT8));

        assertThatThrownBy(() -> stages().missing(plan)).isInstanceOf(UserException.class)
                .hasMessageStartingWith("none of the networks was quantized (blazepose-detector, blazepose-full)");
        assertThat(news).isEmpty();
    }

    @Test
    void what_does_not_go_together_is_told_before_anything_is_fetched() {
        NetworkChoice usual = NetworkChoice.DEFAULT;
        Plan tall = Plan.DEFAULT.withNetworks(new NetworkChoice(usual.preset(), "", List.of(), Optional.empty(),
                Optional.empty(), usual.precision(), usual.device(), false, OptionalInt.of(256), Optional.empty()));

        assertThatThrownBy(() -> stages().missing(tall)).isInstanceOf(UserException.class)
                .hasMessageStartingWith("blazepose-full looks at people one by one");
    }

    @Test
    void bodies_are_not_for_those_who_want_points() {
        assertThatThrownBy(() -> stages().resolveForPoints(Plans.of("live", "", "hmr")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("gives bodies and no points in the picture");
    }

    @Test
    void a_place_without_bodies_has_none_and_one_without_a_file_the_programs_own() {
        Plan plan = Plans.of("live", "", "");

        assertThat(stages().body(plan.withPlace(Place.DEFAULT.withoutBodies()))).isEmpty();
        assertThat(stages().body(plan)).map(BodyModel::vertexCount).contains(DefaultBody.read().vertexCount());
    }

    @Test
    void people_of_a_preset_with_a_network_for_bodies_have_its_joints() {
        assertThat(stages().skeletons(Plans.of("research", "", ""))).containsExactly(Skeletons.COCO17,
                Skeletons.SMPL24);
    }

    @Test
    void networks_that_see_hands_and_faces_get_the_body_that_has_them() {
        NetworkFactory factory = stages();

        assertThat(factory.body(Plans.of("whole-body", "", "")).orElseThrow().parents()).hasSize(55);
        assertThat(factory.body(Plans.of("live", "", "")).orElseThrow().parents()).hasSize(24);
    }
}
