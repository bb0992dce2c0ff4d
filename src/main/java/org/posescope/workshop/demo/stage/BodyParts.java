package org.posescope.workshop.demo.stage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.workshop.body.surface.BodyPart;

/** What vertices and triangles of our own body show; see {@code models/body/README.md}. Immutable. */
public final class BodyParts {
    private final BodyPart[] vertices;
    private final BodyPart[] triangles;

    private BodyParts(int[] vertices, int[] triangles) {
        this.vertices = parts(vertices);
        this.triangles = parts(triangles);
    }

    private static BodyPart[] parts(int[] numbers) {
        BodyPart[] parts = BodyPart.values();
        return Arrays.stream(numbers).mapToObj(number -> parts[number]).toArray(BodyPart[]::new);
    }

    /**
     * Reads them from a body file.
     *
     * @throws UserException when it has none
     */
    public static BodyParts read(Path file) {
        Map<String, NdArray> arrays = NpzReader.readAll(file);
        NdArray vertices = arrays.get("part");
        NdArray triangles = arrays.get("f_part");
        if (vertices == null || triangles == null) {
            throw new UserException(file + " does not say what its vertices show: name PoseScope's own body, "
                    + "models/body/posescope-body.npz.");
        }
        return new BodyParts(vertices.toInts(), triangles.toInts());
    }

    /** What covers a triangle. */
    BodyPart cover(int triangle) {
        return triangles[triangle];
    }

    boolean isShod(int vertex) {
        return vertices[vertex] == BodyPart.SHOES;
    }

    /** What a vertex shows where it is covered by something: a feature of the face, or the cover. */
    BodyPart shown(int vertex, BodyPart cover) {
        BodyPart own = vertices[vertex];
        boolean feature = own == BodyPart.EYES || own == BodyPart.LIPS || own == BodyPart.BROWS;
        return feature && cover == BodyPart.SKIN ? own : cover;
    }
}
