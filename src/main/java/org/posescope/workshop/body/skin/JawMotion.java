package org.posescope.workshop.body.skin;

import java.util.Arrays;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * How the skin follows the jaw, by the sculpted open mouth: the chin turns about the jaw's joint as if it were rigid, every other
 * vertex takes as much of that turn as brings it nearest to its goal, and what is left is a pose blend shape.
 */
public final class JawMotion {
    private static final double LEAST_SHARE = 0.02;
    /** Shares this near to the chin's are rigid too. */
    private static final double RIGID = 0.97;
    /** What is left is taken as an offset up to so many metres. */
    private static final double MOST_OFFSET = 0.008;

    private final double[] shares;
    private final Vec3[] offsetsPerSine;

    private JawMotion(double[] shares, Vec3[] offsetsPerSine) {
        this.shares = shares;
        this.offsetsPerSine = offsetsPerSine;
    }

    /**
     * The motion of a surface.
     *
     * @param body    all vertices of the base mesh
     * @param opening how far each goes when the mouth opens
     */
    public static JawMotion of(BaseMesh base, Vec3[] body, BodySurface surface, Vec3[] opening) {
        Vec3 joint = base.head("jaw", body);
        Vec3[] points = surface.points(body);
        Vec3[] moves = surface.symmetric(surface.points(opening));
        int chin = 0;
        for (int v = 0; v < moves.length; v++) {
            chin = moves[v].length() > moves[chin].length() ? v : chin;
        }
        Vec3 before = points[chin].minus(joint);
        Vec3 after = before.plus(moves[chin]);
        double angle = StrictMath.atan2(before.y() * after.z() - before.z() * after.y(),
                before.y() * after.y() + before.z() * after.z());
        Rotation turn = Rotation.about(Vec3.X, angle);
        double[] shares = new double[moves.length];
        Vec3[] offsets = new Vec3[moves.length];
        for (int v = 0; v < moves.length; v++) {
            Vec3 arm = points[v].minus(joint);
            Vec3 rigid = turn.apply(arm).minus(arm);
            double share = Math.clamp(moves[v].dot(rigid) / rigid.dot(rigid), 0, 1);
            shares[v] = share < LEAST_SHARE ? 0 : share > RIGID ? 1 : share;
            Vec3 left = moves[v].plus(-shares[v], rigid);
            Vec3 offset = left.length() > MOST_OFFSET ? left.unit().times(MOST_OFFSET) : left;
            offsets[v] = offset.times(1 / StrictMath.sin(angle));
        }
        return new JawMotion(shares, offsets);
    }

    /** The same weights with the jaw's shares. */
    public SkinWeights bind(Rig rig, BodySurface surface, SkinWeights weights) {
        double[] even = new double[shares.length];
        Arrays.setAll(even, v -> 0.5 * (shares[v] + shares[surface.mirror(v)]));
        return weights.withShares(rig, rig.index("jaw"), even);
    }

    /** Gives the jaw its pose blend shape. */
    public void correct(Rig rig, PoseCorrectives poses) {
        poses.bend(rig.index("jaw"), offsetsPerSine);
    }
}
