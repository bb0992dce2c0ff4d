package org.posescope.workshop.body.surface;

import java.util.BitSet;
import java.util.List;

import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.mesh.QuadMesh;

/**
 * Where the surface of MakeHuman's base mesh turns inwards at the left eye and the mouth. Found once by looking at the mesh,
 * whose vertices keep their numbers in every body.
 */
final class FaceLandmarks {
    /** A vertex at the back of the eye socket, and how many rings of quads lie between it and the rim of the lids. */
    private static final int SOCKET_BACK = 8011;
    private static final int SOCKET_RINGS = 11;

    /** The edge loop where the lips touch, by its two first vertices in the middle of the upper lip, and one behind it. */
    private static final int UPPER_LIP = 520;
    private static final int UPPER_LIP_NEXT = 7267;
    private static final int BEHIND_LIPS = 537;
    private static final int LIP_RINGS = 5;

    private final QuadMesh quads;

    FaceLandmarks(BaseMesh base) {
        quads = new QuadMesh(base.bodyQuads(), BaseMesh.BODY_VERTICES);
    }

    /** The vertices of the eye socket and of the rim of the lids. */
    BitSet socket() {
        return aroundSocket(SOCKET_RINGS);
    }

    BitSet lidRim() {
        BitSet rim = socket();
        rim.andNot(aroundSocket(SOCKET_RINGS - 1));
        return rim;
    }

    private BitSet aroundSocket(int rings) {
        BitSet back = new BitSet();
        back.set(SOCKET_BACK);
        return quads.around(back, rings);
    }

    /** The closed edge loop where the lips touch; it begins in the middle of the upper lip and goes to the left. */
    List<Integer> lipSeam() {
        return quads.edgeLoop(UPPER_LIP, UPPER_LIP_NEXT);
    }

    /** The quads behind the lips, which line the mouth. */
    BitSet mouthQuads() {
        return quads.inside(lipSeam(), BEHIND_LIPS);
    }

    /** The vertices of the lips, and of a strip behind them. */
    BitSet lips() {
        BitSet seam = new BitSet();
        lipSeam().forEach(seam::set);
        return quads.around(seam, LIP_RINGS);
    }
}
