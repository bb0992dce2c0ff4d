package org.posescope.body.lift;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The landmarks that are lifted: limbs, hands and feet of both sides, then the head. The places of the body that show them are those of
 * {@link org.posescope.body.fit.PosedLandmarks}, in the same order.
 */
public final class LiftedLandmarks {
    private static final List<String> OF_SIDE = List.of("shoulder", "elbow", "wrist", "hip", "knee", "ankle", "index",
            "pinky", "heel", "foot_index");
    private static final List<String> OF_HEAD = List.of("nose", "left_ear", "right_ear");

    /** Their names. */
    public static final List<String> NAMES = Stream.concat(
            Stream.of("left_", "right_").flatMap(side -> OF_SIDE.stream().map(side::concat)), OF_HEAD.stream())
            .toList();
    public static final int COUNT = NAMES.size();

    static final int LEFT_HIP = index("left_hip");
    static final int RIGHT_HIP = index("right_hip");
    static final int LEFT_SHOULDER = index("left_shoulder");
    static final int RIGHT_SHOULDER = index("right_shoulder");

    private static final int[] MIRRORED = IntStream.range(0, COUNT).map(i -> index(otherSide(NAMES.get(i)))).toArray();

    private LiftedLandmarks() {}

    public static int index(String name) {
        return NAMES.indexOf(name);
    }

    /** The one on the other side of the body; itself in the middle. */
    public static int mirrored(int index) {
        return MIRRORED[index];
    }

    private static String otherSide(String name) {
        if (name.startsWith("left_")) {
            return "right_" + name.substring("left_".length());
        }
        return name.startsWith("right_") ? "left_" + name.substring("right_".length()) : name;
    }
}
