package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.body.floor.Ground;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class LengthModelTest {
    private static final Camera CAMERA = new Camera(1000, 640, 360);
    private static final PictureLine LINE = new PictureLine(600, 200, 600, 600);

    private final List<Double> asked = new ArrayList<>();
    private Optional<KeptLength> kept = Optional.empty();
    private Optional<Ground> floor = Optional.empty();
    private final LengthModel model = model(Optional.empty());

    private LengthModel model(Optional<KeptLength> before) {
        return new LengthModel(() -> floor, Optional.empty(), asked::add, before, now -> kept = now);
    }

    private static SourceInfo source(String name) {
        return new SourceInfo(name, SourceInfo.Kind.VIDEO, 1280, 720, 25, 100, 4_000_000, true);
    }

    private static Person away(float depth) {
        return new Person(1, 0.9f, new Box(550, 100, 100, 500),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.of(new Vector3(0, 0, depth)), Optional.empty());
    }

    @BeforeEach
    void play() {
        model.placed(Place.DEFAULT);
        model.opened(Optional.of(source("a.mp4")));
        model.shown(List.of(away(4)), CAMERA);
    }

    private void drawLine() {
        model.toggleDrawing();
        model.draw(LINE);
        model.end();
    }

    @Test
    void a_line_has_its_length_while_it_is_drawn_and_keeps_that_of_its_frame() {
        model.draw(LINE);
        assertThat(model.drawn().get()).as("nobody asked for a line").isEmpty();
        model.toggleDrawing();
        model.draw(new PictureLine(600, 200, 600, 300));
        assertThat(model.seen().orElseThrow().text()).isEqualTo("0.40 m");
        model.draw(LINE);
        model.end();
        model.shown(List.of(away(8)), CAMERA);

        assertThat(model.drawing().get()).isFalse();
        assertThat(model.drawn().get().orElseThrow().measured().orElseThrow()).isCloseTo(1.6, within(1e-9));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_length_that_is_known_becomes_the_scale_of_everything_and_is_kept() {
        drawLine();

        assertThat(model.know(2)).isTrue();

        assertThat(asked).containsExactly(1.25);
        assertThat(kept).contains(new KeptLength("a.mp4", LINE, LengthPlane.PERSON, 2, 1.25));
        assertThat(model.drawn().get().orElseThrow().known()).as("not in effect yet").isEmpty();
        model.placed(Place.DEFAULT.withScale(1.25));
        assertThat(model.drawn().get().orElseThrow().known()).isEqualTo(OptionalDouble.of(2));
        assertThat(model.seen().orElseThrow().text()).isEqualTo("2.00 m");
        model.know(2.4);
        assertThat(asked).containsExactly(1.25, 1.5);
    }

    @Test
    void a_line_in_a_frame_that_has_a_scale_changes_that() {
        model.placed(Place.DEFAULT.withScale(1.25));
        model.shown(List.of(away(5)), CAMERA);
        drawLine();

        assertThat(model.know(1)).isTrue();

        assertThat(asked).containsExactly(0.625);
    }

    @Test
    void on_the_floor_it_is_as_long_as_the_floor_says() {
        drawLine();
        model.lies(LengthPlane.FLOOR);
        assertThat(model.drawn().get().orElseThrow().sentence()).contains("not known where the floor is");
        assertThat(model.know(2)).isFalse();
        floor = Optional.of(new Ground(Ground.LEVEL, 1.2));
        model.toggleDrawing();
        model.draw(new PictureLine(440, 660, 840, 660));
        model.end();

        assertThat(model.drawn().get().orElseThrow().measured().orElseThrow()).isCloseTo(1.6, within(1e-9));
        assertThat(model.drawn().get().orElseThrow().sentence()).startsWith("1.60 m on the floor");
    }

    @Test
    void without_the_line_there_is_no_scale() {
        drawLine();
        model.know(2);
        model.placed(Place.DEFAULT.withScale(1.25));

        model.remove();

        assertThat(asked).containsExactly(1.25, 0.0);
        assertThat(kept).isEmpty();
        assertThat(model.seen()).isEmpty();
    }

    @Test
    void a_length_is_of_what_it_was_drawn_in_alone_and_in_effect_again_when_that_is() {
        drawLine();
        model.know(2);
        model.placed(Place.DEFAULT.withScale(1.25));

        model.opened(Optional.of(source("b.mp4")));
        model.placed(Place.DEFAULT);
        assertThat(model.seen()).isEmpty();
        model.opened(Optional.of(source("a.mp4")));
        model.placed(Place.DEFAULT.withScale(1.25));

        assertThat(asked).containsExactly(1.25, 0.0, 1.25);
        assertThat(model.seen().orElseThrow().text()).isEqualTo("2.00 m");
        LengthModel later = model(kept);
        later.placed(Place.DEFAULT.withScale(1.25));
        later.opened(Optional.of(source("a.mp4")));
        assertThat(later.seen().orElseThrow().text()).isEqualTo("2.00 m");
        assertThat(later.know(4)).isTrue();
        assertThat(asked).containsExactly(1.25, 0.0, 1.25, 2.5);
    }

    @Test
    void a_height_that_is_typed_instead_takes_the_length_out_of_effect() {
        drawLine();
        model.know(2);
        model.placed(Place.DEFAULT.withScale(1.25));

        model.placed(Place.DEFAULT.withScale(1.25).withHeight(1.8));

        assertThat(model.drawn().get().orElseThrow().known()).isEmpty();
    }

    @Test
    void a_length_by_which_people_were_giants_is_not_taken() {
        drawLine();

        assertThat(model.know(20)).isFalse();
        assertThat(model.know(0)).isFalse();
        assertThat(asked).isEmpty();
    }
}
