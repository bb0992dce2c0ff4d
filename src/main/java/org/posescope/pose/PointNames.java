package org.posescope.pose;

import java.util.LinkedHashMap;
import java.util.Map;

/** Points of the body that skeletons call differently: the tips of the feet, and the knuckles of the index and the little finger. */
public final class PointNames {
    /** Names of BlazePose, and those of COCO-WholeBody and Halpe for the same places. */
    private static final Map<String, String> OTHERS = others();

    private PointNames() {}

    private static Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("_foot_index", "_big_toe");
        others.put("_index", "_forefinger1");
        others.put("_pinky", "_pinky_finger1");
        return others;
    }

    /** Position of a point by the name that BlazePose has for it, whatever the skeleton calls it; -1 where it has none. */
    public static int find(Skeleton skeleton, String name) {
        int own = skeleton.names().indexOf(name);
        if (own >= 0) {
            return own;
        }
        return OTHERS.entrySet().stream().filter(other -> name.endsWith(other.getKey())).findFirst()
                .map(other -> skeleton.names().indexOf(name.replace(other.getKey(), other.getValue()))).orElse(-1);
    }

    /** Whether a skeleton has all points of another one, by the same names. */
    public static boolean hasAll(Skeleton skeleton, Skeleton other) {
        return skeleton.names().containsAll(other.names());
    }
}
