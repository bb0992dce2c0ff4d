package org.posescope.workshop.demo.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

/**
 * A shoe around a foot: rings from the heel to the toes, with a sole. Its rear moves with the heel, its front with the toes.
 */
final class Shoe {
    /** How much lower than the foot the shoe stands, metres. */
    static final double SOLE = 0.014;

    private static final int RINGS = 22;
    /** Right half of a ring, from the middle of the sole up: share of the width, share of the height. */
    private static final double[][] HALF_RING = {{0.55, 0}, {0.94, 0}, {1, 0.006}, {1, 0}, {0.965, 0}, {0.96, 0.3},
        {0.86, 0.58}, {0.68, 0.8}, {0.42, 0.94}, {0.2, 0.99}};
    /** The rows of a half ring that are the sole's; the last of them, and the row after it, are as high as the sole. */
    private static final int SOLE_ROWS = 4;
    private static final double SOLE_HEIGHT = 0.021;
    private static final double ROOM = 0.005;
    private static final double ROOM_AT_TOES = 0.016;
    private static final double LOW = 0.045;

    private final List<Vec3> vertices = new ArrayList<>();
    private final List<Boolean> sole = new ArrayList<>();
    private final List<Double> front = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();
    private final int[] rear;
    private final int[] toes;
    private final Vec3[] rearLocal;
    private final Vec3[] toesLocal;

    /**
     * A shoe.
     *
     * @param body  all vertices of the body at rest
     * @param foot  those of the foot
     * @param ankle the joint at rest
     * @param ball  the joint in the ball of the foot
     */
    Shoe(Vec3[] body, int[] foot, Vec3 ankle, Vec3 ball) {
        double floor = least(body, foot, Vec3::y) - SOLE;
        Vec3 ahead = new Vec3(ball.x() - ankle.x(), 0, ball.z() - ankle.z()).unit();
        Vec3 across = Vec3.Y.cross(ahead);
        double heel = least(body, foot, p -> p.dot(ahead)) - ROOM;
        double tip = -least(body, foot, p -> -p.dot(ahead)) + ROOM_AT_TOES;
        double bend = (ball.dot(ahead) - heel) / (tip - heel);
        double middle = ball.dot(across);
        double width = -least(body, foot, p -> -Math.abs(p.dot(across) - middle)) + ROOM;
        for (int ring = 0; ring < RINGS; ring++) {
            double u = 0.5 - 0.5 * Math.cos(Math.PI * ring / (RINGS - 1));
            Vec3 center = ahead.times(heel + u * (tip - heel)).plus(middle, across).plus(floor, Vec3.Y);
            addRing(center, across, width * widthAt(u), heightAt(u), smoothStep((u - bend + 0.1) / 0.2));
        }
        joinRings();
        double low = floor + SOLE + LOW;
        rear = frame(body, foot, p -> p.y() < low && p.dot(ahead) < ankle.dot(ahead) + 0.05, across);
        toes = frame(body, foot, p -> p.dot(ahead) > ball.dot(ahead) + 0.02, across);
        rearLocal = local(axes(body, rear));
        toesLocal = local(axes(body, toes));
    }

    private static double least(Vec3[] body, int[] some, ToDoubleFunction<Vec3> what) {
        return Arrays.stream(some).mapToDouble(v -> what.applyAsDouble(body[v])).min().orElseThrow();
    }

    /** Half the width against the widest, from heel (0) to tip (1). */
    private static double widthAt(double u) {
        double ends = Math.sqrt(Math.min(1, 4.5 * u)) * Math.sqrt(Math.min(1, 3.2 * (1 - u)));
        return ends * (0.66 + 0.34 * smoothStep((u - 0.3) / 0.35));
    }

    private static double heightAt(double u) {
        double instep = 0.118 - 0.064 * smoothStep((u - 0.28) / 0.42);
        double ends = Math.min(1, 0.55 + 4 * u) * Math.pow(Math.min(1, 3.4 * (1 - u)), 0.4);
        return Math.max(SOLE_HEIGHT + 0.004, instep * ends);
    }

    private static double smoothStep(double share) {
        double u = Math.clamp(share, 0, 1);
        return u * u * (3 - 2 * u);
    }

    private void addRing(Vec3 center, Vec3 across, double width, double height, double share) {
        int rows = HALF_RING.length;
        for (int k = 0; k < 2 * rows; k++) {
            int row = k < rows ? k : 2 * rows - 1 - k;
            double side = k < rows ? -1 : 1;
            double up = row < SOLE_ROWS - 1
                    ? HALF_RING[row][1]
                    : SOLE_HEIGHT + HALF_RING[row][1] * (height - SOLE_HEIGHT);
            vertices.add(center.plus(side * width * HALF_RING[row][0], across).plus(up, Vec3.Y));
            sole.add(row < SOLE_ROWS);
            front.add(share);
        }
    }

    private void joinRings() {
        int around = 2 * HALF_RING.length;
        for (int ring = 0; ring + 1 < RINGS; ring++) {
            for (int k = 0; k < around; k++) {
                int a = ring * around + k;
                int b = ring * around + (k + 1) % around;
                addQuad(a, b, b + around, a + around);
            }
        }
        int last = (RINGS - 1) * around;
        for (int k = 1; k + 1 < around; k++) {
            triangles.add(new int[] {0, k, k + 1});
            triangles.add(new int[] {last, last + k + 1, last + k});
        }
    }

    private void addQuad(int a, int b, int c, int d) {
        triangles.add(new int[] {a, c, b});
        triangles.add(new int[] {a, d, c});
    }

    /** Three vertices far apart in a part of the foot that does not bend. */
    private static int[] frame(Vec3[] body, int[] foot, Predicate<Vec3> part, Vec3 across) {
        int[] some = Arrays.stream(foot).filter(v -> part.test(body[v])).toArray();
        Vec3 first = body[farthest(body, some, across)];
        Vec3 side = body[farthest(body, some, across.times(-1))].minus(first);
        return new int[] {farthest(body, some, across), farthest(body, some, across.times(-1)),
            IntStream.of(some).boxed().max(Comparator.comparingDouble(
                    v -> body[v].minus(first).cross(side).length())).orElseThrow()};
    }

    private static int farthest(Vec3[] body, int[] some, Vec3 direction) {
        return IntStream.of(some).boxed().max(Comparator.comparingDouble(v -> body[v].dot(direction))).orElseThrow();
    }

    /** Origin and axes of a frame. */
    private static Vec3[] axes(Vec3[] corners) {
        Vec3 first = corners[1].minus(corners[0]).unit();
        Vec3 normal = first.cross(corners[2].minus(corners[0])).unit();
        return new Vec3[] {corners[0], first, normal.cross(first), normal};
    }

    private static Vec3[] axes(Vec3[] body, int[] frame) {
        return axes(Arrays.stream(frame).mapToObj(v -> body[v]).toArray(Vec3[]::new));
    }

    private Vec3[] local(Vec3[] axes) {
        return vertices.stream().map(p -> p.minus(axes[0]))
                .map(p -> new Vec3(p.dot(axes[1]), p.dot(axes[2]), p.dot(axes[3]))).toArray(Vec3[]::new);
    }

    int size() {
        return vertices.size();
    }

    /** Numbers of its own vertices, three each. */
    List<int[]> triangles() {
        return triangles;
    }

    boolean isSole(int vertex) {
        return sole.get(vertex);
    }

    /**
     * Puts the shoe onto a posed body.
     *
     * @param body x, y, z of the body's vertices
     * @param out  takes x, y, z of the shoe's
     * @param at   of the shoe's first vertex
     */
    void place(float[] body, float[] out, int at) {
        Vec3[] atRear = posedAxes(body, rear);
        Vec3[] atToes = posedAxes(body, toes);
        for (int v = 0; v < vertices.size(); v++) {
            Vec3 p = global(atRear, rearLocal[v]).lerp(global(atToes, toesLocal[v]), front.get(v));
            out[3 * (at + v)] = (float) p.x();
            out[3 * (at + v) + 1] = (float) p.y();
            out[3 * (at + v) + 2] = (float) p.z();
        }
    }

    private static Vec3[] posedAxes(float[] body, int[] frame) {
        return axes(Arrays.stream(frame).mapToObj(v -> new Vec3(body[3 * v], body[3 * v + 1], body[3 * v + 2]))
                .toArray(Vec3[]::new));
    }

    private static Vec3 global(Vec3[] axes, Vec3 p) {
        return axes[0].plus(p.x(), axes[1]).plus(p.y(), axes[2]).plus(p.z(), axes[3]);
    }
}
