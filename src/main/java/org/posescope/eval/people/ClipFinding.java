package org.posescope.eval.people;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Who was found in a clip.
 *
 * @param found how many, frame by frame
 * @param ids   those they had, in the order in which they came
 */
@JsonPropertyOrder({"file", "expected", "mean_found", "part_found", "frames", "frames_of_nobody", "ids", "found"})
public record ClipFinding(@JsonIgnore CountedClip clip, @JsonProperty("found") List<Integer> found,
        @JsonProperty("ids") List<IdSpan> ids) {

    /** @throws IllegalArgumentException when there is no frame */
    public ClipFinding {
        found = List.copyOf(found);
        ids = List.copyOf(ids);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no frame of " + clip.file());
        }
    }

    @JsonProperty("file")
    public String file() {
        return clip.file();
    }

    /** People in a frame, mean. */
    @JsonProperty("expected")
    public double expected() {
        return clip.people();
    }

    @JsonProperty("frames")
    public int frames() {
        return found.size();
    }

    /** People found in a frame, mean. */
    @JsonProperty("mean_found")
    public double meanFound() {
        return found.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    /** Of the people in a frame those who were found, 0..1; 1 where nobody is expected. */
    @JsonProperty("part_found")
    public double part() {
        return meanFound() >= expected() ? 1 : meanFound() / expected();
    }

    /** Identities for each of the people in a frame; without end where somebody was found and nobody is expected. */
    @JsonIgnore
    public double idsPerPerson() {
        return ids.isEmpty() ? 0 : ids.size() / expected();
    }

    @JsonProperty("frames_of_nobody")
    public int framesOfNobody() {
        return Math.toIntExact(found.stream().filter(people -> people == 0).count());
    }
}
