package org.posescope.eval.people;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Who was found in a picture. */
@JsonPropertyOrder({"file", "kind", "expected", "found", "people"})
public record PictureFinding(@JsonIgnore CountedPicture picture, @JsonProperty("people") List<SeenPerson> people) {
    public PictureFinding {
        people = List.copyOf(people);
    }

    @JsonProperty("file")
    public String file() {
        return picture.file();
    }

    @JsonProperty("kind")
    public String kind() {
        return picture.kind();
    }

    @JsonProperty("expected")
    public int expected() {
        return picture.expected();
    }

    /** How many were found, rightly or not. */
    @JsonProperty("found")
    public int found() {
        return people.size();
    }
}
