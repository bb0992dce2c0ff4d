package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;
import org.posescope.pipeline.metrics.Mode;

class StoredStagesTest {
    @TempDir
    private Path folder;

    private StoredStages stages() {
        return new StoredStages(new ModelStore(ModelCatalog.bundled(), new ModelFolders(folder, Optional.empty())),
                DefaultBody.read());
    }

    @Test
    void a_preset_that_sees_the_whole_frame_needs_one_model() {
        List<ModelCard> missing = stages().missing(PipelineChoice.DEFAULT.withModels("multi", "", ""));

        assertThat(missing).extracting(ModelCard::id).containsExactly("openpose-3d");
    }

    @Test
    void without_its_checkpoint_there_are_no_stages_but_a_word_of_where_to_get_it() {
        PipelineChoice choice = PipelineChoice.DEFAULT.withModels("openpose", "", "");

        assertThatThrownBy(() -> stages().stages(choice, Mode.MIN_LATENCY)).isInstanceOf(UserException.class)
                .hasMessageContaining("checkpoint_iter_370000.pth");
    }

    @Test
    void a_detector_beside_such_a_preset_is_one_clear_error() {
        PipelineChoice choice = PipelineChoice.DEFAULT.withModels("multi", "yolox-nano", "");

        assertThatThrownBy(() -> stages().missing(choice)).isInstanceOf(UserException.class)
                .hasMessage(
                        "openpose-3d finds all people in one look and goes without yolox-nano; leave one of them out");
    }
}
