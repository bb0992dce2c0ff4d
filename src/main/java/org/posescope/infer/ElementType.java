package org.posescope.infer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** What the numbers of a tensor are in a network. Callers see float32 alone; pixels of other types are rounded. */
public enum ElementType {
    FLOAT32, UINT8, INT32;

    private static final int MOST = 255;

    /** Pixels as bytes without a sign. */
    static void putBytes(FloatBuffer from, ByteBuffer to) {
        for (int i = 0; i < from.limit(); i++) {
            to.put(i, (byte) Math.clamp(Math.round(from.get(i)), 0, MOST));
        }
    }

    /** Pixels as whole numbers. */
    static void putWhole(FloatBuffer from, IntBuffer to) {
        for (int i = 0; i < from.limit(); i++) {
            to.put(i, Math.round(from.get(i)));
        }
    }
}
