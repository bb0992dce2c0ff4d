package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.player.ShownFrame;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.frame.FramePool;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.testkit.FakeSource;
import org.posescope.testkit.Fx;

import javafx.scene.image.ImageView;

class MeshViewTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-6);

    private final FramePool pool = new FramePool();
    private final List<Double> focals = new CopyOnWriteArrayList<>();
    private MeshView view;

    /** Nobody, and the focal length for a picture 100 pixels wide whenever somebody is asked for. */
    private final class Nobody implements BodyMeshes {
        private final CameraInUse seenBy;

        Nobody(CameraInUse seenBy) {
            this.seenBy = seenBy;
        }

        @Override
        public PinholeCamera camera(int width, int height) {
            throw new AssertionError("there is nobody to be drawn");
        }

        @Override
        public List<Mesh> of(List<Person> people, long ptsMicros) {
            focals.add(seenBy.camera(100, 100).focal());
            return List.of();
        }
    }

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void makeView() throws Exception {
        view = Fx.call(() -> new MeshView(camera -> Optional.of(new Nobody(camera))));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(view::close);
        pool.close();
    }

    private ShownFrame moment(int width, int height, Camera camera) {
        FakeSource source = FakeSource.video(pool, 1, 10, width, height);
        return new ShownFrame(source.next(), List.of(), source.info(), 0, Optional.of(camera));
    }

    private void draw(ShownFrame moment) throws Exception {
        Fx.run(() -> {
            view.begin(moment);
            moment.close();
        });
        Fx.await("the bodies", view::drawn);
    }

    @Test
    void bodies_are_drawn_with_the_camera_of_their_own_moment_whatever_was_shown_before() throws Exception {
        draw(moment(100, 100, new Camera(120, 50, 50)));
        draw(moment(100, 100, new Camera(80, 50, 50)));

        assertThat(focals).hasSize(2);
        assertThat(focals.get(0)).isCloseTo(120, EXACT);
        assertThat(focals.get(1)).isCloseTo(80, EXACT);
    }

    @Test
    void bodies_over_a_very_large_picture_have_fewer_pixels_and_see_the_same_angle() throws Exception {
        draw(moment(3840, 2160, new Camera(3840, 1920, 1080)));

        double[] size = Fx.call(() -> {
            view.show(true);
            ImageView shown = (ImageView) view.node();
            return new double[] {shown.getImage().getWidth(), shown.getImage().getHeight()};
        });
        assertThat(size).containsExactly(2560, 1440);
        assertThat(focals.getFirst()).isCloseTo(100, EXACT);
    }
}
