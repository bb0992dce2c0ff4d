package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.eval.people.ClipFigures;
import org.posescope.eval.people.ClipFinding;
import org.posescope.eval.people.PictureFigures;
import org.posescope.eval.people.PictureFinding;
import org.posescope.plan.Plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The report of an evaluation on pictures and clips in which people were counted.
 *
 * @param pictures empty where none were looked at
 * @param clips    likewise
 * @param failures what could not be looked at, and why; it is left out of the figures
 * @param models   the networks that found people
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PeopleReport(@JsonProperty("pictures") Optional<Pictures> pictures,
        @JsonProperty("clips") Optional<Clips> clips, @JsonProperty("failures") List<String> failures,
        @JsonProperty("models") List<RunReport.Model> models, @JsonProperty("plan") Plan plan) {
    public PeopleReport {
        failures = List.copyOf(failures);
        models = List.copyOf(models);
    }

    /** Figures of pictures, and each of them. */
    public record Pictures(@JsonProperty("figures") PictureFigures figures,
            @JsonProperty("files") List<PictureFinding> files) {
        public static Pictures of(List<PictureFinding> files) {
            return new Pictures(PictureFigures.of(files), files);
        }
    }

    /** Figures of clips, and each of them. */
    public record Clips(@JsonProperty("figures") ClipFigures figures, @JsonProperty("files") List<ClipFinding> files) {
        public static Clips of(List<ClipFinding> files) {
            return new Clips(ClipFigures.of(files), files);
        }
    }
}
