package org.posescope.draw.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.draw.HudFigures;
import org.posescope.draw.mesh.BodySample;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;
import org.posescope.pose.Person;

class BodyRenderTest {
    private static final PinholeCamera CAMERA = PinholeCamera.ofFieldOfView(0.7, 640, 360);

    @Test
    void every_vertex_of_a_real_body_is_inside_its_silhouette() throws IOException {
        Mesh body = BodySample.at(0, 1.1f, 2.6f, 0xFFFFFF);
        TestPicture picture = TestPicture.black(640, 360);
        MeshRenderer renderer = new MeshRenderer(640, 360);

        renderer.begin(CAMERA, RigidTransform.IDENTITY, Lights.OF_CAMERA);
        renderer.add(body);
        renderer.flush(picture.canvas(), 1);

        float[] v = body.vertices();
        for (int i = 0; i < v.length; i += 3) {
            int x = (int) (CAMERA.fx() * v[i] / v[i + 2] + CAMERA.cx());
            int y = (int) (CAMERA.fy() * v[i + 1] / v[i + 2] + CAMERA.cy());
            assertThat(drawnAround(picture, x, y)).as("vertex %d at %d, %d", i / 3, x, y).isTrue();
        }
        assertThat(picture.area()).isBetween(3_000.0, 20_000.0);
    }

    /** A vertex on the outline may fall between the samples of its pixel, but not of all pixels around it. */
    private static boolean drawnAround(TestPicture picture, int x, int y) {
        for (int i = 0; i < 9; i++) {
            if (picture.canvas().pixel(x - 1 + i % 3, y - 1 + i / 3) != Argb.BLACK) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_mesh_layer_draws_bodies_over_pictures_of_any_size() throws IOException {
        Mesh body = BodySample.at(0, 1.1f, 2.6f, 0xFFFFFF);
        MeshLayer layer = new MeshLayer(new BodyMeshes() {
            @Override
            public PinholeCamera camera(int width, int height) {
                return PinholeCamera.ofFieldOfView(0.7, width, height);
            }

            @Override
            public List<Mesh> of(List<Person> people, long ptsMicros) {
                return List.of(body);
            }
        }, 0.5);
        TestPicture small = TestPicture.black(320, 180);
        TestPicture large = TestPicture.black(640, 360);

        layer.draw(small.canvas(), List.of(), 0, HudFigures.NONE);
        layer.draw(large.canvas(), List.of(), 0, HudFigures.NONE);

        assertThat(large.area() / small.area()).isBetween(3.8, 4.2);
        assertThat(small.area()).isBetween(500.0, 4_000.0);
    }
}
