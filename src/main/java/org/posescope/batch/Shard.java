package org.posescope.batch;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several equal parts of an archive, each for another machine.
 *
 * @param part  1 to {@code parts}
 * @param parts all of them
 */
public record Shard(int part, int parts) {
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    /** Every {@code parts}-th clip, so that neighbours of one size are shared out. */
    public List<Clip> of(List<Clip> clips) {
        return IntStream.range(0, clips.size()).filter(i -> i % parts == part - 1).mapToObj(clips::get).toList();
    }

    @Override
    public String toString() {
        return part + "-of-" + parts;
    }
}
