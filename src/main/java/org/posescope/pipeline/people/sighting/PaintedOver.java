package org.posescope.pipeline.people.sighting;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collection;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;

/**
 * A frame in which some people are painted over, so that a pose network sees who is beside or behind them. Closed by whoever made it.
 */
final class PaintedOver implements AutoCloseable {
    private static final int GREY = 0xFF808080;
    /** Indices in COCO-17 of the ends of a part of the body, and its half width as a part of the torso's length. */
    private static final List<Part> PARTS = List.of(new Part(0, 0, 0.30f), new Part(3, 4, 0.25f),
            new Part(5, 6, 0.22f), new Part(11, 12, 0.22f), new Part(5, 11, 0.22f), new Part(6, 12, 0.22f),
            new Part(5, 12, 0.22f), new Part(6, 11, 0.22f), new Part(11, 13, 0.17f), new Part(12, 14, 0.17f),
            new Part(13, 15, 0.12f), new Part(14, 16, 0.12f), new Part(5, 7, 0.11f), new Part(6, 8, 0.11f),
            new Part(7, 9, 0.09f), new Part(8, 10, 0.09f));

    private final FramePool pool = new FramePool();
    private final Frame frame;

    private record Part(int from, int to, float halfWidth) {}

    /** Does not take over the frame. */
    PaintedOver(Frame seen, Collection<Person> people) {
        PixelBlock copy = pool.acquire(seen.width(), seen.height());
        copy.pixels().copyFrom(seen.pixels());
        for (Person person : people) {
            List<Keypoint> points = DuplicatePose.coco(person);
            float torso = torso(points);
            PARTS.forEach(part -> paint(copy, points.get(part.from), points.get(part.to), part.halfWidth * torso));
        }
        this.frame = seen.showing(copy);
    }

    Frame frame() {
        return frame;
    }

    /** From shoulders to hips, or the width of the shoulders where that is more: a torso seen from above is short. */
    private static float torso(List<Keypoint> points) {
        float down = distance(middle(points.get(5), points.get(6)), middle(points.get(11), points.get(12)));
        return Math.max(down, distance(points.get(5), points.get(6)));
    }

    private static Keypoint middle(Keypoint a, Keypoint b) {
        return new Keypoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, Math.min(a.score(), b.score()));
    }

    private static float distance(Keypoint a, Keypoint b) {
        return (float) Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /** All pixels whose centre lies within a distance of the line between two points. */
    private static void paint(PixelBlock picture, Keypoint from, Keypoint to, float halfWidth) {
        MemorySegment pixels = picture.pixels();
        int top = pixel(Math.min(from.y(), to.y()) - halfWidth, picture.height());
        int bottom = pixel(Math.max(from.y(), to.y()) + halfWidth + 1, picture.height());
        int left = pixel(Math.min(from.x(), to.x()) - halfWidth, picture.width());
        int right = pixel(Math.max(from.x(), to.x()) + halfWidth + 1, picture.width());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (squaredDistance(x + 0.5f, y + 0.5f, from, to) <= halfWidth * halfWidth) {
                    pixels.set(ValueLayout.JAVA_INT_UNALIGNED,
                            ((long) y * picture.width() + x) * PixelBlock.BYTES_PER_PIXEL, GREY);
                }
            }
        }
    }

    private static int pixel(float value, int size) {
        return (int) Math.clamp(value, 0, size);
    }

    private static float squaredDistance(float x, float y, Keypoint from, Keypoint to) {
        float alongX = to.x() - from.x();
        float alongY = to.y() - from.y();
        float squaredLength = alongX * alongX + alongY * alongY;
        float along = squaredLength == 0
                ? 0
                : Math.clamp(((x - from.x()) * alongX + (y - from.y()) * alongY) / squaredLength, 0, 1);
        float dx = x - from.x() - along * alongX;
        float dy = y - from.y() - along * alongY;
        return dx * dx + dy * dy;
    }

    @Override
    public void close() {
        frame.close();
        pool.close();
    }
}
