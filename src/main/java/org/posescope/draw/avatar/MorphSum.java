package org.posescope.draw.avatar;

import java.util.SortedMap;
import java.util.TreeMap;

import org.posescope.body.math.Vec3;

/** A movement of a face under way, target by target. */
final class MorphSum {
    private static final int AXES = 3;

    private final SortedMap<Integer, Shift> shifts = new TreeMap<>();

    private record Shift(Vec3 place, Vec3 normal) {
        Shift plus(Shift other) {
            return new Shift(place.plus(other.place), normal.plus(other.normal));
        }
    }

    /** Moves a vertex, on top of what moves it already. */
    void add(int vertex, Vec3 place, Vec3 normal) {
        shifts.merge(vertex, new Shift(place, normal), Shift::plus);
    }

    Morph whole() {
        int[] vertices = shifts.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] places = new float[AXES * vertices.length];
        float[] normals = new float[AXES * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            Shift shift = shifts.get(vertices[i]);
            put(shift.place, places, i);
            put(shift.normal, normals, i);
        }
        return new Morph(vertices, places, normals);
    }

    private static void put(Vec3 vector, float[] to, int number) {
        to[AXES * number] = (float) vector.x();
        to[AXES * number + 1] = (float) vector.y();
        to[AXES * number + 2] = (float) vector.z();
    }
}
