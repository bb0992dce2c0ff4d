package org.posescope.body.fit;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/** The 24 joints of SMPL in any model of its family: where hands have fingers, a hand's joint is the knuckle of the middle one. */
final class FittedJoints {
    private static final List<String> SIDES = List.of("left_", "right_");

    private FittedJoints() {}

    /** Of each joint; -1 for the first. */
    static int[] parents(BodyModel model) {
        int[] parents = Arrays.copyOf(model.parents(), BodyParameters.JOINTS);
        for (String side : SIDES) {
            parents[Skeletons.SMPL24.index(side + "hand")] = Skeletons.SMPL24.index(side + "wrist");
        }
        return parents;
    }

    /** Before posing: x, y, z of each, metres. */
    static float[] places(BodyModel model, float[] betas) {
        float[] all = model.restJoints(betas);
        if (!model.hasFingers()) {
            return all;
        }
        float[] places = Arrays.copyOf(all, 3 * BodyParameters.JOINTS);
        for (String side : SIDES) {
            System.arraycopy(all, 3 * model.skeleton().index(side + "middle1"), places,
                    3 * Skeletons.SMPL24.index(side + "hand"), 3);
        }
        return places;
    }
}
