package org.posescope.app.scene3d.software;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.SourceView;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Camera;
import org.posescope.pose.Vector3;
import org.posescope.testkit.Fx;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

class SoftwareViewTest {
    private static final OrbitCamera BEFORE = new OrbitCamera(0.3, 0.1, 4, new Vector3(0, 0, 3), 0.7);
    private static final OrbitCamera AFTER = new OrbitCamera(1.3, 0.1, 4, new Vector3(0, 0, 3), 0.7);

    /** What the onlooker was told, and the picture that was there by then. */
    private record Seen(Optional<PosedScene> moment, OrbitCamera orbit, Optional<Image> picture) {}

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        Fx.start();
    }

    private static SourceView source() {
        return new SourceView(Camera.ofFieldOfView(60, 64, 48), 64, 48);
    }

    private static Optional<Image> picture(SoftwareView view) {
        return Optional.ofNullable(((ImageView) view.node().getChildrenUnmodifiable().getFirst()).getImage());
    }

    @Test
    void a_moment_and_a_camera_are_told_of_when_their_picture_is_there_and_not_before() throws Exception {
        PosedScene moment = new PosedScene(0, List.of(), 1.2, Optional.empty(), 0, source());
        List<Seen> seen = new CopyOnWriteArrayList<>();
        SoftwareView[] view = new SoftwareView[1];
        Fx.run(() -> {
            view[0] = new SoftwareView(BEFORE, new Switches(true, false, true, false, false),
                    (now, orbit) -> seen.add(new Seen(now, orbit, picture(view[0]))));
            view[0].node().resize(80, 60);
            view[0].show(moment);
            assertThat(seen).isEmpty();
        });
        Fx.await("the moment", () -> seen.stream().anyMatch(each -> each.moment().isPresent()));
        int before = seen.size();
        Fx.run(() -> {
            view[0].look(AFTER);
            assertThat(seen).hasSize(before);
        });
        Fx.await("the other camera", () -> seen.getLast().orbit().equals(AFTER));

        assertThat(seen).allMatch(each -> each.picture().isPresent());
        assertThat(seen.subList(0, before)).extracting(Seen::orbit).containsOnly(BEFORE);
        assertThat(seen.getLast().picture()).isNotEqualTo(seen.get(before - 1).picture());
        Fx.run(view[0]::close);
    }

    @Test
    void a_picture_that_was_replaced_is_not_drawn_on_while_it_may_still_be_rendered() throws Exception {
        Queue<Shot> unused = new ConcurrentLinkedQueue<>();
        List<Integer> atOnce = new CopyOnWriteArrayList<>();
        SoftwareView view = Fx.call(() -> new SoftwareView(BEFORE, new Switches(true, false, true, false, false),
                (now, orbit) -> atOnce.add(unused.size()), unused));
        Fx.run(() -> view.node().resize(80, 60));
        Fx.await("a picture", () -> atOnce.size() == 1);
        Fx.run(() -> view.look(AFTER));
        Fx.await("another", () -> atOnce.size() == 2);

        assertThat(atOnce).containsOnly(0);
        Fx.await("the first comes back when pulses have passed", () -> unused.size() == 1);
        Fx.run(view::close);
    }
}
