package org.posescope.pipeline.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Motion as the bytes of a file: what it is of, the frames, and a CRC-32 of all before it. */
final class KeptMotionFile {
    private static final String KIND = "posescope motion 2";

    private KeptMotionFile() {}

    /** @param of tells what it is the motion of */
    static byte[] write(byte[] of, StoredMotion motion) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(KIND);
            out.writeInt(of.length);
            out.write(of);
            out.writeBoolean(motion.whole());
            out.writeInt(motion.frames().size());
            for (KeptFrame frame : motion.frames()) {
                out.writeLong(frame.positionMicros());
                out.writeLong(frame.followedMicros());
                out.writeInt(frame.bytes().length);
                out.write(frame.bytes());
            }
            out.writeLong(crc(bytes.toByteArray(), bytes.size()));
        }
        return bytes.toByteArray();
    }

    private static long crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** @throws IOException with one sentence, when these are other bytes, or the motion of something else */
    static StoredMotion read(byte[] of, byte[] bytes) throws IOException {
        int length = bytes.length - Long.BYTES;
        if (length < 0 || ByteBuffer.wrap(bytes, length, Long.BYTES).getLong() != crc(bytes, length)) {
            throw new IOException("it is damaged or no such file");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            if (!in.readUTF().equals(KIND)) {
                throw new IOException("it is of another version");
            }
            if (!Arrays.equals(in.readNBytes(in.readInt()), of)) {
                throw new IOException("it is the motion of something else");
            }
            boolean whole = in.readBoolean();
            int count = in.readInt();
            List<KeptFrame> frames = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                frames.add(new KeptFrame(in.readLong(), in.readLong(), in.readNBytes(in.readInt())));
            }
            return new StoredMotion(whole, frames);
        }
    }
}
