package org.posescope.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.SmplFamily;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.ReadFailure;

/**
 * Reads body models in the SMPL format, as published: pickles with chumpy objects and scipy matrices
 * ({@code SMPL_NEUTRAL.pkl}, {@code basicModel_f_lbs_10_207_0_v1.0.0.pkl}, {@code neutral_smpl_with_cocoplus_reg.pkl}), or
 * {@code .npz}; likewise those of SMPL-H ({@code SMPLH_MALE.pkl}) and SMPL-X ({@code SMPLX_NEUTRAL.npz}); of any real type, with any number of shape components, of which the first 10 are used, as of the expressions. Only the arrays of
 * the model are taken; a file can make nothing happen.
 */
public final class BodyModelReader {
    private static final int NUMBERS_PER_JOINT = 9;
    /** Where expressions begin in files of SMPL-X that have all of its shape components. */
    private static final int ALL_SHAPES = 300;
    private static final int ALL_COMPONENTS = 400;
    private static final Set<Integer> COUNTS = Set.of(BodyParameters.JOINTS, SmplFamily.SMPLH52.size(),
            SmplFamily.SMPLX55.size());
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
     * @throws UserException when the file is missing, damaged, or no body model of 24, 52 or 55 joints
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
        KinematicTree tree = part("kintree_table", this::tree);
        int joints = tree.size();
        return new BodyModel(path.getFileName().toString(),
                new ShapeBlend(template, part("shapedirs", name -> shapeDirections(name, vertices))),
                new ShapeBlend(new float[template.length], joints == SmplFamily.SMPLX55.size()
                        ? part("shapedirs", name -> expressionDirections(name, vertices))
                        : new float[0][]),
                file.names().contains(Expression.FILE_ARRAY), new PoseBlend(file.names().contains("posedirs")
                        ? part("posedirs", name -> poseDirections(name, vertices, joints))
                        : new float[0][]),
                part("J_regressor", name -> file.matrix(name, joints, vertices)), tree,
                part("weights", name -> file.matrix(name, vertices, joints)), part("f", name -> faces(name, vertices)),
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
        return directions(array, 0, Math.min(array.dimension(2), BodyParameters.BETAS));
    }

    /** They follow the shape components: all 300 of them, or the first 10. */
    private float[][] expressionDirections(String name, int vertices) throws MalformedDataException {
        NdArray array = file.array(name, vertices, 3, Checks.ANY);
        int all = array.dimension(2);
        int first = all >= ALL_COMPONENTS ? ALL_SHAPES : Math.min(all, BodyParameters.BETAS);
        return directions(array, first, Math.min(all - first, FingersAndFace.EXPRESSIONS));
    }

    private float[][] poseDirections(String name, int vertices, int joints) throws MalformedDataException {
        int numbers = NUMBERS_PER_JOINT * (joints - 1);
        return directions(file.array(name, vertices, 3, numbers), 0, numbers);
    }

    /** Some of the vectors that lie along the last axis of a (V, 3, n) array, one array each. */
    private static float[][] directions(NdArray array, int first, int count) throws MalformedDataException {
        int coordinates = 3 * array.dimension(0);
        float[][] directions = new float[count][coordinates];
        for (int i = 0; i < coordinates; i++) {
            for (int k = 0; k < count; k++) {
                directions[k][i] = (float) array.getDouble(i * array.dimension(2) + first + k);
            }
        }
        for (float[] direction : directions) {
            Checks.requireFinite(direction);
        }
        return directions;
    }

    /** The first row holds parents; that of the first joint means nothing. */
    private KinematicTree tree(String name) throws MalformedDataException {
        NdArray table = file.array(name, 2, Checks.ANY);
        int[] parents = new int[table.dimension(1)];
        if (!COUNTS.contains(parents.length)) {
            throw new MalformedDataException("it has " + parents.length + " joints, where SMPL has "
                    + BodyParameters.JOINTS + ", SMPL-H " + SmplFamily.SMPLH52.size() + " and SMPL-X "
                    + SmplFamily.SMPLX55.size());
        }
        parents[0] = -1;
        for (int joint = 1; joint < parents.length; joint++) {
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
