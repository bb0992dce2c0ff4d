package org.posescope.draw.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;

class TriangleRasterizerTest {
    @Test
    void colours_are_interpolated_in_space_and_not_on_the_screen() {
        PinholeCamera camera = new PinholeCamera(100, 100, 100, 100, 200, 200);
        SampleBuffer samples = new SampleBuffer(200, 200);
        TriangleRasterizer rasterizer = new TriangleRasterizer(samples);
        Mesh slanted = Shapes.quad(new float[] {-0.8f, -0.8f, 1, 8, -8, 10, 8, 8, 10, -0.8f, 0.8f, 1}, 0);
        ShadedVertices vertices = new ShadedVertices();
        vertices.shade(slanted, RigidTransform.IDENTITY, camera, new Shader());
        for (int i = 0; i < 4; i++) {
            vertices.green[i] = i == 1 || i == 2 ? 255 : 0;
        }
        TestPicture picture = TestPicture.black(200, 200);

        rasterizer.draw(vertices, 0, 2, 1);
        rasterizer.draw(vertices, 0, 3, 2);
        samples.flush(picture.canvas(), 1);

        for (double along : new double[] {0.1, 0.25, 0.5, 0.75}) {
            double x = -0.8 + along * 8.8;
            double z = 1 + along * 9;
            int column = (int) (100 * x / z + 100);
            double shown = Argb.green(picture.canvas().pixel(column, 100)) / 255.0;
            double seen = (column + 0.5 - 100) / 100;
            // The point of the line from (-0.8, 1) to (8, 10) that this pixel sees.
            double exact = (seen + 0.8) / (8.8 - 9 * seen);
            assertThat(shown).isCloseTo(exact, within(0.01));
        }
    }
}
