package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.scene3d.posed.Bodies;
import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.body.Mannequin;
import org.posescope.testkit.Fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** What is shown at rest, on the headless platform. */
class Scene3dPaneTest {
    private final SceneFrame two = Bodies.moment(40_000, Bodies.person(1, Bodies.walking(0, 0.4f, 3, 0.3)),
            Bodies.person(2, Bodies.walking(1, 0.4f, 3, 0)));
    private final Scene3dModel model = new Scene3dModel();
    private Scene3dPane pane;

    @BeforeEach
    void show() throws Exception {
        Fx.start();
        pane = Fx.call(() -> new Scene3dPane(Optional.of(Mannequin.model()), model, true));
        Fx.run(() -> pane.show(two));
        Fx.await("two people", () -> people().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(pane::close);
    }

    private List<PosedPerson> people() {
        return pane.shown().map(PosedScene::people).orElse(List.of());
    }

    /** Metres between the hips of the two, to the right. */
    private float apart() {
        return Math.abs(people().getLast().hips().x() - people().getFirst().hips().x());
    }

    @Test
    void whoever_is_selected_stands_out() throws Exception {
        Fx.run(() -> model.selectedProperty().set(2));

        Fx.await("the second person", () -> pane.shown().map(PosedScene::selectedId).orElse(0) == 2);
    }

    @Test
    void people_come_together() throws Exception {
        assertThat(Fx.call(this::apart)).isGreaterThan(0.7f);
        Fx.run(() -> model.togetherProperty().set(true));

        Fx.await("one place", () -> apart() < 0.2f);
    }

    @Test
    void without_a_body_model_nobody_is_left() throws Exception {
        Fx.run(() -> pane.useBody(Optional.empty()));

        Fx.await("nobody", () -> people().isEmpty());
    }

    @Test
    void nothing_is_left_of_another_source() throws Exception {
        Fx.run(pane::clear);

        assertThat(Fx.call(this::people)).isEmpty();
        Fx.run(() -> model.selectedProperty().set(2));
        Fx.run(() -> pane.show(two));
        Fx.await("two people again", () -> people().size() == 2);
    }

    private boolean isTagged(String name) {
        return pane.node().lookupAll(".scene-tag").stream().anyMatch(
                tag -> tag.isVisible() && tag instanceof Label label && label.getText().equals(name));
    }

    @Test
    void whoever_is_renamed_is_called_so_at_once_although_no_other_frame_comes() throws Exception {
        Map<Integer, String> called = new HashMap<>();
        Fx.run(() -> pane.node().resize(640, 480));
        Fx.run(() -> model.namesProperty().set(id -> called.getOrDefault(id, "#" + id)));
        Fx.await("tags", () -> isTagged("#1") && isTagged("#2"));

        Fx.run(() -> {
            called.put(2, "Ada");
            model.renamed();
        });
        assertThat(Fx.call(() -> isTagged("Ada") && isTagged("#1"))).isTrue();

        Fx.run(() -> {
            called.clear();
            model.renamed();
        });
        assertThat(Fx.call(() -> isTagged("#2") && !isTagged("Ada"))).isTrue();
    }

    private Bounds laidOut(double width, double height, String id) {
        Parent root = (Parent) pane.node();
        if (root.getScene() == null) {
            new Scene(root);
        }
        root.resize(width, height);
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
        Node chip = root.lookup("#scene-" + id);
        return root.sceneToLocal(chip.localToScene(chip.getLayoutBounds()));
    }

    @Test
    void all_switches_lie_within_a_narrow_pane() throws Exception {
        for (String id : List.of("mesh", "camera", "together", "front", "follow")) {
            assertThat(Fx.call(() -> laidOut(370, 500, id)).getMaxX()).as(id).isLessThanOrEqualTo(358);
        }
        assertThat(Fx.call(() -> laidOut(900, 500, "together").getMinY() - laidOut(900, 500, "mesh").getMinY()))
                .as("where there is room they are in one row").isZero();
        assertThat(Fx.call(() -> pane.node().lookup("#scene-view").isVisible())).isFalse();
    }

    @Test
    void switches_that_would_cover_much_of_the_pane_are_there_when_they_are_wanted() throws Exception {
        assertThat(Fx.call(() -> laidOut(200, 440, "view")).getMaxX()).isLessThan(100);
        assertThat(Fx.call(() -> pane.node().lookup("#scene-mesh").getParent().isVisible())).isFalse();

        Fx.run(() -> ((ToggleButton) pane.node().lookup("#scene-view")).fire());

        Bounds together = Fx.call(() -> laidOut(200, 440, "together"));
        assertThat(together.getMaxX()).isLessThanOrEqualTo(188);
        assertThat(together.getMaxY()).isLessThan(Fx.call(() -> laidOut(200, 440, "view")).getMinY());
        assertThat(Fx.call(() -> pane.node().lookup("#scene-mesh").getParent().isVisible())).isTrue();
    }
}
