package org.posescope.eval.people;

import java.nio.file.Path;

/**
 * A picture or clip whose people were counted.
 *
 * @param path   of the file
 * @param kind   what the picture is of, for example {@code crowd}; empty for a clip
 * @param people clearly visible in it; of a clip, the mean over its frames
 */
public record CountedFile(Path path, String kind, double people) {
    public String name() {
        return path.getFileName().toString();
    }
}
