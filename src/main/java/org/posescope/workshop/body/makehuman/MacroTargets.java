package org.posescope.workshop.body.makehuman;

import java.util.Map;

import org.posescope.body.math.Vec3;

/** MakeHuman's macro targets: how each vertex of the base mesh moves when the body becomes another sex, age, weight and so on. */
public final class MacroTargets {
    private final Map<String, short[]> rows;

    private MacroTargets(Map<String, short[]> rows) {
        this.rows = rows;
    }

    /** Reads the targets. */
    public static MacroTargets read(MakeHumanFiles files) {
        return new MacroTargets(TargetFile.below("macrodetails/", files));
    }

    /**
     * Adds a share of a target to a body.
     *
     * @param name path below the folder of the macro targets, without its suffix
     * @param body all vertices of the base mesh, changed in place
     */
    void add(String name, double share, Vec3[] body) {
        short[] row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("MakeHuman has no macro target " + name);
        }
        double scale = share / TargetFile.STEPS_PER_METRE;
        for (int v = 0; v < body.length; v++) {
            body[v] = body[v].plus(scale, new Vec3(row[3 * v], row[3 * v + 1], row[3 * v + 2]));
        }
    }
}
