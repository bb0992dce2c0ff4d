package org.posescope.record.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.PersonFiles;
import org.posescope.record.motion.PersonMotion;
import org.posescope.record.motion.RestSkeleton;

/**
 * C3D, the file of motion capture laboratories (The C3D File Format User Guide, 2008): the 24 joints of the body as points, millimetres,
 * y up, floats in Intel's order. Who is out of sight has points with a residual of -1. No analogue data.
 */
public final class C3dFile implements PersonFiles.Format {
    private static final int BLOCK = 512;
    private static final int KEY = 0x50;
    private static final int POINT_BYTES = 16;
    /** Frame numbers are 16 bits without sign; longer motions have their true number in the group TRIAL. */
    private static final int MOST_FRAMES = 0xffff;
    private static final int MILLIMETRES = 1000;

    private final BodyModel model;

    public C3dFile(BodyModel model) {
        this.model = model;
    }

    @Override
    public void write(Motion motion, PersonMotion person, Path file) {
        CompleteFile.write(file, out -> write(motion, person, out));
    }

    private void write(Motion motion, PersonMotion person, OutputStream out) throws IOException {
        RestSkeleton skeleton = new RestSkeleton(model, person.betas());
        byte[] parameters = C3dParameters.section(skeleton, motion);
        int dataBlock = 2 + parameters.length / BLOCK;
        out.write(header(motion, skeleton.size(), dataBlock));
        out.write(parameters);
        ByteBuffer points = ByteBuffer.allocate(skeleton.size() * POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < motion.frames(); frame++) {
            boolean seen = person.observed(frame);
            List<Vec3> joints = skeleton.pose(person.at(frame));
            points.clear();
            for (Vec3 joint : joints) {
                Vec3 at = seen ? joint.times(MILLIMETRES) : Vec3.ZERO;
                points.putFloat((float) at.x()).putFloat((float) at.y()).putFloat((float) at.z())
                        .putFloat(seen ? 0 : -1);
            }
            out.write(points.array());
        }
        long bytes = (long) motion.frames() * points.capacity();
        out.write(new byte[(int) ((BLOCK - bytes % BLOCK) % BLOCK)]);
    }

    private static byte[] header(Motion motion, int points, int dataBlock) {
        ByteBuffer header = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 2).put((byte) KEY).putShort((short) points).putShort((short) 0).putShort((short) 1)
                .putShort((short) Math.min(MOST_FRAMES, motion.frames())).putShort((short) 0).putFloat(-1)
                .putShort((short) dataBlock).putShort((short) 0).putFloat((float) motion.fps());
        return header.array();
    }
}
