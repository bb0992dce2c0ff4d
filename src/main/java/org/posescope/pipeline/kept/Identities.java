package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The identities of a clip, from 1. Two that turn out to be the same person become the smaller of them, unless both were seen in one
 * frame. Thread-safe.
 */
final class Identities {
    private final Map<Integer, Integer> joined = new HashMap<>();
    private final Set<List<Integer>> together = new HashSet<>();
    private int last;

    /** An identity that nobody had. */
    synchronized int fresh() {
        return ++last;
    }

    /** The identity that became of one. */
    synchronized int of(int id) {
        int now = id;
        while (joined.containsKey(now)) {
            now = joined.get(now);
        }
        return now;
    }

    /** Notes those that were seen in one frame. */
    synchronized void seen(List<Integer> ids) {
        for (int i = 0; i < ids.size(); i++) {
            last = Math.max(last, ids.get(i));
            for (int j = i + 1; j < ids.size(); j++) {
                together.add(pair(ids.get(i), ids.get(j)));
            }
        }
    }

    private static List<Integer> pair(int a, int b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    /** Whether they are the same from now on. */
    synchronized boolean join(int a, int b) {
        List<Integer> wanted = pair(of(a), of(b));
        if (wanted.getFirst().equals(wanted.getLast()) || apart(wanted)) {
            return wanted.getFirst().equals(wanted.getLast());
        }
        joined.put(wanted.getLast(), wanted.getFirst());
        return true;
    }

    private boolean apart(List<Integer> wanted) {
        return new ArrayList<>(together).stream().anyMatch(met -> pair(of(met.getFirst()), of(met.getLast()))
                .equals(wanted));
    }
}
