package org.posescope.app.scene3d.posed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.posescope.draw.Confidence;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Joint;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Vector3;

/** Remembers where the ends of the limbs and the head of each tracked person were in the last second. */
final class TrailHistory {
    static final long DURATION_MICROS = 1_000_000;
    private static final List<String> LIMBS = List.of("left_wrist", "right_wrist", "left_ankle", "right_ankle");

    private final Map<Integer, Map<Integer, Path>> people = new HashMap<>();
    private long lastMicros;

    /** Begins a moment: what is older than the duration is forgotten, and everything after a jump in time. */
    void advance(long ptsMicros) {
        if (ptsMicros < lastMicros || ptsMicros - lastMicros > DURATION_MICROS) {
            forget();
        }
        lastMicros = ptsMicros;
        people.values().forEach(paths -> paths.values().removeIf(path -> path.isOlderThan(ptsMicros)));
        people.values().removeIf(Map::isEmpty);
    }

    /** Notes where a person's joints are in the present moment and tells where they were. */
    List<Trail> add(int id, Skeleton3d figure) {
        Skeleton skeleton = figure.joints().skeleton();
        Map<Integer, Path> paths = people.computeIfAbsent(id, newcomer -> new HashMap<>());
        List<Trail> trails = new ArrayList<>();
        for (int point : points(skeleton)) {
            Joint joint = figure.joints().joints().get(point);
            if (Confidence.shown(joint.score())) {
                Path path = paths.computeIfAbsent(point, unseen -> new Path());
                path.add(lastMicros, joint, figure.translation());
                trails.add(new Trail(skeleton.side(point), path.sample(lastMicros)));
            }
        }
        return trails;
    }

    private static List<Integer> points(Skeleton skeleton) {
        String head = skeleton.names().contains("head") ? "head" : "nose";
        return Stream.concat(LIMBS.stream(), Stream.of(head)).filter(skeleton.names()::contains).map(skeleton::index)
                .toList();
    }

    void forget() {
        people.clear();
    }

    private static final class Path {
        private final Deque<Stop> stops = new ArrayDeque<>();

        boolean isOlderThan(long nowMicros) {
            return stops.getLast().micros < nowMicros - DURATION_MICROS;
        }

        void add(long micros, Joint joint, Vector3 origin) {
            if (!stops.isEmpty() && stops.getLast().micros == micros) {
                stops.removeLast();
            }
            stops.addLast(new Stop(micros, joint.x() + origin.x(), joint.y() + origin.y(), joint.z() + origin.z()));
            while (stops.getFirst().micros < micros - DURATION_MICROS) {
                stops.removeFirst();
            }
        }

        float[] sample(long nowMicros) {
            List<Stop> all = List.copyOf(stops);
            float[] points = new float[3 * Trail.POINTS];
            int after = 0;
            for (int i = 0; i < Trail.POINTS; i++) {
                double micros = nowMicros - DURATION_MICROS * (1 - i / (Trail.POINTS - 1.0));
                while (after < all.size() - 1 && all.get(after).micros < micros) {
                    after++;
                }
                between(all, after, micros, points, 3 * i);
            }
            return points;
        }

        /** On the Catmull-Rom curve through the stops, so that a trail of a slow camera has no corners. */
        private static void between(List<Stop> all, int after, double micros, float[] out, int at) {
            Stop b = all.get(Math.max(0, after - 1));
            Stop c = all.get(after);
            Stop a = after >= 2 ? all.get(after - 2) : b.mirror(c);
            Stop d = after < all.size() - 1 ? all.get(after + 1) : c.mirror(b);
            long span = c.micros - b.micros;
            double t = span > 0 ? Math.clamp((micros - b.micros) / span, 0, 1) : 1;
            out[at] = catmullRom(a.x, b.x, c.x, d.x, t);
            out[at + 1] = catmullRom(a.y, b.y, c.y, d.y, t);
            out[at + 2] = catmullRom(a.z, b.z, c.z, d.z, t);
        }

        private static float catmullRom(float a, float b, float c, float d, double t) {
            double slope = c - a;
            double square = 2 * a - 5 * b + 4 * c - d;
            double cube = 3 * (b - c) + d - a;
            return (float) (b + 0.5 * t * (slope + t * (square + t * cube)));
        }
    }

    private record Stop(long micros, float x, float y, float z) {
        /** Another stop's mirror image: where a straight movement was before its first or is after its last stop. */
        Stop mirror(Stop other) {
            return new Stop(2 * micros - other.micros, 2 * x - other.x, 2 * y - other.y, 2 * z - other.z);
        }
    }
}
