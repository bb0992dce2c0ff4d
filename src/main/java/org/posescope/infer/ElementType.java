package org.posescope.infer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/** What the numbers of a tensor are in a network. Callers see float32 alone; others are converted where they enter and leave it. */
public enum ElementType {
    FLOAT32(Float.BYTES) {
        @Override
        void put(FloatBuffer from, ByteBuffer to) {
            to.asFloatBuffer().put(from.duplicate());
        }
    },
    /** The nearest number of half precision. */
    FLOAT16(Short.BYTES) {
        @Override
        void put(FloatBuffer from, ByteBuffer to) {
            ShortBuffer halves = to.asShortBuffer();
            for (int i = 0; i < from.limit(); i++) {
                halves.put(i, Float.floatToFloat16(from.get(i)));
            }
        }
    },
    /** Pixels as bytes without a sign. */
    UINT8(Byte.BYTES) {
        @Override
        void put(FloatBuffer from, ByteBuffer to) {
            for (int i = 0; i < from.limit(); i++) {
                to.put(i, (byte) Math.clamp(Math.round(from.get(i)), 0, MOST));
            }
        }
    },
    /** Pixels as whole numbers. */
    INT32(Integer.BYTES) {
        @Override
        void put(FloatBuffer from, ByteBuffer to) {
            IntBuffer whole = to.asIntBuffer();
            for (int i = 0; i < from.limit(); i++) {
                whole.put(i, Math.round(from.get(i)));
            }
        }
    };

    private static final int MOST = 255;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /**
     * Converts numbers.
     *
     * @param to in the byte order of the machine, from its start on
     */
    abstract void put(FloatBuffer from, ByteBuffer to);

    /** Numbers of half precision as they are. */
    static float[] ofHalves(ShortBuffer halves) {
        float[] floats = new float[halves.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.float16ToFloat(halves.get(i));
        }
        return floats;
    }
}
