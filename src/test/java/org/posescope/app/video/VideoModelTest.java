package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class VideoModelTest {
    private static final Person LARGE = person(1, new Box(0, 0, 100, 200));
    private static final Person SMALL = person(2, new Box(40, 50, 20, 40));

    private final VideoModel model = new VideoModel(Layers.DEFAULT);

    /** Somebody whose joints go down the left side of the box, one pixel apart; every other one is not seen. */
    private static Person person(int id, Box box) {
        List<Keypoint> points = IntStream.range(0, Skeletons.COCO17.size())
                .mapToObj(i -> new Keypoint(box.x(), box.y() + i, i % 2 == 0 ? 0.9f : 0.1f)).toList();
        return new Person(id, 0.75f, box, List.of(new Keypoints(Skeletons.COCO17, points)), Optional.empty(),
                Optional.of(new Vector3(0, 3, 4)), Optional.empty());
    }

    @Test
    void of_several_people_under_the_mouse_the_smaller_one_is_selected() {
        model.show(List.of(LARGE, SMALL));

        model.selectAt(50, 60);
        assertThat(model.selected().get()).isEqualTo(2);
        model.selectAt(10, 10);
        assertThat(model.selected().get()).isEqualTo(1);
        model.selectAt(10, 10);
        assertThat(model.selected().get()).isZero();
    }

    @Test
    void whoever_is_selected_stays_so_under_the_identity_that_became_of_them() {
        model.identitiesFrom(id -> id == 2 ? 1 : id);
        model.select(2);

        model.show(List.of(LARGE));

        assertThat(model.selected().get()).isEqualTo(1);
        assertThat(model.selection().get()).startsWith("#1 · score 0.75");
    }

    @Test
    void a_long_name_leaves_room_for_figures_and_is_told_in_full_as_well() {
        model.namesFrom(id -> "Somebody with a very long name");
        model.show(List.of(LARGE));
        model.select(1);

        assertThat(model.selection().get()).isEqualTo("Somebody with a… · score 0.75 · joints 0.52 · 5.0 m away");
        assertThat(model.wholeSelection().get())
                .isEqualTo("Somebody with a very long name · score 0.75 · joints 0.52 · 5.0 m away");
    }

    @Test
    void a_click_beside_everybody_ends_the_selection() {
        model.show(List.of(SMALL));
        model.selectAt(50, 60);

        model.selectAt(5, 5);

        assertThat(model.selected().get()).isZero();
        assertThat(model.selection().get()).isEmpty();
    }

    @Test
    void the_figures_of_the_selected_person_follow_the_frames() {
        model.show(List.of(LARGE));
        model.select(1);
        assertThat(model.selection().get()).isEqualTo("#1 · score 0.75 · joints 0.52 · 5.0 m away");

        model.show(List.of());
        assertThat(model.selection().get()).isEqualTo("#1 · not in the picture");
        assertThat(model.selected().get()).isEqualTo(1);
    }

    @Test
    void the_nearest_joint_that_is_seen_is_named() {
        model.show(List.of(LARGE));

        assertThat(model.jointAt(1, 2.2, 5)).contains("right eye · 0.90");
        assertThat(model.jointAt(1, 1, 5)).hasValueSatisfying(text -> assertThat(text).doesNotStartWith("left eye"));
        assertThat(model.jointAt(50, 100, 5)).isEmpty();
    }

    @Test
    void layers_are_switched_one_by_one() {
        model.toggle(Layer.BOXES);
        model.toggle(Layer.LABELS);

        assertThat(model.layers().get())
                .isEqualTo(Layers.DEFAULT.with(Layer.BOXES, false).with(Layer.LABELS, true));
    }
}
