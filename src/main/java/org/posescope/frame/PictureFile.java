package org.posescope.frame;

import java.util.List;

/**
 * The file that the picture of a frame was read from, where each picture has one.
 *
 * @param name   of the file, without its folder
 * @param width  pixels of the picture, upright
 * @param height pixels, likewise
 * @param focal  focal length that the camera wrote into the file, pixels; 0 where it did not
 * @param flaws  what is wrong with the picture, a sentence each
 */
public record PictureFile(String name, int width, int height, double focal, List<String> flaws) {
    public PictureFile {
        flaws = List.copyOf(flaws);
    }

    /** A sound file that says nothing of a camera. */
    public PictureFile(String name, int width, int height) {
        this(name, width, height, 0, List.of());
    }
}
