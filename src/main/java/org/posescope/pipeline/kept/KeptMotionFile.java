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
import java.util.Optional;
import java.util.zip.CRC32;

import org.posescope.pose.Camera;

/**
 * Motion as the bytes of a file: what it is of, the frames, how many people were left out of each, how long each was followed without a
 * frame left out, and a CRC-32 of all before it. Older files lack the second or both, and what they say of being whole is not believed.
 */
final class KeptMotionFile {
    private static final String KIND = "posescope motion 4";

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
                write(out, frame.camera());
                out.writeInt(frame.bytes().length);
                out.write(frame.bytes());
            }
            // Behind the frames, where programs that do not know of it look for nothing.
            for (KeptFrame frame : motion.frames()) {
                out.writeInt(frame.leftOut());
            }
            for (KeptFrame frame : motion.frames()) {
                out.writeLong(frame.unbrokenMicros());
            }
            out.writeLong(crc(bytes.toByteArray(), bytes.size()));
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Optional<Camera> camera) throws IOException {
        out.writeBoolean(camera.isPresent());
        if (camera.isPresent()) {
            out.writeDouble(camera.get().focal());
            out.writeDouble(camera.get().centerX());
            out.writeDouble(camera.get().centerY());
        }
    }

    private static Optional<Camera> camera(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new Camera(in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
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
                frames.add(new KeptFrame(in.readLong(), in.readLong(), Unbroken.BROKEN, camera(in), 0,
                        in.readNBytes(in.readInt())));
            }
            if (in.available() > 0) {
                for (int i = 0; i < count; i++) {
                    frames.set(i, frames.get(i).leaving(in.readInt()));
                }
            }
            boolean known = in.available() > 0 || count == 0;
            if (known) {
                for (int i = 0; i < count; i++) {
                    frames.set(i, frames.get(i).unbroken(in.readLong()));
                }
            }
            return new StoredMotion(whole && known, frames);
        }
    }
}
