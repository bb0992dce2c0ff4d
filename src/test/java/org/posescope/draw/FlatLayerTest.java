package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.pose.Bone;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.testkit.CloseUps;

class FlatLayerTest {
    private static final Skeleton FOREARM = new Skeleton("forearm", List.of("left_elbow", "left_wrist"),
            List.of(new Bone(0, 1)));
    private static final Map<Layer, FlatLayer> LAYERS = FlatLayer.all();
    /** A picture of 400 x 600 pixels in a pane of 500 x 300. */
    private static final PictureFit HALF = PictureFit.of(400, 600, 500, 300);

    private static Person person(int id) {
        return new Person(id, 0.9f, new Box(100, 20, 100, 560),
                List.of(new Keypoints(FOREARM, List.of(new Keypoint(120, 200, 1), new Keypoint(120, 300, 1)))),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> drawn(Layer layer, int selected, Person... people) {
        WrittenBrush brush = new WrittenBrush();
        LAYERS.get(layer).draw(brush,
                new OverlayScene(List.of(people), HudFigures.NONE, selected, HALF, Sizes.WINDOW));
        return brush.figures();
    }

    @Test
    void bones_lie_where_the_picture_lies_in_the_window_and_dots_on_their_ends() {
        assertThat(drawn(Layer.SKELETON, 0, person(1))).containsExactly(
                "line 210.0,100.0 210.0,150.0 4.928 thick 8c0b0e12",
                "line 210.0,100.0 210.0,150.0 3.080 thick ff36ddf8",
                "disc 210.0,100.0 radius 3.804 8c0b0e12", "disc 210.0,100.0 radius 2.926 ffffffff",
                "disc 210.0,100.0 radius 1.756 ff36ddf8", "disc 210.0,150.0 radius 3.804 8c0b0e12",
                "disc 210.0,150.0 radius 2.926 ffffffff", "disc 210.0,150.0 radius 1.756 ff36ddf8");
    }

    @Test
    void the_selected_person_has_stronger_lines_and_the_others_are_faint() {
        assertThat(drawn(Layer.BOXES, 2, person(1), person(2))).containsExactly(
                "outline 200.0,10.0 50 x 280 round 7.0 3.325 thick 240b0e12",
                "outline 200.0,10.0 50 x 280 round 7.0 1.750 thick 594cb4f5",
                "outline 200.0,10.0 50 x 280 round 7.0 4.323 thick 660b0e12",
                "outline 200.0,10.0 50 x 280 round 7.0 2.275 thick fff79f1f");
        assertThat(drawn(Layer.SKELETON, 2, person(2)).get(1)).contains(" 4.004 thick ff");
        assertThat(drawn(Layer.SKELETON, 2, person(1), person(2)).get(1)).contains(" 3.080 thick 59");
    }

    @Test
    void nobody_is_faint_while_the_selected_person_is_out_of_the_picture() {
        for (Layer layer : List.of(Layer.BOXES, Layer.SKELETON, Layer.LABELS, Layer.IDS)) {
            assertThat(drawn(layer, 7, person(1), person(2))).isNotEmpty()
                    .isEqualTo(drawn(layer, 0, person(1), person(2)));
        }
    }

    @Test
    void fingers_have_the_colour_of_their_side_and_lines_as_thin_as_the_hand_is_small() {
        Person one = person(1).withDetails(CloseUps.details());

        List<String> drawn = drawn(Layer.HANDS, 0, one);

        assertThat(drawn).hasSize(21 + 21 + 21);
        assertThat(drawn.get(0)).isEqualTo("line 200.0,0.0 200.5,1.0 1.800 thick 800b0e12");
        assertThat(drawn.get(21)).isEqualTo("line 200.0,0.0 200.5,1.0 0.900 thick ff36ddf8");
        assertThat(drawn.get(42)).isEqualTo("disc 200.0,0.0 radius 0.675 ffffffff");
        assertThat(drawn(Layer.HANDS, 0, person(1))).isEmpty();
    }

    @Test
    void a_face_has_outlines_alone() {
        assertThat(drawn(Layer.FACE, 0, person(1).withDetails(CloseUps.details()))).isNotEmpty()
                .allMatch(figure -> figure.startsWith("line "));
        assertThat(drawn(Layer.FACE, 0, person(1))).isEmpty();
    }

    @Test
    void an_id_stands_over_the_box_or_in_it_where_there_is_no_room() {
        assertThat(drawn(Layer.IDS, 0, person(1))).containsExactly("plate 199.1,11.0 64 x 18 round 3.6 ff4cb4f5",
                "\"#1\" in Inter Bold 12 at 204.5,24.5 ff000000",
                "\" · 0.90\" in Inter Medium 12 at 220.6,24.5 cc000000");
    }

    @Test
    void an_id_is_not_written_where_the_figures_of_the_run_are() {
        HudFigures figures = new HudFigures("async", 4.2, 392.2, 0);
        PictureFit whole = PictureFit.of(500, 300, 500, 300);

        for (int x = 0; x < 500; x += 10) {
            for (int y = -40; y < 120; y += 4) {
                Person person = new Person(2, 0.9f, new Box(x, y, 60, 150),
                        List.of(new Keypoints(FOREARM, List.of(new Keypoint(x, y, 1), new Keypoint(x, y, 1)))),
                        Optional.empty(), Optional.empty(), Optional.empty());
                Plate hud = plate(Layer.HUD, person, figures, whole);
                Plate id = plate(Layer.IDS, person, figures, whole);
                assertThat(id.meets(hud)).as("%s under %s", id, hud).isFalse();
                Plate alone = plate(Layer.IDS, person, HudFigures.NONE, whole);
                assertThat(id).as("moved down and only where it has to").isEqualTo(alone.meets(hud)
                        ? alone.at(Math.max(id.top(), alone.top()))
                        : alone);
                assertThat(id.top()).isLessThanOrEqualTo(Math.max(hud.bottom(), Math.max(0, y) + 2));
            }
        }
    }

    /** The first plate that a layer draws, its numbers rounded as they are written down. */
    private static Plate plate(Layer layer, Person person, HudFigures figures, PictureFit fit) {
        WrittenBrush brush = new WrittenBrush();
        LAYERS.get(layer).draw(brush, new OverlayScene(List.of(person), figures, 0, fit, Sizes.WINDOW));
        String[] words = brush.figures().getFirst().split("[ ,]");
        return new Plate(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]),
                Double.parseDouble(words[5]));
    }

    @Test
    void names_stand_beside_the_points_with_the_text_of_the_window() {
        assertThat(drawn(Layer.LABELS, 0, person(1))).containsExactly(
                "plate 144.4,92.0 61 x 16 round 3.3 990b0e12",
                "\"left elbow\" in Inter Medium 11 at 148.8,104.0 ffffffff",
                "plate 150.0,142.0 55 x 16 round 3.3 990b0e12",
                "\"left wrist\" in Inter Medium 11 at 154.4,154.0 ffffffff");
    }
}
