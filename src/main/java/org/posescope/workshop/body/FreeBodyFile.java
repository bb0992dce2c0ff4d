package org.posescope.workshop.body;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.posescope.body.math.Vec3;
import org.posescope.tensor.DType;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.workshop.body.makehuman.SmplJoints;
import org.posescope.workshop.body.shape.ShapeSpace;
import org.posescope.workshop.body.skin.PoseCorrectives;
import org.posescope.workshop.body.surface.BodyPart;

/** Writes the free body in the SMPL format, as a compressed {@code .npz}; {@code models/body/README.md} says what is in it. */
final class FreeBodyFile {
    /** Shapes are rounded to 2^-17 m (8 micrometres), which nobody sees; the file becomes a third as large. */
    private static final double STEPS_PER_METRE = 1 << 17;
    private static final DType BYTE = new DType(DType.Kind.UINT, Byte.BYTES, DType.INT32.order());

    private FreeBodyFile() {}

    static void write(FreeBody body, Path file) {
        int vertices = body.surface().size();
        int joints = SmplJoints.COUNT;
        int components = ShapeSpace.COMPONENTS;
        int features = PoseCorrectives.ENTRIES * (joints - 1);
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.SMALLEST)) {
            npz.write("v_template", floats(k -> rounded(coordinate(body.template(), k)), vertices, 3));
            npz.write("shapedirs", floats(k -> rounded(body.shapes().change(k % components, k / components)), vertices,
                    3, components));
            npz.write("posedirs", floats(k -> rounded(offset(body.poses(), k / features, k % features)), vertices, 3,
                    features));
            npz.write("J_regressor", floats(k -> body.regressor().weight(k / vertices, k % vertices), joints,
                    vertices));
            npz.write("J", floats(k -> coordinate(body.joints(), k), joints, 3));
            npz.write("weights", floats(k -> body.weights().of(k / joints, k % joints), vertices, joints));
            npz.write("kintree_table", NdArray.of(tree(), 2, joints));
            int[][] triangles = body.surface().triangles();
            npz.write("f", NdArray.of(Arrays.stream(triangles).flatMapToInt(Arrays::stream).toArray(), triangles.length,
                    3));
            npz.write("part", parts(body.parts()));
            npz.write("f_part", parts(body.faceParts()));
            npz.finish();
        }
    }

    private static double rounded(double metres) {
        return Math.rint(metres * STEPS_PER_METRE) / STEPS_PER_METRE;
    }

    private static double coordinate(List<Vec3> points, int index) {
        Vec3 p = points.get(index / 3);
        return switch (index % 3) {
            case 0 -> p.x();
            case 1 -> p.y();
            default -> p.z();
        };
    }

    private static double offset(PoseCorrectives poses, int coordinate, int feature) {
        int joint = 1 + feature / PoseCorrectives.ENTRIES;
        return poses.offset(joint, coordinate / 3, coordinate % 3, feature % PoseCorrectives.ENTRIES);
    }

    private static NdArray floats(IntToDoubleFunction value, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int k = 0; k < values.length; k++) {
            // Adding 0 makes 0 of -0, which would take more room in the file.
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

    private static NdArray parts(List<BodyPart> parts) {
        byte[] numbers = new byte[parts.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = (byte) parts.get(k).number();
        }
        return new NdArray(BYTE, new int[] {numbers.length}, false, ByteBuffer.wrap(numbers));
    }
}
