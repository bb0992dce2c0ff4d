package org.posescope.record.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packs messages into bundles that go through a network in one piece each. */
final class OscBundles {
    private static final int MOST_BYTES = 1400;
    private static final long IMMEDIATELY = 1;

    private OscBundles() {}

    /** Datagrams that hold all messages, in order. */
    static List<byte[]> of(List<OscMessage> messages) {
        List<byte[]> bundles = new ArrayList<>();
        ByteArrayOutputStream bundle = begin();
        int empty = bundle.size();
        for (OscMessage message : messages) {
            byte[] encoded = message.encoded();
            if (bundle.size() > empty && bundle.size() + Integer.BYTES + encoded.length > MOST_BYTES) {
                bundles.add(bundle.toByteArray());
                bundle = begin();
            }
            bundle.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
            bundle.writeBytes(encoded);
        }
        if (bundle.size() > empty) {
            bundles.add(bundle.toByteArray());
        }
        return bundles;
    }

    private static ByteArrayOutputStream begin() {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(MOST_BYTES);
        OscMessage.text("#bundle", bundle);
        bundle.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(IMMEDIATELY).array());
        return bundle;
    }
}
