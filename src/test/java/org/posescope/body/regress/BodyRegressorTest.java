package org.posescope.body.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.Shared;

class BodyRegressorTest {
    @Test
    void seen_by_spins_camera_a_body_stands_where_spin_puts_it() {
        Map<String, NdArray> fixture = NpzReader.readAll(Shared.file("fixtures/pre/rotations_cameras.npz"));
        double[] views = fixture.get("cam_in").toDoubles();
        double[] expected = fixture.get("cam_translation").toDoubles();
        Region square = new Region(112, 112, 224, 224, 0);
        for (int i = 0; i < views.length; i += 3) {
            if (views[i] < 1e-3) {
                continue;
            }
            Vector3 actual = new WeakPerspective((float) views[i], (float) views[i + 1], (float) views[i + 2])
                    .translation(square, new Camera(5000, 112, 112));
            assertThat(actual.x()).isCloseTo((float) expected[i], within(1e-5f));
            assertThat(actual.y()).isCloseTo((float) expected[i + 1], within(1e-5f));
            assertThat(actual.z()).isCloseTo((float) expected[i + 2], within((float) (1e-5 * expected[i + 2])));
        }
    }

    @Test
    void a_body_is_seen_where_the_network_sees_it_whatever_the_camera() {
        Region square = new Region(300, 200, 150, 150, 0);
        WeakPerspective view = new WeakPerspective(0.9f, 0.1f, -0.2f);
        for (double focal : new double[] {400, 1000, 5000}) {
            Camera camera = new Camera(focal, 320, 240);
            Vector3 at = view.translation(square, camera);
            double u = camera.focal() * at.x() / at.z() + camera.centerX();
            double v = camera.focal() * at.y() / at.z() + camera.centerY();
            assertThat(u).isCloseTo(300 + 75 * 0.9 * 0.1, within(1e-3));
            assertThat(v).isCloseTo(200 - 75 * 0.9 * 0.2, within(1e-3));
        }
    }

    @Test
    void the_square_around_a_box_is_spins() {
        NdArray boxes = NpzReader.readAll(Shared.file("fixtures/pre/hmr_preprocess.npz")).get("bboxes_xywh");
        double[] box = boxes.toDoubles();
        // Centres and sides of pre.json, its scales in units of 200 pixels.
        double[][] expected = {{210, 240, 360}, {100, 250, 300}, {620, 440, 200}};
        for (int i = 0; i < expected.length; i++) {
            Region square = BodyRegressor.square(new Box((float) box[4 * i], (float) box[4 * i + 1],
                    (float) box[4 * i + 2], (float) box[4 * i + 3]));
            assertThat(square.centerX()).isCloseTo((float) expected[i][0], within(0.01f));
            assertThat(square.centerY()).isCloseTo((float) expected[i][1], within(0.01f));
            assertThat(square.width()).isCloseTo((float) expected[i][2], within(0.01f));
        }
    }
}
