package org.posescope.pipeline.people.camera;

import java.util.LinkedHashMap;
import java.util.List;

import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * The field of view of a camera, as the people in its pictures suggest: of those angles for which their joints in space agree with their
 * points in the picture, one near what cameras usually have. What a network errs in is the same over time and much the same of all people,
 * so that more frames and people make it surer only up to a limit. Frames come in order, of one camera; one thread at a time.
 */
final class LensEstimate {
    /** Of the log focal length of cameras from the usual one. */
    private static final double DEVIATION = 0.2;
    private static final int CANDIDATES = 25;
    /** Of the log focal length around the usual one. */
    private static final double REACH = 0.8;
    private static final long BETWEEN_MICROS = 200_000;
    /** Independent errors that one person counts for after many samples, how many samples that takes, and of all people together. */
    private static final double FREEDOM = 20;
    private static final double SAMPLES = 8;
    private static final double MOST_FREEDOM = 40;
    private static final int MOST_TRACKS = 50;
    private static final double STARTS = 0.03;
    private static final double STOPS = 0.005;
    private static final double SOFTNESS_SECONDS = 1;

    private final double usual;
    private final LinkedHashMap<Integer, Track> tracks = new LinkedHashMap<>();
    private double shown;
    private boolean any;
    private boolean moving;
    private long lastMicros;

    private static final class Track {
        private final double[] errors = new double[CANDIDATES];
        private int count;
        private long lastMicros = Long.MIN_VALUE / 2;

        /** Log likelihood of each candidate, up to a constant. */
        double[] likelihood() {
            double freedom = freedom();
            double[] log = new double[CANDIDATES];
            for (int i = 0; i < CANDIDATES; i++) {
                log[i] = -freedom / 2 * Math.log(errors[i] / count + 1e-5);
            }
            return log;
        }

        double freedom() {
            return FREEDOM * (1 - Math.exp(-count / SAMPLES));
        }
    }

    /** @param usual field of view of the longer side of the picture, degrees */
    LensEstimate(double usual) {
        this.usual = usual;
    }

    /**
     * Takes the people of the next frame and says what the longer side of the picture covers, degrees.
     *
     * @param people whose joints are as the network sees them
     */
    double at(List<Person> people, long ptsMicros, int width, int height) {
        boolean news = false;
        for (Person person : people) {
            Track track = tracks.computeIfAbsent(person.id(), _ -> new Track());
            if (Math.abs(ptsMicros - track.lastMicros) >= BETWEEN_MICROS) {
                track.lastMicros = ptsMicros;
                news |= PerspectiveFit.of(person, width, height).map(fit -> add(track, fit, width, height)).isPresent();
            }
        }
        while (tracks.size() > MOST_TRACKS) {
            tracks.pollFirstEntry();
        }
        if (news || moving) {
            follow(best(), ptsMicros);
        }
        lastMicros = ptsMicros;
        return degrees(shown);
    }

    private Track add(Track track, PerspectiveFit fit, int width, int height) {
        for (int i = 0; i < CANDIDATES; i++) {
            track.errors[i] += fit.error(Camera.ofFieldOfView(degrees(offset(i)), width, height));
        }
        track.count++;
        return track;
    }

    /** The log focal length of a candidate relative to the usual one. */
    private static double offset(int candidate) {
        return REACH * (2.0 * candidate / (CANDIDATES - 1) - 1);
    }

    private double degrees(double offset) {
        return Math.toDegrees(2 * Math.atan(Math.tan(Math.toRadians(usual) / 2) * Math.exp(-offset)));
    }

    /** The most probable log focal length relative to the usual one. */
    private double best() {
        List<Track> seen = tracks.values().stream().filter(track -> track.count > 0).toList();
        double share = Math.min(1, MOST_FREEDOM / Math.max(1e-9, seen.stream().mapToDouble(Track::freedom).sum()));
        double[] log = new double[CANDIDATES];
        for (Track track : seen) {
            double[] own = track.likelihood();
            for (int i = 0; i < CANDIDATES; i++) {
                log[i] += share * own[i];
            }
        }
        int best = 0;
        for (int i = 0; i < CANDIDATES; i++) {
            double off = offset(i) / DEVIATION;
            log[i] -= off * off / 2;
            best = log[i] > log[best] ? i : best;
        }
        if (best == 0 || best == CANDIDATES - 1) {
            return offset(best);
        }
        double bend = log[best - 1] - 2 * log[best] + log[best + 1];
        double step = bend < 0 ? (log[best - 1] - log[best + 1]) / (2 * bend) : 0;
        return offset(best) + step * (offset(1) - offset(0));
    }

    private void follow(double wanted, long ptsMicros) {
        if (!any) {
            any = true;
            shown = wanted;
            return;
        }
        double away = Math.abs(wanted - shown);
        moving = away > (moving ? STOPS : STARTS);
        if (moving) {
            double seconds = Math.clamp((ptsMicros - lastMicros) * 1e-6, 0, SOFTNESS_SECONDS);
            shown += (wanted - shown) * (1 - Math.exp(-seconds / SOFTNESS_SECONDS));
        }
    }
}
