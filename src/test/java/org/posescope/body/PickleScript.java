package org.posescope.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.posescope.tensor.NdArray;

/** Writes pickles of protocol 2 the way Python 2 wrote the published body models, or any way a test wants. */
final class PickleScript {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleScript() {
        raw("\u0080\u0002");
    }

    /** Instructions as they are, one byte a character. */
    PickleScript raw(String instructions) {
        out.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PickleScript text(String text) {
        return raw("U" + (char) text.length() + text);
    }

    PickleScript integer(int value) {
        raw("J");
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    PickleScript bytes(byte[] bytes) {
        raw("T");
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    PickleScript array(NdArray array) {
        byte[] data = new byte[array.data().remaining()];
        array.data().get(data);
        raw("cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\u0000t").text("b").raw("tR(K\u0001(");
        for (int side : array.shape()) {
            integer(side);
        }
        String descr = array.dtype().descr();
        return raw("tcnumpy\ndtype\n(").text(descr.substring(1)).raw("K\u0000K\u0001tR(K\u0003")
                .text(descr.substring(0, 1)).raw("NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\u0000tb\u0089")
                .bytes(data).raw("tb");
    }

    /** A chumpy object around an array. */
    PickleScript chumpy(NdArray array) {
        return raw("cchumpy.ch\nCh\n)\u0081}(").text("x").array(array).raw("ub");
    }

    /** A sparse matrix by columns. */
    PickleScript csc(int rows, int columns, NdArray data, NdArray indices, NdArray starts) {
        return raw("cscipy.sparse.csc\ncsc_matrix\n)\u0081}(").text("_shape").raw("(").integer(rows).integer(columns)
                .raw("t").text("data").array(data).text("indices").array(indices).text("indptr").array(starts)
                .raw("ub");
    }

    byte[] end() {
        raw(".");
        return out.toByteArray();
    }
}
