package org.posescope.eval.coco;

import java.nio.file.Path;

/**
 * A picture that an annotation file lists.
 *
 * @param file   relative to the folder of the pictures
 * @param width  pixels; 0 where the file does not say
 * @param height pixels; 0 where the file does not say
 */
public record CocoPicture(long id, Path file, int width, int height) {
    /** Whether a picture of this size can be the one that was annotated. */
    boolean isOfSize(int otherWidth, int otherHeight) {
        return width == 0 || height == 0 || (width == otherWidth && height == otherHeight);
    }
}
