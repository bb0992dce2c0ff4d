package org.posescope.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;

/** A body of four vertices, small enough to be damaged in every place. */
final class TinyBody {
    static final int VERTICES = 4;

    private final Random random = new Random(4);
    private final int joints;
    private final int components;

    /** One of SMPL. */
    TinyBody() {
        this(24, 12);
    }

    /** One of so many joints, and shape components with expressions. */
    TinyBody(int joints, int components) {
        this.joints = joints;
        this.components = components;
    }

    /** The arrays of the SMPL format. */
    Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("v_template", numbers(VERTICES, 3));
        arrays.put("shapedirs", numbers(VERTICES, 3, components));
        arrays.put("posedirs", numbers(VERTICES, 3, 9 * (joints - 1)));
        arrays.put("J_regressor", numbers(joints, VERTICES));
        arrays.put("weights", numbers(VERTICES, joints));
        int[] table = new int[2 * joints];
        for (int joint = 0; joint < joints; joint++) {
            table[joint] = joint - 1;
            table[joints + joint] = joint;
        }
        arrays.put("kintree_table", NdArray.of(table, 2, joints));
        arrays.put("f", NdArray.of(new int[] {0, 1, 2, 2, 1, 3}, 2, 3));
        return arrays;
    }

    private NdArray numbers(int... shape) {
        double[] values = random.doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b)).toArray();
        return NdArray.of(values, shape);
    }

    byte[] npz(Path folder, NpzWriter.Compression compression) throws IOException {
        Path file = folder.resolve("tiny.npz");
        try (NpzWriter npz = new NpzWriter(file, compression)) {
            arrays().forEach(npz::write);
            npz.finish();
        }
        return Files.readAllBytes(file);
    }

    /** As published: some arrays inside chumpy objects, the joint regressor sparse. */
    byte[] pickle() {
        Map<String, NdArray> arrays = arrays();
        PickleScript script = new PickleScript().raw("}(");
        arrays.forEach((name, array) -> {
            script.text(name);
            switch (name) {
                case "J_regressor" ->
                    script.csc(joints, VERTICES, numbers(6), NdArray.of(new int[] {0, 5, 9, 23, 1, 2}, 6),
                            NdArray.of(new int[] {0, 2, 3, 3, 6}, 5));
                case "shapedirs", "posedirs" -> script.chumpy(array);
                default -> script.array(array);
            }
        });
        return script.raw("u").end();
    }
}
