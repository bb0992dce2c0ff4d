package org.posescope.pose.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Face;
import org.posescope.tensor.Tensor;

class FaceMeshDecoderTest {
    private final float[] landmarks = new float[468 * 3];

    @Test
    void points_and_depths_are_in_pixels_of_the_frame() {
        landmarks[3 * 4] = 96;
        landmarks[3 * 4 + 1] = 192;
        landmarks[3 * 4 + 2] = -19.2f;

        Face face = decode(3, new Region(400, 300, 200, 200, 0)).orElseThrow();

        assertThat(face.points().points().get(4).x()).isCloseTo(400, within(1e-3f));
        assertThat(face.points().points().get(4).y()).isCloseTo(400, within(1e-3f));
        assertThat(face.depths().get(4)).isCloseTo(-20, within(1e-3f));
        assertThat(face.presence()).isCloseTo(0.9526f, within(1e-4f));
    }

    @Test
    void a_face_that_is_hardly_there_is_none() {
        assertThat(decode(0, new Region(0, 0, 10, 10, 0))).isEmpty();
    }

    private Optional<Face> decode(float presenceLogit, Region region) {
        return new FaceMeshDecoder(192).decode(region, Tensor.of(landmarks, 1, 1, 1, landmarks.length),
                Tensor.of(new float[] {presenceLogit}, 1, 1, 1, 1));
    }
}
