package org.posescope.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.ReadFailure;

/**
 * Reads body models in the SMPL format, as published: pickles with chumpy objects and scipy matrices
 * ({@code SMPL_NEUTRAL.pkl}, {@code basicModel_f_lbs_10_207_0_v1.0.0.pkl}, {@code neutral_smpl_with_cocoplus_reg.pkl}), or
 * {@code .npz}; of any real type, with any number of shape components, of which the first 10 are used. Only the arrays of
 * the model are taken; a file can make nothing happen.
 */
public final class BodyModelReader {
    private static final int JOINTS = BodyParameters.JOINTS;
    private static final int POSE_NUMBERS = 9 * (JOINTS - 1);
    private static final int COCOPLUS_POINTS = 19;
    private static final int MOST_VERTICES = 1 << 16;
    private static final List<String> REQUIRED = List.of("v_template", "shapedirs", "J_regressor", "weights",
            "kintree_table", "f");

    private final Path path;
    private final BodyFile file;

    private BodyModelReader(Path path, BodyFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * The body model in a file.
     *
     * @throws UserException when the file is missing, damaged, or no body model of 24 joints
     */
    public static BodyModel read(Path path) {
        try (BodyFile file = open(path)) {
            return new BodyModelReader(path, file).read();
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(path, e);
        }
    }

    private static BodyFile open(Path path) throws IOException, MalformedDataException {
        try (InputStream in = Files.newInputStream(path)) {
            boolean isZip = Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'});
            return isZip ? new NpzBodyFile(path) : PickleBodyFile.open(path);
        }
    }

    private BodyModel read() {
        for (String name : REQUIRED) {
            if (!file.names().contains(name)) {
                throw new UserException(path + " is no body model in the SMPL format: it has no " + name + ".");
            }
        }
        float[] template = part("v_template", this::template);
        int vertices = template.length / 3;
        return new BodyModel(path.getFileName().toString(),
                new ShapeBlend(template, part("shapedirs", name -> shapeDirections(name, vertices))),
                new PoseBlend(file.names().contains("posedirs")
                        ? part("posedirs", name -> poseDirections(name, vertices))
                        : new float[0][]),
                part("J_regressor", name -> file.matrix(name, JOINTS, vertices)), part("kintree_table", this::tree),
                part("weights", name -> file.matrix(name, vertices, JOINTS)), part("f", name -> faces(name, vertices)),
                file.names().contains("cocoplus_regressor")
                        ? Optional.of(part("cocoplus_regressor", name -> file.matrix(name, COCOPLUS_POINTS, vertices)))
                        : Optional.empty());
    }

    private interface Part<T> {
        T read(String name) throws MalformedDataException;
    }

    private <T> T part(String name, Part<T> part) {
        try {
            return part.read(name);
        } catch (MalformedDataException e) {
            throw ReadFailure.of(path, name, e);
        }
    }

    private float[] template(String name) throws MalformedDataException {
        NdArray array = file.array(name, Checks.ANY, 3);
        if (array.dimension(0) == 0 || array.dimension(0) > MOST_VERTICES) {
            throw new MalformedDataException(
                    "it has " + array.dimension(0) + " vertices where 1 to " + MOST_VERTICES + " are possible");
        }
        return Checks.requireFinite(array.toFloats());
    }

    private float[][] shapeDirections(String name, int vertices) throws MalformedDataException {
        NdArray array = file.array(name, vertices, 3, Checks.ANY);
        return directions(array, Math.min(array.dimension(2), BodyParameters.BETAS));
    }

    private float[][] poseDirections(String name, int vertices) throws MalformedDataException {
        return directions(file.array(name, vertices, 3, POSE_NUMBERS), POSE_NUMBERS);
    }

    /** The first of the vectors that lie along the last axis of a (V, 3, n) array, one array each. */
    private static float[][] directions(NdArray array, int count) throws MalformedDataException {
        int coordinates = 3 * array.dimension(0);
        float[][] directions = new float[count][coordinates];
        for (int i = 0; i < coordinates; i++) {
            for (int k = 0; k < count; k++) {
                directions[k][i] = (float) array.getDouble(i * array.dimension(2) + k);
            }
        }
        for (float[] direction : directions) {
            Checks.requireFinite(direction);
        }
        return directions;
    }

    /** The first row holds parents; that of the first joint means nothing. */
    private KinematicTree tree(String name) throws MalformedDataException {
        NdArray table = file.array(name, 2, JOINTS);
        int[] parents = new int[JOINTS];
        parents[0] = -1;
        for (int joint = 1; joint < JOINTS; joint++) {
            double parent = table.getDouble(joint);
            if (!(parent >= 0 && parent < joint) || parent != Math.rint(parent)) {
                throw new MalformedDataException("joint " + joint + " has the parent " + parent);
            }
            parents[joint] = (int) parent;
        }
        return new KinematicTree(parents);
    }

    private int[] faces(String name, int vertices) throws MalformedDataException {
        int[] corners = Checks.wholeNumbers(file.array(name, Checks.ANY, 3));
        for (int corner : corners) {
            if (corner < 0 || corner >= vertices) {
                throw new MalformedDataException(
                        "a triangle has the corner " + corner + " of " + vertices + " vertices");
            }
        }
        return corners;
    }
}
