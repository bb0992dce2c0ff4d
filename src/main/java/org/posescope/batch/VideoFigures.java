package org.posescope.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the run of a video says of itself.
 *
 * @param frames   that were looked at
 * @param lost     frames that were read and were not looked at, because a stage failed or took too long
 * @param fps      frames a second
 * @param warnings sentences
 */
public record VideoFigures(long frames, long lost, double fps, List<String> warnings) {
    public static final VideoFigures NONE = new VideoFigures(0, 0, 0, List.of());

    public VideoFigures {
        warnings = List.copyOf(warnings);
    }

    /** Those of a report, as {@code --report} writes it. */
    static VideoFigures of(JsonNode report) {
        long dropped = StreamSupport.stream(report.path("dropped").spliterator(), false).mapToLong(JsonNode::asLong)
                .sum();
        List<String> warnings = new ArrayList<>();
        report.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new VideoFigures(report.path("frames_processed").asLong(), report.path("failures").asLong() + dropped,
                report.path("fps").asDouble(), warnings);
    }

    /** {@code 97 frames, 10.0 fps, 3 lost; } and the warnings. */
    String text() {
        String counts = String.format(Locale.ROOT, "%d frames, %.1f fps", frames, fps)
                + (lost == 0 ? "" : ", " + lost + " lost");
        return warnings.isEmpty() ? counts : counts + "; " + String.join("; ", warnings);
    }
}
