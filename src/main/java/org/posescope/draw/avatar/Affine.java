package org.posescope.draw.avatar;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * A transform of points that keeps lines straight: {@code x * p.x + y * p.y + z * p.z + at}.
 *
 * @param x where the unit vector x goes
 * @param y likewise
 * @param z likewise
 */
record Affine(Vec3 x, Vec3 y, Vec3 z, Vec3 at) {
    private static final int MATRIX = 16;
    private static final Affine IDENTITY = new Affine(Vec3.X, Vec3.Y, Vec3.Z, Vec3.ZERO);

    static Affine of(Rotation turn) {
        return new Affine(turn.apply(Vec3.X), turn.apply(Vec3.Y), turn.apply(Vec3.Z), Vec3.ZERO);
    }

    /** Of 16 numbers column by column. */
    static Affine ofColumns(float[] numbers, int from) {
        return new Affine(vector(numbers, from), vector(numbers, from + 4), vector(numbers, from + 8),
                vector(numbers, from + 12));
    }

    private static Vec3 vector(float[] numbers, int from) {
        return new Vec3(numbers[from], numbers[from + 1], numbers[from + 2]);
    }

    /** Of a node of a glTF file, relative to its parent. */
    static Affine ofNode(JsonNode node) {
        if (node.path("matrix").size() == MATRIX) {
            float[] numbers = new float[MATRIX];
            for (int i = 0; i < MATRIX; i++) {
                numbers[i] = (float) node.get("matrix").get(i).asDouble();
            }
            return ofColumns(numbers, 0);
        }
        Affine turn = of(rotation(node.path("rotation")));
        Vec3 scale = vector(node.path("scale"), 1);
        return new Affine(turn.x.times(scale.x()), turn.y.times(scale.y()), turn.z.times(scale.z()),
                vector(node.path("translation"), 0));
    }

    private static Vec3 vector(JsonNode three, double otherwise) {
        return new Vec3(three.path(0).asDouble(otherwise), three.path(1).asDouble(otherwise),
                three.path(2).asDouble(otherwise));
    }

    private static Rotation rotation(JsonNode four) {
        double w = four.path(3).asDouble(1);
        Vec3 v = vector(four, 0);
        double length = Math.sqrt(w * w + v.dot(v));
        return length > 0
                ? new Rotation(w / length, v.x() / length, v.y() / length, v.z() / length)
                : Rotation.IDENTITY;
    }

    static Affine identity() {
        return IDENTITY;
    }

    /** First the other, then this. */
    Affine times(Affine o) {
        return new Affine(turn(o.x), turn(o.y), turn(o.z), apply(o.at));
    }

    Vec3 apply(Vec3 point) {
        return turn(point).plus(at);
    }

    /** Without the shift. */
    Vec3 turn(Vec3 direction) {
        return x.times(direction.x()).plus(direction.y(), y).plus(direction.z(), z);
    }

    /** Where a normal goes, unit length: it stays at right angles to its surface also where that is stretched. */
    Vec3 turnNormal(Vec3 normal) {
        return y.cross(z).times(normal.x()).plus(normal.y(), z.cross(x)).plus(normal.z(), x.cross(y))
                .times(mirrors() ? -1 : 1).unit();
    }

    /** Whether it makes a left hand of a right one. */
    boolean mirrors() {
        return x.cross(y).dot(z) < 0;
    }
}
