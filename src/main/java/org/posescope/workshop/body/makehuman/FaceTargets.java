package org.posescope.workshop.body.makehuman;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.posescope.body.math.Vec3;

/** MakeHuman's expression targets: how each vertex of the base mesh moves when a face does something, a mean over all origins. */
public final class FaceTargets {
    private final Map<String, short[]> rows;

    private FaceTargets(Map<String, short[]> rows) {
        this.rows = rows;
    }

    /** Reads the targets. */
    public static FaceTargets read(MakeHumanFiles files) {
        return new FaceTargets(TargetFile.below("expression/units/", files));
    }

    /**
     * How the vertices move when some targets are in full effect together, in metres.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    public Vec3[] offsets(List<String> names) {
        Vec3[] offsets = new Vec3[BaseMesh.VERTICES];
        Arrays.fill(offsets, Vec3.ZERO);
        double scale = 1.0 / (TargetFile.STEPS_PER_METRE * Traits.ORIGINS.size());
        for (String name : names) {
            for (String origin : Traits.ORIGINS) {
                short[] row = rows.get(origin + "/" + name);
                if (row == null) {
                    throw new IllegalArgumentException("MakeHuman has no expression target " + name);
                }
                for (int v = 0; v < offsets.length; v++) {
                    offsets[v] = offsets[v].plus(scale, new Vec3(row[3 * v], row[3 * v + 1], row[3 * v + 2]));
                }
            }
        }
        return offsets;
    }
}
