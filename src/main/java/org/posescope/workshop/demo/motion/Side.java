package org.posescope.workshop.demo.motion;

/** A side of the body. */
public enum Side {
    LEFT, RIGHT;

    /** 1 on the left, where x is positive, -1 on the right. */
    double sign() {
        return this == LEFT ? 1 : -1;
    }

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** The joint of SMPL's tree on this side, given the left one's number. */
    public int joint(int left) {
        return this == LEFT ? left : left + 1;
    }
}
