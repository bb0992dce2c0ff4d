package org.posescope.record;

import java.util.Optional;

/**
 * What became of the sound of a recorded source.
 *
 * @param codec FFmpeg's name of what was copied; empty when the recording has no sound
 * @param lost  one sentence that says why sound of the source is missing, or missing from some time on; empty when all of it
 *              was kept, or when there was none
 */
public record RecordedSound(Optional<String> codec, Optional<String> lost) {
    /** The source has none. */
    public static final RecordedSound SILENT = new RecordedSound(Optional.empty(), Optional.empty());

    public static RecordedSound missing(String why) {
        return new RecordedSound(Optional.empty(), Optional.of(why));
    }

    /** For reports: the codec, or why there is none. */
    public String summary() {
        return codec.map(name -> lost.map(why -> name + "; " + why).orElse(name))
                .orElseGet(() -> "none: " + lost.orElse("the source has no sound"));
    }
}
