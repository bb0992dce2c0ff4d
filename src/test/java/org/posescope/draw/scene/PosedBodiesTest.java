package org.posescope.draw.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class PosedBodiesTest {
    @Test
    void people_get_the_body_that_is_in_use_when_they_are_drawn() {
        BodyModel plain = DefaultBody.read();
        BodyModel whole = DefaultBody.readWhole();
        AtomicReference<BodyModel> inUse = new AtomicReference<>(plain);
        PosedBodies bodies = new PosedBodies(inUse::get, new CameraInUse(Lens.DEFAULT));
        assertThat(bodies.of(List.of(somebody()), 0).getFirst().triangles()).isEqualTo(plain.faces());

        inUse.set(whole);

        assertThat(bodies.of(List.of(somebody()), 0).getFirst().triangles()).isEqualTo(whole.faces());
        assertThat(bodies.model()).contains(whole);
    }

    private static Person somebody() {
        BodyParameters standing = new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 3));
        return new Person(1, 1, new Box(0, 0, 10, 20),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.empty(),
                Optional.of(standing));
    }
}
