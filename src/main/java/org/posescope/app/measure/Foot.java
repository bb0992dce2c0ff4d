package org.posescope.app.measure;

/** A foot of somebody. */
record Foot(int person, boolean left) {
    /** By whose contacts a curve goes: the foot of its side, of the trunk the left one. */
    static Foot of(Curve curve) {
        return new Foot(curve.person(), !curve.angle().name().startsWith("RIGHT_"));
    }
}
