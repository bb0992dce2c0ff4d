package org.posescope.pose.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Face;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

class RefinedFaceDecoderTest {
    private static final int SIZE = 256;
    private static final Region REGION = new Region(100, 200, SIZE, SIZE, 0);

    private final RefinedFaceDecoder decoder = new RefinedFaceDecoder(SIZE);

    @Test
    void lips_and_eyes_move_and_irises_lie_as_deep_as_the_lids() {
        Face face = decoder.decode(REGION, outputs(10)).orElseThrow();
        float present = face.presence();

        assertThat(face.points().skeleton()).isEqualTo(Skeletons.FACE478);
        assertThat(face.points().points().get(1)).isEqualTo(at(1, present));
        assertThat(face.points().points().get(61)).isEqualTo(at(20, present));
        assertThat(face.points().points().get(33)).isEqualTo(at(30, present));
        assertThat(face.points().points().get(263)).isEqualTo(at(40, present));
        assertThat(face.points().points().get(468)).isEqualTo(at(50, present));
        assertThat(face.points().points().get(473)).isEqualTo(at(60, present));
        assertThat(face.depths().get(468)).isEqualTo(8);
        assertThat(face.depths()).hasSize(478);
    }

    @Test
    void no_face_is_none() {
        assertThat(decoder.decode(REGION, outputs(-10))).isEmpty();
    }

    private static Keypoint at(float place, float score) {
        return new Keypoint(100 - SIZE / 2f + place, 200 - SIZE / 2f + place, score);
    }

    private static Map<String, Tensor> outputs(float flag) {
        float[] mesh = new float[3 * 468];
        Arrays.fill(mesh, 1);
        for (int k = 2; k < mesh.length; k += 3) {
            mesh[k] = 8;
        }
        Map<String, Tensor> outputs = new HashMap<>();
        outputs.put("output_mesh_identity", Tensor.of(mesh, 1, 1, 1, mesh.length));
        outputs.put("conv_faceflag", Tensor.of(new float[] {flag}, 1, 1, 1, 1));
        outputs.put("output_lips", plane(80, 20));
        outputs.put("output_left_eye", plane(71, 30));
        outputs.put("output_right_eye", plane(71, 40));
        outputs.put("output_left_iris", plane(5, 50));
        outputs.put("output_right_iris", plane(5, 60));
        return outputs;
    }

    private static Tensor plane(int points, float place) {
        float[] values = new float[2 * points];
        Arrays.fill(values, place);
        return Tensor.of(values, 1, 2 * points);
    }
}
