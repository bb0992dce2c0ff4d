package org.posescope.pose.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

class HandLandmarkDecoderTest {
    private final float[] landmarks = new float[63];
    private final float[] world = new float[63];

    @Test
    void points_and_metres_are_turned_back_into_the_picture() {
        int tip = Skeletons.HAND21.index("index_finger_tip");
        landmarks[3 * tip] = 224;
        landmarks[3 * tip + 1] = 112;
        world[3 * tip] = 0.08f;
        world[3 * tip + 2] = -0.02f;

        Hand hand = decode(0.9f, new Region(400, 300, 200, 200, (float) (Math.PI / 2))).orElseThrow();

        Keypoint point = hand.points().points().get(tip);
        assertThat(point.x()).isCloseTo(400, within(1e-3f));
        assertThat(point.y()).isCloseTo(400, within(1e-3f));
        assertThat(point.score()).isEqualTo(0.9f);
        Joint joint = hand.world().joints().get(tip);
        assertThat(joint.x()).isCloseTo(0, within(1e-6f));
        assertThat(joint.y()).isCloseTo(0.08f, within(1e-6f));
        assertThat(joint.z()).isEqualTo(-0.02f);
        assertThat(hand.presence()).isEqualTo(0.9f);
    }

    @Test
    void a_hand_that_is_hardly_there_is_none() {
        assertThat(decode(0.5f, new Region(0, 0, 10, 10, 0))).isEmpty();
    }

    private Optional<Hand> decode(float presence, Region region) {
        return new HandLandmarkDecoder(224).decode(region, Tensor.of(landmarks, 1, 63),
                Tensor.of(new float[] {presence}, 1, 1), Tensor.of(world, 1, 63));
    }
}
