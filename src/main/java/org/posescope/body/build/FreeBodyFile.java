package org.posescope.body.build;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import org.posescope.tensor.DType;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;

/** Writes the free body in the SMPL format, as a compressed {@code .npz} of float32. */
final class FreeBodyFile {
    /** Offsets are rounded to 2^-17 m (8 micrometres): nobody sees it, and the file is a third of the size. */
    private static final double STEPS_PER_METRE = 1 << 17;

    private FreeBodyFile() {}

    static void write(FreeBody body, Path file) {
        int vertices = body.template().length;
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.SMALLEST)) {
            npz.write("v_template", floats(k -> rounded(coordinate(body.template(), k)), vertices, 3));
            int components = body.shapes().length;
            npz.write("shapedirs", floats(k -> rounded(body.shapes()[k % components][k / components]), vertices, 3,
                    components));
            int features = body.poses().length * PoseCorrectives.FEATURES;
            npz.write("posedirs", floats(k -> rounded(pose(body, k / features, k % features)), vertices, 3, features));
            npz.write("J_regressor",
                    floats(k -> body.regressor()[k / vertices][k % vertices], SmplJoints.COUNT, vertices));
            npz.write("J", floats(k -> coordinate(body.joints(), k), SmplJoints.COUNT, 3));
            npz.write("weights",
                    floats(k -> body.weights()[k / SmplJoints.COUNT][k % SmplJoints.COUNT], vertices,
                            SmplJoints.COUNT));
            npz.write("kintree_table", NdArray.of(tree(), 2, SmplJoints.COUNT));
            npz.write("f", NdArray.of(Arrays.stream(body.triangles()).flatMapToInt(Arrays::stream).toArray(),
                    body.triangles().length, 3));
            npz.write("part", parts(body.parts()));
            npz.write("f_part", parts(body.faceParts()));
            npz.finish();
        }
    }

    private static double rounded(double metres) {
        return Math.rint(metres * STEPS_PER_METRE) / STEPS_PER_METRE;
    }

    private static double coordinate(Vec3[] points, int index) {
        Vec3 p = points[index / 3];
        return switch (index % 3) {
            case 0 -> p.x();
            case 1 -> p.y();
            default -> p.z();
        };
    }

    private static double pose(FreeBody body, int coordinate, int feature) {
        return body.poses()[feature / PoseCorrectives.FEATURES][coordinate * PoseCorrectives.FEATURES
                + feature % PoseCorrectives.FEATURES];
    }

    private static NdArray floats(IntToDoubleFunction value, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int k = 0; k < values.length; k++) {
            // Adding zero turns -0 into 0, which takes less room in the file.
            values[k] = (float) value.applyAsDouble(k) + 0f;
        }
        return NdArray.of(values, shape);
    }

    private static int[] tree() {
        int[] tree = new int[2 * SmplJoints.COUNT];
        for (int j = 0; j < SmplJoints.COUNT; j++) {
            tree[j] = SmplJoints.parent(j);
            tree[SmplJoints.COUNT + j] = j;
        }
        return tree;
    }

    private static NdArray parts(BodyPart[] parts) {
        ByteBuffer bytes = ByteBuffer.allocate(parts.length);
        for (BodyPart part : parts) {
            bytes.put((byte) part.ordinal());
        }
        return new NdArray(new DType(DType.Kind.UINT, Byte.BYTES, DType.FLOAT32.order()), new int[] {parts.length},
                false,
                bytes.flip());
    }
}
