package org.posescope.workshop.lift.pose;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.posescope.error.UserException;
import org.posescope.body.math.Rotation;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/**
 * Poses of people whose motion was captured, as rotations of the joints of SMPL-24 relative to their parents, y up. Immutable.
 */
public final class CapturedMotion {
    static final int JOINTS = BodyParameters.JOINTS;

    private final float[] matrices;
    private final int[] clipOfFrame;
    private final int[] subjectOfClip;
    private final String[] subjects;
    private final String[] sources;

    /**
     * @param matrices      24 x 3 x 3 numbers a frame
     * @param clipOfFrame   its clip
     * @param sources       what each clip is called
     * @param subjectOfClip who is seen in it, a number of a subject
     */
    private CapturedMotion(float[] matrices, int[] clipOfFrame, String[] sources, int[] subjectOfClip,
            String[] subjects) {
        this.matrices = matrices;
        this.clipOfFrame = clipOfFrame;
        this.sources = sources;
        this.subjectOfClip = subjectOfClip;
        this.subjects = subjects;
    }

    /**
     * Reads a file with the arrays {@code rot} (frames, 24, 3, 3), {@code clip} (frames), {@code source} and {@code subject} (clips).
     *
     * @throws UserException when it is no such file
     */
    public static CapturedMotion read(Path file) {
        Map<String, NdArray> arrays = NpzReader.readAll(file);
        for (String name : new String[] {"rot", "clip", "source", "subject"}) {
            if (!arrays.containsKey(name)) {
                throw new UserException(
                        file + " has no array " + name + ": name a file of motion in SMPL-24 rotations");
            }
        }
        NdArray rot = arrays.get("rot");
        NdArray clip = arrays.get("clip");
        if (rot.rank() != 4 || rot.dimension(1) != JOINTS || rot.size() != clip.size() * JOINTS * Rotations.MATRIX) {
            throw new UserException(file + ": its array rot is not of 24 matrices a frame");
        }
        NdArray names = arrays.get("subject");
        String[] ofClip = IntStream.range(0, names.size()).mapToObj(names::getText).toArray(String[]::new);
        String[] subjects = Arrays.stream(ofClip).distinct().sorted().toArray(String[]::new);
        NdArray sources = arrays.get("source");
        return new CapturedMotion(rot.toFloats(), clip.toInts(),
                IntStream.range(0, sources.size()).mapToObj(sources::getText).toArray(String[]::new),
                Arrays.stream(ofClip).mapToInt(name -> Arrays.binarySearch(subjects, name)).toArray(), subjects);
    }

    int frames() {
        return clipOfFrame.length;
    }

    String[] subjects() {
        return subjects.clone();
    }

    int subject(int frame) {
        return subjectOfClip[clipOfFrame[frame]];
    }

    String source(int frame) {
        return sources[clipOfFrame[frame]];
    }

    /** The pose of a frame; the caller's own. */
    BodyRotations pose(int frame) {
        BodyRotations pose = new BodyRotations();
        for (int joint = 0; joint < JOINTS; joint++) {
            Quaternion q = Rotations.quaternionOfMatrix(matrices, (frame * JOINTS + joint) * Rotations.MATRIX);
            pose.set(joint, new Rotation(q.w(), q.x(), q.y(), q.z()));
        }
        return pose;
    }
}
