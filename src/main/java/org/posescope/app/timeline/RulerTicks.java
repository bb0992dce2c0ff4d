package org.posescope.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times for a ruler. */
public final class RulerTicks {
    private static final long SECOND = 1_000_000;
    private static final long[] STEPS = {10_000, 20_000, 50_000, 100_000, 200_000, 500_000, SECOND, 2 * SECOND,
        5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND, 600 * SECOND,
        1800 * SECOND, 3600 * SECOND};

    private RulerTicks() {}

    /** One mark. */
    public record Tick(long micros, String text) {}

    /** @param most as many as there is room for */
    public static List<Tick> of(Stretch seen, int most) {
        long step = step(seen.length() / Math.max(1, most));
        List<Tick> ticks = new ArrayList<>();
        for (long at = Math.ceilDiv(seen.from(), step) * step; at < seen.to(); at += step) {
            ticks.add(new Tick(at, text(at, step)));
        }
        return ticks;
    }

    private static long step(long least) {
        for (long step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return Math.ceilDiv(least, 3600 * SECOND) * 3600 * SECOND;
    }

    private static String text(long micros, long step) {
        int digits = step % SECOND == 0 ? 0 : step % 100_000 == 0 ? 1 : 2;
        long minutes = micros / (60 * SECOND);
        double seconds = (micros - minutes * 60 * SECOND) / (double) SECOND;
        return String.format(Locale.ROOT, "%d:%0" + (digits == 0 ? 2 : digits + 3) + "." + digits + "f", minutes,
                seconds);
    }
}
