package org.posescope.body.lift;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.PointNames;
import org.posescope.tensor.NpzReader;

/**
 * Lifts landmarks that are seen in a picture into space: the mean of what its network says of a person and of their mirror image. Made by
 * {@code posescope workshop train} from captured motion on our own body. Immutable and thread-safe.
 */
public final class Lifter {
    private static final String RESOURCE = "/models/lifter/lifter.npz";

    private final DenseNetwork network;

    private Lifter(DenseNetwork network) {
        this.network = network;
        if (network.inputs() != LiftInput.SIZE || network.outputs() != 3 * LiftedLandmarks.COUNT) {
            throw new IllegalArgumentException("a lifter from " + network.inputs() + " to " + network.outputs()
                    + " numbers instead of " + LiftInput.SIZE + " to " + 3 * LiftedLandmarks.COUNT);
        }
    }

    /**
     * Reads weights from a file.
     *
     * @throws UserException when they cannot be read
     */
    public static Lifter read(Path file) {
        return new Lifter(DenseNetwork.of(NpzReader.readAll(file)));
    }

    /**
     * The one that comes with the program.
     *
     * @throws UserException when the temporary folder cannot be written, through which it is read
     */
    public static Lifter bundled() {
        try (InputStream in = Lifter.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + RESOURCE);
            }
            Path copy = Files.createTempFile("posescope-lifter", ".npz");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return read(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UserException("the lifter cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ": "
                    + e.getMessage(), e);
        }
    }

    /**
     * Where the landmarks are on the body ({@link LiftedLandmarks#NAMES}), relative to the middle of the hips, in the camera's frame,
     * metres; empty where the keypoints tell nothing of hips or shoulders. A keypoint of score 0 was not found.
     *
     * @param width  of the picture, pixels
     * @param height of the picture, pixels
     */
    public Optional<List<Vec3>> lift(Keypoints keypoints, Camera camera, int width, int height) {
        double[] slopes = new double[2 * LiftedLandmarks.COUNT];
        float[] scores = new float[LiftedLandmarks.COUNT];
        boolean[] inside = new boolean[LiftedLandmarks.COUNT];
        for (int i = 0; i < LiftedLandmarks.COUNT; i++) {
            int own = PointNames.find(keypoints.skeleton(), LiftedLandmarks.NAMES.get(i));
            scores[i] = -1;
            if (own >= 0 && keypoints.points().get(own).score() > 0) {
                Keypoint point = keypoints.points().get(own);
                slopes[2 * i] = (point.x() - camera.centerX()) / camera.focal();
                slopes[2 * i + 1] = (point.y() - camera.centerY()) / camera.focal();
                scores[i] = point.score();
                inside[i] = point.x() >= 0 && point.y() >= 0 && point.x() < width && point.y() < height;
            }
        }
        boolean known = scores[LiftedLandmarks.LEFT_HIP] >= 0 && scores[LiftedLandmarks.RIGHT_HIP] >= 0
                && scores[LiftedLandmarks.LEFT_SHOULDER] >= 0 && scores[LiftedLandmarks.RIGHT_SHOULDER] >= 0;
        return known ? Optional.of(lift(LiftInput.of(slopes, scores, inside))) : Optional.empty();
    }

    private List<Vec3> lift(LiftInput input) {
        float[] seen = network.apply(input.vector());
        float[] mirror = network.apply(input.mirrored());
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < LiftedLandmarks.COUNT; i++) {
            int other = 3 * LiftedLandmarks.mirrored(i);
            points.add(input.toCamera().apply(new Vec3((seen[3 * i] - mirror[other]) / 2,
                    (seen[3 * i + 1] + mirror[other + 1]) / 2, (seen[3 * i + 2] + mirror[other + 2]) / 2)));
        }
        return points;
    }
}
