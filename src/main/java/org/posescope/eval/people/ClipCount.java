package org.posescope.eval.people;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who was found in a clip.
 *
 * @param expected people in a frame, on average
 * @param mean     found in a frame, on average
 * @param ids      identities that were given in all
 * @param nobody   frames in which nobody was found
 */
public record ClipCount(@JsonProperty("file") String file, @JsonProperty("expected") double expected,
        @JsonProperty("frames") int frames, @JsonProperty("mean") double mean, @JsonProperty("ids") int ids,
        @JsonProperty("nobody") int nobody) {
    private static final double SEVERAL = 1.5;

    /** Of the expected people, 0..1. */
    @JsonProperty("part")
    public double part() {
        return expected > 0 ? Math.min(1, mean / expected) : 1;
    }

    /** The mean part over the clips with several people; empty when there is none. */
    public static OptionalDouble partOfSeveral(Collection<ClipCount> clips) {
        return mean(clips, clip -> clip.expected >= SEVERAL);
    }

    /** Likewise over those with one person. */
    public static OptionalDouble partOfSingle(Collection<ClipCount> clips) {
        return mean(clips, clip -> clip.expected > 0 && clip.expected < SEVERAL);
    }

    private static OptionalDouble mean(Collection<ClipCount> clips, Predicate<ClipCount> chosen) {
        return clips.stream().filter(chosen).mapToDouble(ClipCount::part).average();
    }
}
