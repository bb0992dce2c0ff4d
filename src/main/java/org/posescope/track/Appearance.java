package org.posescope.track;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.posescope.frame.Frame;
import org.posescope.frame.PixelBlock;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/**
 * What somebody wears: the colours on the torso and on the thighs.
 *
 * @param torso  its histogram, empty where the torso is not in the picture
 * @param thighs theirs, likewise
 */
record Appearance(Optional<float[]> torso, Optional<float[]> thighs) {
    static final Appearance UNSEEN = new Appearance(Optional.empty(), Optional.empty());

    private static final int LUMA_BINS = 4;
    private static final int CHROMA_BINS = 8;
    /** Colour differences of clothes are seldom larger, of -128..127. */
    private static final float CHROMA_RANGE = 80;
    /** Shoulders and hips lie at the edge of the torso; so much of it lies between arms and background. */
    private static final float INNER = 0.7f;
    private static final int ACROSS = 12;
    private static final int DOWN = 16;
    private static final float SURE = 0.3f;

    /** Of somebody in a picture, as far as the points of COCO-17 say where torso and thighs are. */
    static Appearance of(Person person, Frame frame) {
        Optional<Keypoints> coco = person.keypoints().stream()
                .filter(each -> each.skeleton().equals(Skeletons.COCO17)).findFirst();
        if (coco.isEmpty()) {
            return UNSEEN;
        }
        Corners left = Corners.of(coco.get(), "left");
        Corners right = Corners.of(coco.get(), "right");
        Histogram torso = new Histogram(frame);
        torso.add(left.shoulder, right.shoulder, left.hip, right.hip, ACROSS);
        Histogram thighs = new Histogram(frame);
        Stream.of(left, right).forEach(side -> thighs.add(side.hip, side.hip, side.knee, side.knee, 1));
        return new Appearance(torso.parts(), thighs.parts());
    }

    private record Corners(Keypoint shoulder, Keypoint hip, Keypoint knee) {
        static Corners of(Keypoints coco, String side) {
            Skeleton skeleton = coco.skeleton();
            List<Keypoint> points = coco.points();
            return new Corners(points.get(skeleton.index(side + "_shoulder")),
                    points.get(skeleton.index(side + "_hip")),
                    points.get(skeleton.index(side + "_knee")));
        }
    }

    /** 0..1, the mean of the Bhattacharyya coefficients of what both show; empty where that is nothing. */
    OptionalDouble likeness(Appearance other) {
        return Stream.of(likeness(torso, other.torso), likeness(thighs, other.thighs))
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static OptionalDouble likeness(Optional<float[]> one, Optional<float[]> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < one.get().length; i++) {
            sum += Math.sqrt(one.get()[i] * other.get()[i]);
        }
        return OptionalDouble.of(sum);
    }

    /** What is remembered after another look, which counts for a part of 0..1. */
    Appearance then(Appearance look, double part) {
        return new Appearance(mixed(torso, look.torso, (float) part), mixed(thighs, look.thighs, (float) part));
    }

    private static Optional<float[]> mixed(Optional<float[]> before, Optional<float[]> now, float part) {
        if (before.isEmpty() || now.isEmpty()) {
            return before.or(() -> now);
        }
        float[] mixed = before.get().clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += part * (now.get()[i] - mixed[i]);
        }
        return Optional.of(mixed);
    }

    /** Of luma and colour differences (BT.601), each pixel shared out among the nearest bins, so that a little more light changes little. */
    private static final class Histogram {
        private final Frame frame;
        private final MemorySegment pixels;
        private final float[] bins = new float[LUMA_BINS * CHROMA_BINS * CHROMA_BINS];
        private int asked;
        private int counted;

        Histogram(Frame frame) {
            this.frame = frame;
            this.pixels = frame.pixels();
        }

        /** The inner part of a four-sided one of the picture, or of a line. */
        void add(Keypoint topLeft, Keypoint topRight, Keypoint bottomLeft, Keypoint bottomRight, int columns) {
            if (Stream.of(topLeft, topRight, bottomLeft, bottomRight).anyMatch(each -> each.score() < SURE)) {
                return;
            }
            for (int row = 0; row < DOWN; row++) {
                float v = inner(row, DOWN);
                for (int column = 0; column < columns; column++) {
                    float u = inner(column, columns);
                    add(Math.round(bilinear(topLeft.x(), topRight.x(), bottomLeft.x(), bottomRight.x(), u, v)),
                            Math.round(bilinear(topLeft.y(), topRight.y(), bottomLeft.y(), bottomRight.y(), u, v)));
                }
            }
        }

        private static float inner(int i, int count) {
            return 0.5f + INNER * ((i + 0.5f) / count - 0.5f);
        }

        private static float bilinear(float topLeft, float topRight, float bottomLeft, float bottomRight, float u,
                float v) {
            float top = topLeft + u * (topRight - topLeft);
            float bottom = bottomLeft + u * (bottomRight - bottomLeft);
            return top + v * (bottom - top);
        }

        private void add(int x, int y) {
            asked++;
            if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height()) {
                return;
            }
            counted++;
            long at = (long) y * frame.stride() + (long) x * PixelBlock.BYTES_PER_PIXEL;
            float blue = channel(at);
            float green = channel(at + 1);
            float red = channel(at + 2);
            float luma = 0.299f * red + 0.587f * green + 0.114f * blue;
            share(luma / 255, 0.564f * (blue - luma) / CHROMA_RANGE, 0.713f * (red - luma) / CHROMA_RANGE);
        }

        private float channel(long at) {
            return pixels.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
        }

        private void share(float luma, float cb, float cr) {
            float l = place(luma, LUMA_BINS);
            float b = place((cb + 1) / 2, CHROMA_BINS);
            float r = place((cr + 1) / 2, CHROMA_BINS);
            for (int corner = 0; corner < 8; corner++) {
                int i = bin(l, corner & 1, LUMA_BINS);
                int j = bin(b, corner >> 1 & 1, CHROMA_BINS);
                int k = bin(r, corner >> 2, CHROMA_BINS);
                bins[(i * CHROMA_BINS + j) * CHROMA_BINS + k] += weight(l, corner & 1) * weight(b, corner >> 1 & 1)
                        * weight(r, corner >> 2);
            }
        }

        private static float place(float part, int count) {
            return Math.clamp(part, 0, 1) * (count - 1);
        }

        private static int bin(float place, int next, int count) {
            return Math.min((int) place + next, count - 1);
        }

        private static float weight(float place, int next) {
            float rest = place - (int) place;
            return next == 1 ? rest : 1 - rest;
        }

        /** Summing up to 1; empty where most of it lies outside the picture. */
        Optional<float[]> parts() {
            if (counted == 0 || counted < asked / 2) {
                return Optional.empty();
            }
            float[] parts = bins.clone();
            for (int i = 0; i < parts.length; i++) {
                parts[i] /= counted;
            }
            return Optional.of(parts);
        }
    }
}
