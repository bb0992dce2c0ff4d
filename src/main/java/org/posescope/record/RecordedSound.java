package org.posescope.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the sound of a recorded source.
 *
 * @param codec     FFmpeg's name of what was written; empty when the recording has no sound
 * @param converted one sentence that says why the sound was not copied as it was; empty when it was
 * @param lost      one sentence that says why sound of the source is missing, or missing from some time on; empty when all of
 *                  it was kept, or when there was none
 */
public record RecordedSound(Optional<String> codec, Optional<String> converted, Optional<String> lost) {
    /** The source has none. */
    public static final RecordedSound SILENT = new RecordedSound(Optional.empty(), Optional.empty(), Optional.empty());

    public static RecordedSound missing(String why) {
        return new RecordedSound(Optional.empty(), Optional.empty(), Optional.of(why));
    }

    /** For reports: the codec, or why there is none. */
    public String summary() {
        return codec.map(name -> lost.map(why -> name + "; " + why).orElse(name))
                .orElseGet(() -> "none: " + lost.orElse("the source has no sound"));
    }

    /** What the user should know: nothing when the sound is there as it was. */
    public List<String> notes() {
        return Stream.of(converted.map("sound is converted in the recording: "::concat),
                lost.map("sound is missing in the recording: "::concat)).flatMap(Optional::stream).toList();
    }
}
