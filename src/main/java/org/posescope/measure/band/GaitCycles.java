package org.posescope.measure.band;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The gait cycles of a foot, each from one contact to the next. Immutable. */
public final class GaitCycles {
    public static final GaitCycles NONE = new GaitCycles(List.of());
    private static final double WHOLE = 100;
    /** Between contacts that are nearer or farther apart nobody walks, microseconds. */
    private static final long SHORTEST = 400_000;
    private static final long LONGEST = 2_500_000;
    /** A foot that was away for longer has come to stand anew, microseconds. */
    private static final long GAP = 150_000;

    private final long[] contacts;

    private GaitCycles(List<Long> contacts) {
        this.contacts = contacts.stream().mapToLong(Long::longValue).toArray();
    }

    /** @param contacts when the foot comes to stand, microseconds, ascending */
    public static GaitCycles between(List<Long> contacts) {
        return new GaitCycles(contacts);
    }

    /** @param standing times of all frames in which the foot stands, microseconds, ascending */
    public static GaitCycles ofStanding(Collection<Long> standing) {
        List<Long> contacts = new ArrayList<>();
        long before = Long.MIN_VALUE / 2;
        for (long micros : standing) {
            if (micros - before > GAP) {
                contacts.add(micros);
            }
            before = micros;
        }
        return new GaitCycles(contacts);
    }

    /** How far the cycle is gone at a time, 0..100; NaN while the foot does not walk. */
    public double percent(long micros) {
        int from = 0;
        int to = contacts.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (contacts[middle] <= micros) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == 0 || from == contacts.length) {
            return Double.NaN;
        }
        long length = contacts[from] - contacts[from - 1];
        return length < SHORTEST || length > LONGEST ? Double.NaN : WHOLE * (micros - contacts[from - 1]) / length;
    }
}
