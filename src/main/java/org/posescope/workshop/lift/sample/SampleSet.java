package org.posescope.workshop.lift.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/** Reads samples back, as far as the lifter is trained with them. */
public final class SampleSet {
    private static final int[] LANDMARKS = LiftedLandmarks.NAMES.stream().mapToInt(Skeletons.BLAZEPOSE33::index)
            .toArray();

    private SampleSet() {}

    /**
     * All looks in some files.
     *
     * @throws org.posescope.error.UserException when a file cannot be read
     */
    public static List<Look> read(List<Path> files) {
        List<Look> looks = new ArrayList<>();
        for (Path file : files) {
            Map<String, NdArray> arrays = NpzReader.readAll(file);
            float[] landmarks = arrays.get("landmarks").toFloats();
            float[] inside = arrays.get("inside").toFloats();
            float[] joints = arrays.get("joints").toFloats();
            float[] points = arrays.get("points").toFloats();
            int[] subjects = arrays.get("subject").toInts();
            IntStream.range(0, subjects.length).forEach(row -> looks.add(look(row, landmarks, inside,
                    row(points, row, 3 * LiftedLandmarks.COUNT), row(joints, row, 3 * Skeletons.SMPL24.size()),
                    subjects[row])));
        }
        return looks;
    }

    private static Look look(int row, float[] landmarks, float[] inside, float[] points, float[] joints, int subject) {
        int all = Skeletons.BLAZEPOSE33.size();
        float[] slopes = new float[2 * LANDMARKS.length];
        float[] scores = new float[LANDMARKS.length];
        boolean[] in = new boolean[LANDMARKS.length];
        for (int i = 0; i < LANDMARKS.length; i++) {
            int at = row * all + LANDMARKS[i];
            slopes[2 * i] = landmarks[3 * at];
            slopes[2 * i + 1] = landmarks[3 * at + 1];
            scores[i] = landmarks[3 * at + 2];
            in[i] = inside[at] > 0;
        }
        return new Look(slopes, scores, in, points, joints, subject);
    }

    private static float[] row(float[] all, int row, int width) {
        float[] own = new float[width];
        System.arraycopy(all, row * width, own, 0, width);
        return own;
    }
}
