package org.posescope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.transport.TransportModel;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.kept.EditedPeople;
import org.posescope.pipeline.kept.PeopleEdit;
import org.posescope.pipeline.kept.PeopleEdits;

class PeopleModelTest {
    private final FakePlayer player = new FakePlayer();
    private final TransportModel transport = new TransportModel(player, true, 1);
    private final EditsInMemory people = new EditsInMemory();
    private final AtomicInteger changes = new AtomicInteger();
    private final PeopleModel model = new PeopleModel(people, transport, changes::incrementAndGet);

    private static final class EditsInMemory implements EditedPeople {
        private PeopleEdits edits = PeopleEdits.NONE;

        @Override
        public PeopleEdits edits() {
            return edits;
        }

        @Override
        public void edit(PeopleEdits wanted) {
            edits = wanted;
        }

        @Override
        public int fresh() {
            return 7;
        }
    }

    @Test
    void each_change_can_be_taken_back_and_made_again() {
        model.rename(1, "Anna");
        model.toggleHidden(2);
        model.undo();
        assertThat(people.edits().done()).containsExactly(new PeopleEdit.Rename(1, "Anna"));

        model.redo();
        model.redo();
        assertThat(people.edits().done()).containsExactly(new PeopleEdit.Rename(1, "Anna"),
                new PeopleEdit.Hide(2, true));
        model.undo();
        model.undo();
        model.undo();
        model.merge(2, 1);
        assertThat(model.redoable()).isFalse();
        assertThat(people.edits().done()).containsExactly(new PeopleEdit.Merge(2, 1));
        assertThat(changes).hasValue(7);
    }

    @Test
    void a_name_that_is_as_it_was_is_no_change() {
        model.rename(1, "#1");
        model.rename(1, "");
        assertThat(model.undoable()).isFalse();

        model.rename(1, "Anna");
        model.rename(1, " Anna ");
        assertThat(people.edits().done()).hasSize(1);
    }

    @Test
    void somebody_is_split_at_the_frame_that_is_shown() {
        transport.opened(new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100, 10_000_000, true));
        transport.shown(2_500_000);

        model.splitHere(1);

        assertThat(people.edits().done()).containsExactly(new PeopleEdit.Split(1, 2_500_000, 7));
    }

    @Test
    void it_goes_to_where_somebody_is_seen_first_and_stops_there() {
        transport.opened(new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100, 10_000_000, true));
        player.told();

        model.goToFirst(new Lane(1, 5, List.of(new Bar(3_000_000, 4_000_000, 1))));

        assertThat(player.told()).containsExactly("pause", "seek 3000000");
    }
}
