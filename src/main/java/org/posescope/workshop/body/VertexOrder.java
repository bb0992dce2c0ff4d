package org.posescope.workshop.body;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.SmplJoints;
import org.posescope.workshop.body.skin.SkinWeights;

/**
 * Numbers the vertices so that those which move together have neighbouring numbers: left arm, chest, right arm, head, trunk,
 * legs. The pose blend shapes of a joint are then zero outside a short range.
 */
final class VertexOrder {
    private static final List<Integer> TRUNK_AND_ARMS = List.of(20, 18, 16, 13, 9, 14, 17, 19, 21);
    private static final List<Integer> HEAD_AND_LEGS = List.of(15, 12, 6, 3, 0, 1, 4, 7, 10, 2, 5, 8, 11);

    private VertexOrder() {}

    /** The present number of each new vertex. */
    static int[] of(Rig rig, SkinWeights weights, int vertices) {
        List<Integer> joints = joints(rig);
        return IntStream.range(0, vertices).boxed()
                .sorted(Comparator.comparingInt(v -> joints.indexOf(weights.strongest(v))))
                .mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> joints(Rig rig) {
        List<Integer> left = rig.hasFingers()
                ? rig.leftFingerJoints().boxed().toList()
                : List.of(SmplJoints.LEFT_HAND);
        Stream<Integer> face = rig.hasFingers() ? Stream.of(rig.index("jaw")) : Stream.of();
        return Stream.of(left.stream(), TRUNK_AND_ARMS.stream(), left.stream().map(rig::mirror), face,
                HEAD_AND_LEGS.stream()).flatMap(part -> part).toList();
    }
}
