package org.posescope.workshop.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.posescope.body.Expression;
import org.posescope.body.math.Vec3;
import org.posescope.tensor.DType;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.shape.ShapeSpace;
import org.posescope.workshop.body.skin.PoseCorrectives;
import org.posescope.workshop.body.surface.BodyPart;

/** Writes the free body in the SMPL format, as a compressed {@code .npz}; {@code models/body/README.md} says what is in it. */
final class FreeBodyFile {
    /** Shapes are rounded to 2^-17 m (8 micrometres), which nobody sees; the file becomes a third as large. */
    private static final double STEPS_PER_METRE = 1 << 17;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final DType BYTE = new DType(DType.Kind.UINT, Byte.BYTES, DType.INT32.order());

    private FreeBodyFile() {}

    static void write(FreeBody body, Path file) {
        int vertices = body.surface().size();
        Rig rig = body.rig();
        int joints = rig.size();
        int components = ShapeSpace.COMPONENTS + body.expressions().size();
        int features = PoseCorrectives.ENTRIES * (joints - 1);
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.SMALLEST)) {
            npz.write("v_template", floats(k -> rounded(coordinate(body.template(), k)), vertices, 3));
            npz.write("shapedirs", floats(k -> rounded(change(body, k % components, k / components)), vertices,
                    3, components));
            IntToDoubleFunction offsets = k -> rounded(offset(body.poses(), k / features, k % features));
            npz.write("posedirs", rig.hasFingers()
                    ? halfFloats(offsets, vertices, 3, features)
                    : floats(offsets, vertices, 3, features));
            npz.write("J_regressor", floats(k -> body.regressor().weight(k / vertices, k % vertices), joints,
                    vertices));
            npz.write("J", floats(k -> coordinate(body.joints(), k), joints, 3));
            npz.write("weights", floats(k -> body.weights().of(k / joints, k % joints), vertices, joints));
            npz.write("kintree_table", NdArray.of(tree(rig), 2, joints));
            int[][] triangles = body.surface().triangles();
            npz.write("f", NdArray.of(Arrays.stream(triangles).flatMapToInt(Arrays::stream).toArray(), triangles.length,
                    3));
            npz.write("part", parts(body.parts()));
            npz.write("f_part", parts(body.faceParts()));
            if (!body.expressions().isEmpty()) {
                npz.write(Expression.FILE_ARRAY, expressionNames());
            }
            npz.finish();
        }
    }

    private static double rounded(double metres) {
        return Math.rint(metres * STEPS_PER_METRE) / STEPS_PER_METRE;
    }

    /** Shape components first, then expressions, as SMPL-X has them. */
    private static double change(FreeBody body, int component, int coordinate) {
        int expression = component - ShapeSpace.COMPONENTS;
        return expression < 0
                ? body.shapes().change(component, coordinate)
                : along(body.expressions().get(expression)[coordinate / 3], coordinate % 3);
    }

    private static double coordinate(List<Vec3> points, int index) {
        return along(points.get(index / 3), index % 3);
    }

    private static double along(Vec3 p, int axis) {
        return switch (axis) {
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

    /** In half precision, whose steps below 3 cm are as fine as those that shapes are rounded to. */
    private static NdArray halfFloats(IntToDoubleFunction value, int... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * size).order(DType.FLOAT16.order());
        for (int k = 0; k < size; k++) {
            bytes.putShort(Float.floatToFloat16((float) value.applyAsDouble(k) + 0f));
        }
        return new NdArray(DType.FLOAT16, shape, false, bytes.flip());
    }

    private static int[] tree(Rig rig) {
        int[] tree = new int[2 * rig.size()];
        for (int j = 0; j < rig.size(); j++) {
            tree[j] = rig.parent(j);
            tree[rig.size() + j] = j;
        }
        return tree;
    }

    private static NdArray expressionNames() {
        List<byte[]> names = Arrays.stream(Expression.values()).map(each -> each.id().getBytes(UTF_32LE)).toList();
        int longest = names.stream().mapToInt(name -> name.length).max().orElseThrow();
        ByteBuffer bytes = ByteBuffer.allocate(names.size() * longest);
        names.forEach(name -> bytes.put(Arrays.copyOf(name, longest)));
        return new NdArray(new DType(DType.Kind.TEXT, longest, ByteOrder.LITTLE_ENDIAN), new int[] {names.size()},
                false,
                bytes.flip());
    }

    private static NdArray parts(List<BodyPart> parts) {
        byte[] numbers = new byte[parts.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = (byte) parts.get(k).number();
        }
        return new NdArray(BYTE, new int[] {numbers.length}, false, ByteBuffer.wrap(numbers));
    }
}
